import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { test } from './person.ts'

test('with e one is done with the row the cursor is on, or with all that are selected', async ({ page, room }) => {
  for (const title of ['Crews learn of changes too late', 'Receipts are typed twice', 'Quotes go out days after the visit'])
    await room.post('/problems', { title })
  await room.open('/problems')
  const solved = page.getByRole('grid', { name: 'Problems' }).getByRole('row').filter({ hasText: 'solved' })
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(solved).toHaveCount(1)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('e')
  await expect(solved).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(solved).toHaveCount(1)
})

test('with rows selected in two lists, the keys mean those of the list the cursor is in', async ({ page, room }) => {
  for (const question of ['Per seat or per crew?', 'Build or buy?', 'Which region first?']) {
    const options = ['One', 'Other'].map((title) => ({ id: title.toLowerCase(), title }))
    await room.post('/decisions', { question, options })
  }
  for (const key of ['DEC-1', 'DEC-2']) await room.put(`/decisions/${key}/outcome`, { option: 'one', reason: 'So far' })
  await room.open('/decisions')
  const [open, decided] = ['Open', 'Decided'].map((name) => page.getByRole('grid', { name, exact: true }))
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await decided!.getByRole('checkbox', { name: 'Select row' }).first().click()
  await expect(page.getByRole('toolbar', { name: 'Selected rows' })).toHaveCount(2)
  await checkAccess(page)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Backspace')
  await expect(decided!.getByRole('row')).toHaveCount(2)
  await expect(open!.getByRole('row')).toHaveCount(2)
  await open!.getByRole('columnheader', { name: 'Question' }).getByRole('button').focus()
  await page.keyboard.press('Backspace')
  await expect(page.getByText('Nothing waits to be decided.')).toBeVisible()
  await expect(decided!.getByRole('row')).toHaveCount(2)
})

test('Esc closes what is open first, and then goes back to where one came from', async ({ page, room }) => {
  await room.post('/problems', { title: 'Receipts are typed twice' })
  await room.open('/problems?sort=title')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/problems\/PROB-1$/)
  await page.getByRole('button', { name: /^(Owner|Choose an owner)/ }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(page).toHaveURL(/\/problems\/PROB-1$/)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Back')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/problems\?sort=title$/)
})

test('Esc takes nobody away from answers that are not sent or words that are not saved', async ({ page, room }) => {
  await room.post('/problems', { title: 'Receipts are typed twice' })
  await room.open('/learn')
  await room.open('/learn/three-hats/02-request-or-need')
  const choice = page.getByRole('radio').first()
  await choice.click()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Escape')
  await expect(choice).toBeChecked()
  await expect(page).toHaveURL(/02-request-or-need$/)

  await room.open('/problems')
  await room.open('/problems/PROB-1')
  const comment = page.getByRole('textbox', { name: 'Comment' })
  await comment.fill('Half a thought')
  await page.getByRole('button', { name: /^Comment/ }).focus()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^(Owner|Choose an owner)/ }).focus()
  await page.keyboard.press('Escape')
  await expect(comment).toHaveValue('Half a thought')
  await comment.fill('')
  await page.getByRole('button', { name: /^(Owner|Choose an owner)/ }).focus()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/problems$/)
})

test('what is submitted with ⌘Enter in a one-line field is submitted once', async ({ page, room }) => {
  await room.open('/specs?new=1')
  const dialog = page.getByRole('dialog', { name: 'New spec' })
  await dialog.getByLabel('What is it called?').fill('Photo receipts')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog).toHaveCount(0)
  const { rows } = (await room.get('/specs')) as unknown as { rows: unknown[] }
  expect(rows).toHaveLength(1)
})

test.describe('narrow', () => {
  test.use({ viewport: { width: 360, height: 740 } })
  test('what is read in the inbox has its one main heading', async ({ page, room }) => {
    await room.post('/feedback', { text: 'We lose one receipt in ten.', by: { name: 'Marit Dahl' }, channel: 'support' })
    for (const [path, title] of [
      ['/inbox', 'Inbox'],
      ['/inbox/FB-1', 'FB-1'],
    ] as const) {
      await room.open(path)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
      await checkAccess(page)
    }
  })
})
