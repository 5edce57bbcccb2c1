import { expect } from '@playwright/test'
import { test } from './person.ts'

test('a change is kept in the history, and undoing it is kept there too', async ({ page, room }) => {
  await room.post('/problems', { title: 'Crews learn of changes too late' })
  await room.open('/problems/PROB-1')
  await page.getByRole('button', { name: 'Move to…' }).click()
  await page.getByRole('menuitem', { name: /valid/i }).click()
  await expect(page.getByText('validated', { exact: true }).first()).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('emerging', { exact: true }).first()).toBeVisible()
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('tabpanel', { name: 'History' }).getByText('validated').first()).toBeVisible()
})

test('an older change is taken back from the history, but not over what somebody wrote since', async ({ page, room }) => {
  await room.post('/problems', { title: 'Crews learn of changes too late', who: 'Crews' })
  await room.patch('/problems/PROB-1', { who: 'Crews in the field' })
  await room.patch('/problems/PROB-1', { cost: 'An hour a day' })
  await room.patch('/problems/PROB-1', { cost: 'Two hours a day' })
  await room.open('/problems/PROB-1')
  await page.getByRole('tab', { name: 'History' }).click()
  const line = (words: string) => page.locator('.history > li').filter({ hasText: words })
  await line('An hour a day').last().getByRole('button', { name: 'Undo this' }).click()
  await expect(page.getByRole('alert').getByText('The cost was changed again since; undoing this would lose that.')).toBeVisible()
  await line('Crews in the field').first().getByRole('button', { name: 'Undo this' }).click()
  await expect(line('undid a change')).toContainText('Crews')
  expect(await room.get('/problems/PROB-1')).toMatchObject({ who: 'Crews', cost: 'Two hours a day' })
})

test('only the newest of several toasts answers the key, and what was taken back is told', async ({ page, room }) => {
  await room.post('/bets', { title: 'Tell crews at once', horizon: 'now' })
  await room.open('/roadmap')
  await page.getByRole('link', { name: 'Tell crews at once' }).focus()
  const undo = page.getByRole('button', { name: 'Undo' })
  for (const count of [1, 2]) {
    await page.keyboard.press(']')
    await expect(undo).toHaveCount(count)
    // Under the pointer toasts stay.
    await undo.first().hover()
  }
  await expect(undo.filter({ has: page.locator('kbd') })).toHaveCount(1)
  await expect(undo.first().locator('kbd')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Undone: BET-1 moved')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Next', exact: true })).toContainText('Tell crews at once')
})
