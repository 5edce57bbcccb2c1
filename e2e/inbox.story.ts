import { expect } from '@playwright/test'
import { test } from './person.ts'

const words = 'Hello again. The crew was already on the way when the customer cancelled. Otherwise we are happy.'

test('a passage is tied to a problem, weighed and done with the keyboard alone, and undone', async ({ page, room }) => {
  await room.post('/problems', { title: 'Crews learn of changes too late' })
  await room.post('/feedback', { text: 'pls add <b>dark mode</b>', channel: 'in-product' })
  await room.post('/feedback', { text: words, channel: 'email' })

  await room.open('/inbox')
  await expect(page.getByRole('article', { name: 'FB-2' })).toContainText(words)
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await page.keyboard.press('p')
  await page.getByRole('combobox', { name: /Search problems/ }).fill('late')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  await expect(page.locator('mark', { hasText: 'The crew was already on the way' })).toHaveAttribute('title', /PROB-1/)
  await expect(page.getByRole('button', { name: /costs them/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('button', { name: /costs them/ }).locator('svg')).toHaveCount(1)
  await expect(page.getByRole('button', { name: /contradicts/ }).locator('svg')).toHaveCount(0)

  await page.keyboard.press('e')
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText('pls add <b>dark mode</b>')
  await expect(page.getByRole('list', { name: 'Inbox' }).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('list', { name: 'Inbox' }).getByRole('listitem')).toHaveCount(2)
})

test('whoever presses Enter before the suggestions are there gets the first of them, and no other problem', async ({ page, room }) => {
  await room.post('/problems', { title: 'A problem about something else' })
  await room.post('/problems', { title: 'Crews learn of customers who cancelled too late' })
  await room.post('/feedback', { text: words, channel: 'email' })
  const { promise: read, resolve: haveRead } = Promise.withResolvers<void>()
  await page.route('**/suggestions', async (route) => {
    await read
    await route.continue()
  })

  await room.open('/inbox')
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText(words)
  await page.keyboard.press('.')
  await page.keyboard.press('.')
  await page.keyboard.press('p')
  await page.getByRole('combobox', { name: /Search problems/ }).press('Enter')
  await expect(page.getByRole('listbox')).toHaveAttribute('aria-busy', 'true')
  haveRead()
  await expect(page.locator('mark', { hasText: 'The crew was already on the way' })).toHaveAttribute('title', /PROB-2/)
})

test('one word in common chooses no problem, and a problem that is tied is not suggested again', async ({ page, room }) => {
  await room.post('/problems', { title: 'Invoices reach the wrong customer' })
  await room.post('/problems', { title: 'Crews learn of changes too late' })
  await room.post('/feedback', { text: 'The customer was friendly today.', channel: 'email' })

  await room.open('/inbox/FB-1')
  await page.keyboard.press('p')
  await expect(page.getByRole('option', { name: /PROB-1/ })).toContainText('one word in common')
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByText('No problem is close enough to be chosen for you.')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('mark', { hasText: 'The customer was friendly today.' })).toHaveAttribute('title', /PROB-1/)
  await expect(page.getByText('No other problem sounds like this.')).toBeVisible()
})
