import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { test } from './person.ts'

test.use({ viewport: { width: 360, height: 740 } })

/** The page as it stands does not scroll sideways. */
async function fits(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await checkAccess(page)
}

test('on a phone one captures, reads, comments and decides without scrolling sideways', async ({ page, room }) => {
  await room.post('/decisions', {
    question: 'Do we price per seat or per crew?',
    options: [
      { id: crypto.randomUUID(), title: 'Per seat' },
      { id: crypto.randomUUID(), title: 'Per crew' },
    ],
  })
  await room.open('/')
  await page.getByRole('button', { name: /capture/i }).click()
  await page.getByLabel('What was said').fill('The report I need every Monday is which jobs were done but not invoiced.')
  await fits(page)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Capture/ })
    .click()
  await expect(page.getByText('Captured as FB-1')).toBeVisible()

  await room.open('/inbox/FB-1')
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText('done but not invoiced')
  await fits(page)
  await room.open('/decisions')
  await fits(page)
  await room.open('/decisions/DEC-1')
  await page.getByRole('textbox', { name: 'Comment' }).fill('Crews share one phone, so seats mean little.')
  await page.getByRole('button', { name: /^Comment/ }).click()
  await expect(page.locator('.comment')).toContainText('Crews share one phone')
  await page.getByRole('button', { name: 'Decide', exact: true }).click()
  const choice = page.getByRole('dialog', { name: 'Choose an option' })
  await choice.getByRole('combobox', { name: /Option/ }).click()
  await page.getByRole('option', { name: 'Per crew' }).click()
  await choice.getByLabel('Why this one?').fill('It is what they count.')
  await fits(page)
  await choice.getByRole('button', { name: /Decide/ }).click()
  await expect(page.getByRole('article', { name: 'Per crew' })).toContainText('chosen')
  await fits(page)
})
