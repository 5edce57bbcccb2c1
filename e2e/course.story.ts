import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { roomOf, test } from './person.ts'

const post = [
  { text: 'Customer rang at six to cancel, crew was there at half past seven anyway.', company: 'Nordlys Heating' },
  { text: 'Invoice numbering restarted at 1 after the update!!', company: 'Kestrel Roofing' },
  { text: 'pls add dark mode my eyes.', company: null },
  { text: 'Which jobs were done but not invoiced? I ring each crew.', company: 'Ferrow Electric' },
  { text: 'In the cellar, nothing, and six missed calls from me.', company: 'Baxter Plumbing' },
]

const threeLines = [
  ['Ten crews, 37 %', 'Goal'],
  ['Since Monday', 'Blocker'],
  ['Aiko, could you', 'Ask'],
  ['Yesterday I had', 'Leave out'],
] as const

async function choose(page: Page, { sentence, place }: { sentence: string; place: string }) {
  await page.getByRole('combobox', { name: new RegExp(sentence) }).click()
  await page.getByRole('option', { name: place }).click()
}

test('a lesson is read and its question answered, a practice is checked by what was really done', async ({ page, room }) => {
  test.slow()
  await room.open('/learn')
  const share = page.locator('.sidebar-learn .room-count')
  await page.getByRole('link', { name: 'Start: A day in the life' }).click()
  await expect(page.getByRole('heading', { name: 'Three lines before the sync', level: 1 })).toBeVisible()
  await checkAccess(page)

  await page.getByRole('radio', { name: /The verdict on invoicing/ }).check()
  for (const [sentence, place] of threeLines) await choose(page, { sentence, place })
  await page.getByRole('button', { name: 'Check my answers' }).click()
  await expect(page.getByText('Not yet', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('It is interesting, and it is final.')).toBeVisible()
  await page.getByRole('radio', { name: /The question of private phones/ }).check()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText('Waiting has a cost and a name here.')).toBeVisible()
  await page.getByRole('button', { name: 'Done, next lesson' }).click()

  await expect(page.getByRole('heading', { name: /^The night.s post/, level: 1 })).toBeVisible()
  const before = await share.textContent()
  await page.getByRole('button', { name: 'Make a practice workspace' }).click()
  await expect(page.getByText('You are in your practice workspace.')).toBeVisible()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText('0 of 5 notes are captured.')).toBeVisible()
  await checkAccess(page)

  const slug = /\/w\/([^/]+)\//.exec(page.url())![1]!
  const sandbox = roomOf(page, { slug, origin: room.origin })
  const problems = []
  for (const title of ['Changes reach crews too late', 'Finished work is not invoiced'])
    problems.push(await sandbox.post('/problems', { title, who: 'Crews and offices', obstacle: 'Nobody is told' }))
  const written = page.getByRole('listitem').filter({ hasText: 'Write two problems that say who is hurt' })
  await expect(written).toContainText('Met:')

  await sandbox.open('/problems')
  const notes = []
  for (const { text, company } of post)
    notes.push(await sandbox.post('/feedback', { text, channel: 'email', ...(company ? { by: { accountName: company } } : {}) }))
  for (const place of [0, 3, 4])
    await sandbox.post('/insights', { feedback: notes[place]!.key, problem: problems[place === 3 ? 1 : 0]!.key, from: 0, to: 20, hurt: 2 })
  for (const { key } of notes) await sandbox.put(`/feedback/${key}/state`, { state: 'processed' })
  await expect(page.getByText(/^Practice passed: The night.s post$/)).toBeVisible()
  await checkAccess(page)
  await page.getByRole('link', { name: 'Open the lesson' }).click()
  await expect(page.getByText(/You passed this practice\./)).toBeVisible()
  await page.getByRole('button', { name: 'Back to my own workspace' }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${room.slug}/`))
  await expect(share).not.toHaveText(before ?? '')
  expect(Number.parseInt((await share.textContent()) ?? '', 10)).toBeGreaterThan(Number.parseInt(before ?? '', 10))
})

test('a scenario is walked step by step, comes back explained, and its module is recalled before the next one', async ({ page, room }) => {
  test.slow()
  await room.open('/learn/a-day-in-the-life/03-sales-wants-a-date')
  const steps = page.locator('.scenario > li')
  await expect(steps).toHaveCount(1)
  await page.getByRole('radio', { name: /What happened at Harrow/ }).check()
  await expect(page.getByText('Step 2 of 3 is open below.')).toBeAttached()
  await page.getByRole('radio', { name: /Tenants need a text message/ }).check()
  await page.getByRole('button', { name: 'Check my answers' }).click()
  await expect(page.getByText('4 questions are still open.')).toBeVisible()
  await expect(steps.last().getByRole('radio').first()).toBeFocused()
  await page.getByRole('radio', { name: /What happens today, step by step/ }).check()
  await page.getByRole('textbox', { name: /^Your answer/ }).fill('3 sources')
  await page.getByRole('checkbox', { name: /heard this from two other firms/ }).check()
  await page.getByRole('checkbox', { name: /would like to speak with whoever/ }).check()
  await page.getByRole('radio', { name: /story as feedback/ }).check()
  await page.getByRole('button', { name: 'Check my answers' }).click()
  await expect(page.getByText(/^3 of 4 right, 75%/)).toBeVisible()
  await expect(page.locator(':focus')).toContainText('If tenants have no say in the time')
  await checkAccess(page)
  await page.getByRole('radio', { name: /Somebody has to be at home/ }).check()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText(/^4 of 4 right, 100%/)).toBeFocused()

  const share = page.locator('.sidebar-learn .room-count')
  const before = await share.textContent()
  await room.open('/learn/a-day-in-the-life/05-twelve-notes')
  const recall = page.getByRole('group').filter({ has: page.getByRole('heading', { name: 'From earlier lessons' }) })
  await recall.getByRole('textbox', { name: /^Your answer/ }).fill('3')
  for (const box of await recall.getByRole('checkbox').all()) await box.check()
  for (const choice of (await recall.getByRole('radio').all()).slice(0, 1)) await choice.check()
  await recall.getByRole('button', { name: 'Check my answers' }).click()
  await expect(recall.getByText(/ of 3 right\.$/)).toBeVisible()
  await checkAccess(page)
  await page.reload()
  await expect(page.getByText('answered', { exact: true })).toBeVisible()
  await expect(share).toHaveText(before ?? '')
})

test('reading a lesson down to its end marks it as read, opening it or jumping over it does not, and its questions still wait', async ({
  page,
  room,
}) => {
  test.slow()
  const lesson = '/courses/three-hats/lessons/04-what-a-yes-costs'
  const rules = async () => (await room.get(lesson)).rules as { kind: string; met: boolean }[]
  const isRead = async () => (await rules()).some(({ kind, met }) => kind === 'read' && met)
  await room.open('/learn/three-hats/04-what-a-yes-costs')
  await page.keyboard.press('End')
  const unanswered = page.getByRole('button', { name: '2 questions are not answered yet' })
  await expect(unanswered).toBeInViewport()
  expect(await isRead()).toBe(false)
  await expect(async () => {
    for (const heading of await page.locator('.lesson').getByRole('heading').all()) {
      await heading.scrollIntoViewIfNeeded()
      await page.waitForTimeout(1000)
    }
    await page.keyboard.press('End')
    await expect.poll(isRead, { timeout: 3000 }).toBe(true)
  }).toPass()
  await expect(page.locator('.lesson-foot').getByRole('status')).toBeEmpty()
  expect((await room.get(lesson)).done).toBe(false)
  await unanswered.click()
  await expect(page.locator('.question').first().locator(':focus')).toHaveCount(1)

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeHidden()
  await expect(page.locator('.lesson-foot')).toBeHidden()
  const body = await page.locator('.lesson-body').boundingBox()
  expect(body!.x).toBeLessThan(20)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
})
