import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { test } from './person.ts'

test('a gap in the chain leads to making what is missing, with its bet given already', async ({ page, room }) => {
  await room.post('/bets', { title: 'Tell crews at once' })
  await room.open('/bets/BET-1')
  const ribbon = page.getByRole('navigation', { name: 'Chain' })
  await ribbon.getByRole('link', { name: 'no spec' }).click()
  const spec = page.getByRole('dialog')
  await expect(spec.getByRole('combobox')).toHaveValue('Tell crews at once')
  await checkAccess(page)
  await spec.getByLabel('What is it called?').fill('Alerts for crews')
  await spec.getByRole('button', { name: 'Add the spec' }).click()
  await expect(page).toHaveURL(/\/specs\/SPEC-1$/)
  expect(await room.get('/specs/SPEC-1')).toMatchObject({ bet: { key: 'BET-1' } })

  await ribbon.getByRole('link', { name: 'no launch' }).click()
  const launch = page.getByRole('dialog')
  await expect(launch.getByRole('combobox').first()).toHaveValue('Tell crews at once')
  await expect(launch.getByRole('combobox').nth(1)).toHaveValue('Alerts for crews')
  await launch.getByRole('textbox').first().fill('Alerts for crews')
  await launch.locator('button[type=submit]').click()
  await expect(page).toHaveURL(/\/launches\/LAUNCH-1$/)
  expect(await room.get('/launches/LAUNCH-1')).toMatchObject({ bet: { key: 'BET-1' }, spec: { key: 'SPEC-1' } })

  await ribbon.getByRole('link', { name: 'no verdict yet' }).click()
  await expect(page).toHaveURL(/\/bets\/BET-1#plan$/)
})
