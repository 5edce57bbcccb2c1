import { expect, test } from '@playwright/test'

const person = { name: 'Ana Reyes', email: 'ana@example.com', password: 'correct horse 12' }
const words = 'Hello again. The crew was already on the way when the customer cancelled. Otherwise we are happy.'

test('a passage is tied to a problem, weighed and done with the keyboard alone, and undone', async ({ page, baseURL }) => {
  const headers = { origin: baseURL! }
  const setUp = await page.request.post('/api/v1/public/setup', { data: { ...person, workspaceName: 'Larkfield' }, headers })
  test.skip(setUp.status() === 409, 'Another story has set this Tricorn up.')
  const { workspace } = (await setUp.json()) as { workspace: { slug: string } }
  await page.request.post('/api/auth/sign-in/email', { data: person, headers })
  const inside = { ...headers, 'x-workspace': workspace.slug }
  await page.request.post('/api/v1/problems', { data: { title: 'Crews learn of changes too late' }, headers: inside })
  await page.request.post('/api/v1/feedback', { data: { text: 'pls add <b>dark mode</b>', channel: 'in-product' }, headers: inside })
  await page.request.post('/api/v1/feedback', { data: { text: words, channel: 'email' }, headers: inside })

  await page.goto(`/w/${workspace.slug}/inbox`)
  await expect(page.getByRole('article', { name: 'FB-2' })).toContainText(words)
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await page.keyboard.press('p')
  await page.getByRole('combobox', { name: /Search problems/ }).fill('late')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await expect(page.locator('mark', { hasText: 'The crew was already on the way' })).toHaveAttribute('title', /PROB-1/)
  await expect(page.getByRole('button', { name: /costs them/ })).toHaveAttribute('aria-pressed', 'true')

  await page.keyboard.press('e')
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText('pls add <b>dark mode</b>')
  await expect(page.getByRole('list', { name: 'Inbox' }).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('list', { name: 'Inbox' }).getByRole('listitem')).toHaveCount(2)
})
