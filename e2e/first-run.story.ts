import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { owner, ownerState, test } from './person.ts'

test('the first one here becomes the owner, chooses to start empty and is told where to begin', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/set-up$/)
  await checkAccess(page)
  await page.getByLabel('Your name').fill(owner.name)
  await page.getByLabel('E-mail address').fill(owner.email)
  await page.getByLabel('Password').fill('short')
  await page.getByLabel('Name of your company or product').fill('Larkfield')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page).toHaveURL(/\/set-up$/)
  await page.getByLabel('Password').fill(owner.password)
  await page.getByRole('button', { name: 'Begin' }).click()

  await expect(page.getByRole('heading', { name: 'How do you want to begin?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open the demo' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Import a file' })).toBeVisible()
  await checkAccess(page)
  await page.getByRole('button', { name: 'Start empty' }).click()

  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toContainText('Larkfield')
  await checkAccess(page)
  await page.context().storageState({ path: ownerState })

  const again = await page.request.post('/api/v1/public/setup', { data: { ...owner, workspaceName: 'Mine' } })
  expect(again.status()).toBe(409)
})
