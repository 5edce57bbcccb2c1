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

  await expect(page.getByText(/of 4 rows become/)).toContainText('2 of 4 rows become 2 pieces of feedback. 2 rows would be rejected.')
  await expect(page.getByRole('combobox', { name: 'These rows are' })).toContainText('Feedback')
  const bad = page.getByRole('table').filter({ hasText: 'Reason' }).last()
  await expect(bad).toContainText('the day before yesterday')
  await expect(page.getByRole('region', { name: 'Rows that would be rejected' })).toHaveCount(1)
  await checkAccess(page)

  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('definition').filter({ hasText: '2' }).first()).toBeVisible()
  await expect(page.getByText('records made')).toBeVisible()
  await checkAccess(page)
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download rejected rows' }).click()])
  const rejected = await readFile(await file.path(), 'utf8')
  expect(rejected).toContain('the day before yesterday')
  expect(rejected).toContain('Kestrel Roofing')
  expect(rejected).not.toContain('Baxter')
  await room.open('/inbox')
  await expect(page.getByRole('list', { name: 'Inbox' }).getByRole('listitem')).toHaveCount(2)

  await room.open('/import')
  await page.getByRole('link', { name: /Pasted text/ }).click()
  await page.getByRole('button', { name: 'Undo the whole import' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo the whole import' }).click()
  await expect(page.getByText(/records? removed\./)).toBeVisible()
  const { rows } = (await room.get('/feedback')) as unknown as { rows: unknown[] }
  expect(rows).toHaveLength(0)
})
