import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { ownWorld } from './own-world.ts'
import { owner, roomOf, test } from './person.ts'

// A story with a data folder of its own: it writes a course into it.
const world = ownWorld(Number(process.env.E2E_PORT ?? 4480) + 2)
test.beforeAll(() => world.start(0))
test.afterAll(() => world.end())
test.use({ storageState: { cookies: [], origins: [] }, baseURL: world.origin })

const courseId = '01M85VFYGHH18RD002HNFK2C00'
const head = (number: number, title: string, kind: string) =>
  `---\nid: 01M85VFYGHH18RD002HNFK2C0${number}\ntitle: ${title}\nkind: ${kind}\nminutes: 5\n---\n`
const files = {
  'course.yaml': `id: ${courseId}\ntitle: How we listen\nsummary: What a new colleague does first.\nversion: 1\nhat: customer\nmodules:\n  - {id: first, title: The first day, lessons: [1.md, 2.md]}\n`,
  '1.md': `${head(1, 'Need or request?', 'quiz')}## Think

\`\`\`quiz
id: need
kind: single
ask: Which is a need?
options:
  - {text: We retype receipts, right: true, because: It says what hurts.}
  - {text: Add dark mode, because: It is a solution.}
\`\`\`
`,
  '2.md': `${head(2, 'Write down what was said', 'practice')}Capture a note.\n`,
  '2.check.yaml':
    'id: 01M85VFYGHH18RD002HNFK2C12\ncriteria:\n  - {id: note, say: Capture one note of your own, query: {entity: feedback}}\n',
}

async function begin(page: Page) {
  const headers = { origin: world.origin }
  await page.request.post('/api/v1/public/setup', { data: { ...owner, workspaceName: 'Larkfield' }, headers })
  await page.request.post('/api/auth/sign-in/email', { data: { email: owner.email, password: owner.password }, headers })
  const { rows } = (await (await page.request.get('/api/v1/public/workspaces')).json()) as { rows: { slug: string }[] }
  return roomOf(page, { slug: rows[0]!.slug, origin: world.origin })
}

test('a course is written, previewed, assigned, taken and finished, and its certificate is checked by a stranger', async ({
  page,
  browser,
}) => {
  // From the author's first file to the stranger's check, with every page on the way looked at.
  test.slow()
  const room = await begin(page)
  world.writeCourse('listen', { ...files, '1.md': `${files['1.md']}\nSee [nothing](9.md).\n` })
  await room.open('/learn/authors')
  await expect(page.getByText('listen/1.md:18')).toBeVisible()
  await page.getByRole('link', { name: 'Preview: How we listen' }).click()
  await expect(page.getByText('The link “9.md” is broken').first()).toBeVisible()
  world.writeCourse('listen', files)
  await expect(page.getByText('Nothing to put right.')).toBeVisible()
  await page.getByRole('link', { name: /Write down what was said/ }).click()
  await expect(page.getByText('There is no feedback of yours that counts yet.')).toBeVisible()
  await checkAccess(page)

  await room.open(`/learn/authors/${courseId}`)
  await page.getByRole('button', { name: 'Assign', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Assign “How we listen”' })
  await dialog.getByRole('checkbox', { name: owner.name }).check()
  await dialog.getByLabel(/Until/).fill('2099-12-12')
  await checkAccess(page)
  await dialog.getByRole('button', { name: /^Assign/ }).click()
  await expect(page.getByText(`Assigned by ${owner.name}, until 12 Dec 2099`)).toBeVisible()
  await room.open('/')
  await page.getByRole('link', { name: /How we listen/ }).click()
  await expect(page.getByText(`Assigned by ${owner.name}, until 12 Dec 2099`)).toBeVisible()

  await page.getByRole('link', { name: 'Start: How we listen' }).click()
  await page.getByRole('radio', { name: 'We retype receipts' }).check()
  await page.getByRole('button', { name: 'Check my answers' }).click()
  await expect(page.getByText('It says what hurts.')).toBeVisible()
  await room.post('/feedback', { text: 'The crew was already on the way.' })
  await room.post(`/courses/${courseId}/lessons/01M85VFYGHH18RD002HNFK2C02/practice-checks`)
  await room.open(`/learn/authors/${courseId}`)
  await expect(page.getByText('1 took it · 1 finished')).toBeVisible()

  await room.open(`/learn/${courseId}`)
  await page.getByRole('link', { name: 'Open the certificate' }).click()
  const sheet = page.getByRole('article', { name: 'Certificate' })
  await expect(sheet).toContainText(owner.name)
  await expect(sheet).toContainText('Quiz, 100% right')
  await expect(sheet).toContainText('Capture one note of your own')
  await checkAccess(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the badge' }).click()])
  const badge = await download.path()

  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] }, baseURL: world.origin })
  const theirs = await stranger.newPage()
  await theirs.goto('/verify')
  await checkAccess(theirs)
  await theirs.getByLabel('Or choose a file').setInputFiles({ name: 'badge.svg', mimeType: 'image/svg+xml', buffer: readFileSync(badge) })
  await expect(theirs.getByRole('heading', { name: 'Genuine', level: 2 })).toBeVisible()
  await expect(theirs.getByText(`Larkfield vouches that ${owner.name} finished “How we listen”.`)).toBeVisible()
  await checkAccess(theirs)
  await theirs.getByLabel('Credential').fill('ey is not a credential')
  await theirs.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(theirs.getByRole('heading', { name: 'No credential', level: 2 })).toBeVisible()
  await stranger.close()
})
