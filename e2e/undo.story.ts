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
