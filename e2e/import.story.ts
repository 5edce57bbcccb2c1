import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { test } from './person.ts'

const csv = `Feedback,Company,Date,Channel
"We lose one receipt in ten.",Baxter Plumbing,2026-03-14,interview
,Kestrel Roofing,2026-03-15,support
"Every Monday we ring each crew, and half of them do not answer.",Ferrow Electric,2026-03-16,survey
"The crew drove there although it was cancelled.",Nordlys Heating,the day before yesterday,email
`

test('a small table with bad rows is looked at, corrected, imported, reported and taken back', async ({ page, room }) => {
  await room.open('/import')
  await page.getByLabel('Or paste').fill(csv)
  await page.getByRole('button', { name: 'Preview' }).click()

  await expect(page.getByText(/of 4 rows become/)).toContainText(
    '2 of 4 rows become 2 pieces of feedback in the inbox. In 1 row nothing was said; it is left out. 1 row would be rejected.',
  )
  await expect(page.getByRole('combobox', { name: 'These rows are' })).toContainText('Feedback')
  const ahead = page.getByRole('list', { name: 'Rows that would be rejected' })
  await expect(page.getByRole('list', { name: 'Left out: nothing was said' })).toContainText('“Feedback” is empty.')
  await expect(ahead).toContainText('“the day before yesterday” in “Date” is not a date.')
  const rows = page.getByRole('list', { name: 'The first rows' })
  await expect(rows.getByRole('article')).toHaveCount(2)
  await expect(rows.getByRole('article').first()).toContainText('Baxter Plumbing')
  await checkAccess(page)

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('definition').filter({ hasText: '2' }).first()).toBeVisible()
  await expect(page.getByText('records made')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Left out: nothing was said' })).toContainText('Kestrel Roofing · 2026-03-15 · support')
  await checkAccess(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download what was not imported' }).click(),
  ])
  const rejected = await readFile(await file.path(), 'utf8')
  expect(rejected).toContain('the day before yesterday')
  expect(rejected).toContain('Kestrel Roofing')
  expect(rejected).not.toContain('Baxter')
  await page.getByRole('link', { name: 'Read it in the inbox' }).click()
  await expect(page.getByRole('list', { name: 'Inbox' }).getByRole('listitem')).toHaveCount(2)
  await page.getByRole('searchbox', { name: 'Search what was said' }).fill('receipt')
  await expect(page.getByRole('status').filter({ hasText: '1 found' })).toBeVisible()
  await checkAccess(page)
  await page.getByRole('link', { name: 'Pasted text' }).click()
  await expect(page.getByText('records made')).toBeVisible()

  await room.open('/import')
  await page.getByRole('link', { name: /Pasted text/ }).click()
  await page.getByRole('button', { name: 'Undo the whole import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the whole import' }).click()
  await expect(page.getByText(/records? removed\./)).toBeVisible()
  await expect(page.getByText(/This import was undone on .* Nothing of it stands/)).toBeVisible()
  await expect(page.getByText('records made')).toHaveCount(0)
  await checkAccess(page)
  const left = (await room.get('/feedback')) as unknown as { rows: unknown[] }
  expect(left.rows).toHaveLength(0)
})

const answers = `nr,What hinders you?,What is your role?,What should we change above all?
${Array.from({ length: 6 }, (_, i) => `${i + 1},It forgets what I did on day ${i},dispatcher ${i},Let me undo what I did on day ${i}`).join('\n')}
`

test('rows are looked at a few at a time with their traits folded; that they name nobody is said before the import', async ({
  page,
  room,
}) => {
  await room.open('/import')
  await page.getByLabel('Or paste').fill(answers)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText('No column says who said it: all 12 notes will be by “Somebody unknown”')).toBeVisible()
  const rows = page.getByRole('list', { name: 'The first rows' })
  await expect(rows.getByRole('article')).toHaveCount(8)
  await expect(page.getByText('dispatcher 0')).toHaveCount(2)
  await expect(page.getByText('dispatcher 0').first()).toBeHidden()
  await rows.getByText('survey · 2 traits').first().click()
  await expect(page.getByText('dispatcher 0').first()).toBeVisible()
  await page.getByRole('button', { name: 'More rows' }).click()
  await expect(rows.getByRole('article').last()).toContainText('Let me undo what I did on day 5')
  await checkAccess(page)
  await page.getByText('Take only some of what was asked').click()
  await page.getByRole('checkbox', { name: /What hinders you/ }).click()
  await expect(page.getByText(/of 6 rows become/)).toContainText('become 6 pieces of feedback')
  await page.setViewportSize({ width: 360, height: 740 })
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeInViewport()
  await checkAccess(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Take “nr” as the person' }).click()
  await expect(page.getByText('No column says who said it')).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'nr: Becomes' })).toContainText('Person')
})

const reviews = `Feedback,Date,Stars,Language
"La montre ne se synchronise plus.",,2,fr
"The map stays white.",2026-03-15,4,en
`

test('what has no date is said to have none, unless somebody names the day; rating and language stay with the words', async ({
  page,
  room,
}) => {
  await room.open('/import')
  await page.getByLabel('Or paste').fill(reviews)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'French · rated 2' })).toContainText('no date')
  await expect(page.getByText('1 has no date and gets the day of the import')).toBeVisible()
  await page.getByLabel('What has no date was said on').fill('2024-05-03')
  await expect(page.getByText('1 has no date and gets 3 May 2024, as you said.')).toBeVisible()
  await page.getByLabel('What has no date was said on').fill('')
  await expect(page.getByText('1 has no date and gets the day of the import')).toBeVisible()

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('1 piece of feedback came without a date')).toBeVisible()
  await page.getByRole('link', { name: 'Read it in the inbox' }).click()
  await page.getByRole('combobox', { name: 'Rating' }).click()
  await page.getByRole('option', { name: 'rated 2' }).click()
  await expect(page.getByText('1 found')).toBeVisible()
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText('No date; came in')
  await expect(page.getByRole('definition').filter({ hasText: 'French' })).toBeVisible()
  await checkAccess(page)
})
