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
