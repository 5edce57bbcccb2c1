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
  const problems = await Promise.all(
    ['Changes reach crews too late', 'Finished work is not invoiced'].map((title) =>
      sandbox.post('/problems', { title, who: 'Crews and offices', obstacle: 'Nobody is told' }),
    ),
  )
  const notes = []
  for (const { text, company } of post)
    notes.push(await sandbox.post('/feedback', { text, channel: 'email', ...(company ? { by: { accountName: company } } : {}) }))
  for (const place of [0, 3, 4])
    await sandbox.post('/insights', { feedback: notes[place]!.key, problem: problems[place === 3 ? 1 : 0]!.key, from: 0, to: 20, hurt: 2 })
  for (const { key } of notes) await sandbox.put(`/feedback/${key}/state`, { state: 'processed' })
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText(/You passed this practice\./)).toBeVisible()
  await page.getByRole('button', { name: 'Back to my own workspace' }).click()
  await expect(page).toHaveURL(new RegExp(`/w/${room.slug}/`))
  await expect(share).not.toHaveText(before ?? '')
  expect(Number.parseInt((await share.textContent()) ?? '', 10)).toBeGreaterThan(Number.parseInt(before ?? '', 10))
})
