import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { test } from './person.ts'

test('from anywhere, keys find a record, list themselves and go to a room', async ({ page, room }) => {
  await room.post('/problems', { title: 'Receipts are typed twice' })
  await room.open('/')
  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Everything' })
  await palette.getByRole('combobox').fill('typed twice')
  await expect(palette.getByRole('option', { name: /Receipts are typed twice/ })).toBeVisible()
  await checkAccess(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/problems\/PROB-1$/)

  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Undo what was just done')
  await checkAccess(page)
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)

  await page.keyboard.press('g')
  await page.keyboard.press('i')
  await expect(page).toHaveURL(/\/inbox$/)
})
