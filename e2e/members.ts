import { type Browser, expect, type Page } from '@playwright/test'
import { listenForFaults, type Room, roomOf } from './person.ts'

type Newcomer = { name: string; role: string }

/** Somebody joins through the link of an invitation, in a browser of their own. */
export async function joinRoom(browser: Browser, room: Room, { name, role }: Newcomer) {
  const { path } = (await room.post('/invitations', { role })) as unknown as { path: string }
  const page = await newcomersPage(browser)
  await page.goto(`${room.origin}${path}`)
  await fillIn(page, name, room)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('heading', { name: 'Today', level: 1 })).toBeVisible()
  return { page, room: roomOf(page, room) }
}

export async function newcomersPage(browser: Browser) {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  const settle = listenForFaults(page)
  context.on('close', settle)
  return page
}

export const emailOf = (name: string, { slug }: { slug: string }) => `${name.split(' ')[0]!.toLowerCase()}.${slug}@example.com`
export const PASSWORD = 'correct horse 12'

async function fillIn(page: Page, name: string, room: Room) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('E-mail address').fill(emailOf(name, room))
  await page.getByLabel('Password').fill(PASSWORD)
}
