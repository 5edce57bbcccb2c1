import { expect, request } from '@playwright/test'
import { checkAccess } from './access.ts'
import { joinRoom, newcomersPage } from './members.ts'
import { part, test } from './person.ts'

test('an API key made here works for programs until it is revoked', async ({ page, room }) => {
  await room.open('/settings')
  await part(page, 'API keys').getByRole('button', { name: 'New key' }).click()
  const dialog = page.getByRole('dialog', { name: 'New API key' })
  await dialog.getByLabel('What it is for').fill('Nightly report')
  await dialog.getByRole('button', { name: /Make the key/ }).click()
  const key = await dialog.getByLabel(/The key, shown once/).inputValue()
  await checkAccess(page)
  await dialog.getByRole('button', { name: /Done/ }).click()

  const program = await request.newContext({ baseURL: room.origin, extraHTTPHeaders: { authorization: `Bearer ${key}` } })
  expect((await program.post('/api/v1/problems', { data: { title: 'Written by a program' } })).status()).toBe(201)
  await page.getByRole('button', { name: 'Revoke Nightly report' }).click()
  await checkAccess(page)
  await page.getByRole('dialog', { name: 'Revoke Nightly report?' }).getByRole('button', { name: 'Revoke the key' }).click()
  await expect(part(page, 'API keys').getByText('Nightly report')).toHaveCount(0)
  // The line goes at once, before the server has answered.
  await expect.poll(async () => (await program.get('/api/v1/me')).status()).toBe(401)
  await program.dispose()
})

test('somebody joins by a link, is given another role, and signs out everywhere', async ({ page, room, browser }) => {
  await room.open('/settings')
  await page.getByRole('button', { name: 'Invite' }).click()
  const invite = page.getByRole('dialog', { name: 'Invite somebody' })
  await invite.getByRole('button', { name: /Make the link/ }).click()
  const link = await invite.getByLabel('The link, shown once').inputValue()
  const stranger = await newcomersPage(browser)
  await stranger.goto(link)
  await expect(stranger.getByText(/as a maker\./)).toBeVisible()
  await checkAccess(stranger)
  await stranger.context().close()
  await invite.getByRole('button', { name: /Done/ }).click()

  const omar = await joinRoom(browser, room, { name: 'Omar Haddad', role: 'maker' })
  await omar.room.post('/problems', { title: 'A maker may write this' })
  await page.reload()
  await page.getByRole('combobox', { name: 'Role of Omar Haddad' }).click()
  await page.getByRole('option', { name: /viewer/i }).click()
  await expect(page.getByRole('combobox', { name: 'Role of Omar Haddad' })).toContainText(/viewer/i)
  await expect(async () => expect(await refused(() => omar.room.post('/problems', { title: 'No longer' }))).toContain('403')).toPass()

  const cookies = await omar.page.context().cookies()
  await omar.room.open('/settings')
  await omar.page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(omar.page).toHaveURL(/\/sign-in/)
  const stolen = await browser.newContext({ storageState: { cookies, origins: [] } })
  expect((await stolen.request.get(`${room.origin}/api/v1/public/workspaces`)).status()).toBe(401)
  await stolen.close()
  await omar.page.context().close()
})

const refused = (ask: () => Promise<unknown>) =>
  ask().then(
    () => 'allowed',
    (error: Error) => error.message,
  )
