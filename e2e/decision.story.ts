import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { test } from './person.ts'

test('options are weighed, one is chosen with its reason, a forecast is settled and scored', async ({ page, room }) => {
  await room.open('/decisions?new=1')
  await page.getByLabel('The question').fill('How do crews without reception hear of changes?')
  await page.getByLabel('Options').fill('By text message\nBy a call from the office')
  await checkAccess(page)
  await page.getByRole('button', { name: 'Write it down' }).click()

  await page.getByRole('button', { name: 'Edit: By text message' }).click()
  const option = page.getByRole('dialog', { name: 'Change the option' })
  await option.getByLabel('For').fill('Arrives when they come up from the cellar')
  await option.getByLabel('Against').fill('Costs four cents each')
  await option.getByRole('button', { name: /Save/ }).click()
  await expect(page.getByRole('article', { name: 'By text message' })).toContainText('Costs four cents each')

  await page.getByRole('button', { name: 'Decide', exact: true }).click()
  const choice = page.getByRole('dialog', { name: 'Choose an option' })
  await choice.getByRole('combobox', { name: /Option/ }).click()
  await page.getByRole('option', { name: 'By text message' }).click()
  await choice.getByLabel('Why this one?').fill('It reaches everybody, and the cost is small beside a wasted drive.')
  await choice.getByRole('button', { name: /Decide/ }).click()
  await expect(page.getByRole('article', { name: 'By text message' })).toContainText('chosen')
  await expect(page.getByText('the cost is small beside a wasted drive').first()).toBeVisible()

  await page.getByRole('button', { name: 'Add a forecast' }).click()
  const forecast = page.getByRole('dialog', { name: 'Add a forecast' })
  await forecast.getByLabel('What will have happened?').fill('Nine in ten crews confirm within two minutes.')
  await expect(forecast).toContainText('there is no base rate to start from')
  await forecast.getByLabel('How likely?').fill('54')
  await expect(forecast).toContainText('about even, 54%')
  await forecast.getByLabel('How likely?').fill('80')
  await forecast.getByLabel('To be settled on').fill('1900-01-15')
  await expect(forecast.getByRole('alert')).toHaveText('This day has passed. Choose today or a later day.')
  await expect(forecast.getByRole('button', { name: /Add a forecast/ })).toBeDisabled()
  await forecast.getByLabel('To be settled on').fill('2030-01-15')
  await forecast.getByRole('button', { name: /Add a forecast/ }).click()
  await expect(page.getByText('likely, 80').first()).toBeVisible()
  await checkAccess(page)
  await page.getByRole('button', { name: 'It happened' }).click()
  await expect(page.getByText('happened', { exact: true })).toBeVisible()
  await expect(page.getByText('Brier score 0.04, better than saying fifty-fifty.')).toBeVisible()

  await page.getByRole('button', { name: 'Add a forecast' }).click()
  await expect(forecast).toContainText('1 of 1 came true. Base rate')
  await forecast.getByRole('button', { name: /^Start from/ }).click()
  await expect(forecast).toContainText(/likely, \d\d%/)
  await checkAccess(page)
  await page.keyboard.press('Escape')

  await room.open('/decisions')
  await expect(page.getByText('From 20 settled forecasts on')).toBeVisible()
  await expect(
    page.getByRole('table', { name: 'How often it happened, by what was said' }).getByRole('row', { name: /80%/ }),
  ).toBeAttached()
  await checkAccess(page)
  const score = page.getByRole('row', { name: /Ana Reyes/ })
  await expect(score.getByRole('cell').nth(1)).toHaveText('0.04')

  await page.setViewportSize({ width: 360, height: 740 })
  const linesOf = (cell: Element) => {
    const words = document.createRange()
    words.selectNodeContents(cell)
    return new Set([...words.getClientRects()].map(({ top }) => top)).size
  }
  for (const cell of await score.getByRole('cell').all()) expect(await cell.evaluate(linesOf)).toBe(1)
  expect(await page.locator('.scores-scroll').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
})
