import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { test } from './person.ts'

test('bets are moved with keys and by hand, moved back, and what changed is told', async ({ page, room }) => {
  await room.post('/bets', { title: 'Tell crews at once', horizon: 'now' })
  await room.post('/bets', { title: 'Read receipts from a photo', horizon: 'now' })
  await room.post('/bets', { title: 'Invoice from the van', horizon: 'next' })
  await room.open('/roadmap')
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  const card = (title: string) => page.getByRole('link', { name: title })

  await card('Tell crews at once').focus()
  await page.keyboard.press(']')
  await expect(column('Next')).toContainText('Tell crews at once')
  await expect(card('Tell crews at once')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(column('Now')).toContainText('Tell crews at once')
  await expect(column('Next')).not.toContainText('Tell crews at once')

  await card('Read receipts from a photo').dragTo(column('Later'))
  await expect(column('Later')).toContainText('Read receipts from a photo')
  await expect.poll(() => room.get('/bets/BET-2')).toMatchObject({ horizon: 'later' })
  await page.reload()
  await expect(column('Later')).toContainText('Read receipts from a photo')
  await expect(column('Now')).toContainText('Tell crews at once')

  await page.getByRole('button', { name: 'What changed' }).click()
  const changes = page.getByRole('dialog', { name: 'What changed' })
  await expect(changes.getByRole('listitem').filter({ hasText: 'BET-2' })).toContainText('new on the roadmap')
  await changes.getByLabel('Since').fill('2999-01-01')
  await expect(changes).toContainText('Nothing on the roadmap has changed since then.')
  await checkAccess(page)
})

test('by quarter, all columns fit beside each other on a wide screen, and can be reached on a narrow one', async ({ page, room }) => {
  await room.post('/bets', { title: 'Tell crews at once' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await room.open('/roadmap?by=quarter')
  const board = page.locator('.board')
  await expect(page.getByRole('region', { name: 'No quarter' })).toBeInViewport({ ratio: 0.95 })
  expect(await board.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  await page.setViewportSize({ width: 360, height: 740 })
  const fade = () => board.evaluate((box) => getComputedStyle(box).maskImage)
  await expect.poll(fade).toContain('64px')
  await page.getByRole('link', { name: 'Tell crews at once' }).focus()
  await expect(page.getByRole('region', { name: 'No quarter' })).toBeInViewport()
})
