import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { part, test } from './person.ts'

const estimates = {
  reach: { low: 200, high: 600 },
  impact: { low: 1, high: 3 },
  confidence: { low: 0.6, high: 0.9 },
  effort: { low: 2, high: 4 },
}
const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

test('bets are estimated, compared, set side by side, and fitted into a quarter', async ({ page, room }) => {
  await room.post('/bets', { title: 'Tell crews at once', ...estimates, effort: null })
  await room.open('/bets')
  await expect(page.getByRole('heading', { name: 'No bet can be compared yet' })).toBeVisible()
  await page.getByRole('link', { name: 'Begin with BET-1' }).click()
  const estimate = page.getByRole('dialog', { name: 'Effort, weeks' })
  const save = estimate.getByRole('button', { name: /Save/ })
  await estimate.getByLabel('Low').fill('9')
  await estimate.getByLabel('High').fill('4')
  await expect(estimate.getByRole('alert')).toHaveText('Low must not be above high.')
  await expect(save).toBeDisabled()
  await estimate.getByLabel('Low').fill('-2')
  await expect(estimate.getByRole('alert')).toHaveText('An estimate is a number from 0 on.')
  await estimate.getByLabel('Low').fill('2')
  await save.click()
  await expect(part(page, 'How it compares')).toContainText('the only open bet with all its estimates')

  await room.post('/bets', { title: 'Invoice from the van', ...estimates, reach: { low: 2_000, high: 6_000 } })
  await room.post('/bets', { title: 'Read receipts from a photo', ...estimates, effort: { low: 20, high: 40 } })
  await room.post('/bets', { title: 'Apprentices' })
  await room.open('/bets')
  await page.getByRole('button', { name: 'Score', exact: true }).click()
  await page.getByRole('button', { name: 'Score', exact: true }).click()
  await expect(page).toHaveURL(/sort=-?score/)
  await expect(row(page, 'Apprentices')).toContainText('not scored')
  await expect(page.getByText('1 open bet lacks an estimate and is left out.')).toBeVisible()

  await page.getByLabel('Capacity of the quarter').fill('8')
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(/^BET-2 and BET-1 are worth most within 8 weeks\. Expected to take 5\.\d weeks; chance that it fits: /),
  ).toBeVisible()
  await expect(row(page, 'Read receipts from a photo')).toContainText('almost no chance')
  await checkAccess(page)

  for (const title of ['Tell crews at once', 'Invoice from the van']) await row(page, title).getByRole('checkbox').click()
  await page.getByRole('toolbar', { name: 'Selected rows' }).getByRole('button', { name: 'Compare' }).click()
  const beside = page.getByRole('dialog', { name: 'Side by side' })
  await expect(beside).toContainText(/BET-2 comes before BET-1\s*(very )?likely, \d\d/)
  await checkAccess(page)
  await beside.getByRole('link', { name: /Invoice from the van/ }).click()

  await expect(page).toHaveURL(/\/bets\/BET-2$/)
  const compares = part(page, 'How it compares')
  await expect(compares).toContainText(/very likely (1st|between 1st and \d(nd|rd)) of 3/)
  await expect(compares).toContainText('What leaves its score most open is')
  await checkAccess(page)
  await room.open('/bets/BET-4')
  await compares.getByRole('link', { name: 'Estimate impact' }).click()
  await expect(page.getByRole('dialog', { name: 'Impact' })).toBeVisible()
})

test('the hypothesis is written from part to part without leaving the keys, and a name says how long it may be', async ({ page, room }) => {
  await room.post('/bets', { title: 'Tell crews at once' })
  await room.open('/bets/BET-1')
  const parts = page.locator('.hypothesis-part')
  await parts.first().focus()
  await page.keyboard.press('Enter')
  for (const [at, words] of ['sending a text', 'crews on the road'].entries()) {
    await page.keyboard.type(words)
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(parts.nth(at)).toContainText(words)
    await expect(parts.nth(at + 1)).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('textbox', { name: /^… (for|will) …$/ })).toBeFocused()
  }
  await page.keyboard.press('Escape')
  await expect(parts.nth(2)).toBeFocused()

  const name = page.getByRole('textbox', { name: 'Name of the bet' })
  await name.fill('x'.repeat(200))
  await expect(page.getByText(/^200 of 200 letters/)).toBeVisible()
})
