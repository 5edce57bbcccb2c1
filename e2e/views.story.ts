import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { joinRoom } from './members.ts'
import { type Room, test } from './person.ts'

const table = (page: Page) => page.getByRole('grid', { name: 'Problems' })
const viewButton = (page: Page, name: string) => page.getByRole('button', { name, exact: false }).and(page.locator('.view-button'))

async function openMenu(page: Page) {
  await page.keyboard.press('v')
  await expect(page.getByRole('menu')).toBeVisible()
}

async function fillProblems(room: Room) {
  for (const title of ['Crews learn of changes too late', 'Receipts are typed twice', 'Quotes go out days after the visit'])
    await room.post('/problems', { title })
  await room.put('/problems/PROB-2/state', { state: 'validated' })
}

async function save(page: Page, name: string, { shared = false } = {}) {
  await page.keyboard.press('Shift+V')
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByLabel('What is it called?').fill(name)
  if (shared) await dialog.getByRole('checkbox').click()
  await checkAccess(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(dialog).toHaveCount(0)
  await expect(viewButton(page, name)).toBeVisible()
}

test('a view with its columns and groups is in the address, is saved under a name, and opens as it was', async ({ page, room }) => {
  await fillProblems(room)
  await room.open('/problems')
  await page.getByRole('button', { name: 'Columns of Problems' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'At stake' }).click()
  await page.getByRole('menuitem', { name: 'State' }).click()
  await expect(page).toHaveURL(/columns=key%2Ctitle%2Cstrength%2Csources%2Cstate&group=state/)
  await expect(table(page).getByRole('rowheader', { name: 'validated 1' })).toBeVisible()
  await checkAccess(page)
  await save(page, 'By state')
  const saved = new URL(page.url()).searchParams

  await page.getByRole('button', { name: 'validated 1' }).click()
  await expect(viewButton(page, 'By state changed')).toBeVisible()
  await openMenu(page)
  await checkAccess(page)
  await page.getByRole('menuitem', { name: 'Replace “By state” with this' }).click()
  await expect(viewButton(page, 'By state changed')).toHaveCount(0)
  await page.getByText('“By state” is replaced').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(viewButton(page, 'By state changed')).toBeVisible()

  await room.open('/bets')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog', { name: 'Everything' }).getByRole('combobox').fill('by state')
  await expect(page.getByRole('option', { name: 'Problems: By state' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/problems\?/)
  for (const part of ['columns', 'group', 'view']) expect(new URL(page.url()).searchParams.get(part)).toBe(saved.get(part))
  await expect(table(page).getByRole('columnheader', { name: 'At stake' })).toHaveCount(0)
  await expect(table(page).getByRole('row')).toHaveCount(1 + 2 + 3)
})

test('a view is renamed, shared, taken back and archived; others find only what is shared', async ({ page, room, browser }) => {
  await fillProblems(room)
  await room.open('/problems?state=validated')
  await save(page, 'Sure ones', { shared: true })
  await room.open('/problems?sort=title')
  await save(page, 'My own order')

  const reader = await joinRoom(browser, room, { name: 'Ben Okoye', role: 'viewer' })
  await reader.room.open('/problems')
  await openMenu(reader.page)
  await expect(reader.page.getByRole('menu')).toContainText('Sure ones')
  await expect(reader.page.getByRole('menu')).not.toContainText('My own order')
  await reader.page.getByRole('menuitem', { name: 'Sure ones' }).click()
  await expect(table(reader.page).getByRole('row')).toHaveCount(2)
  await openMenu(reader.page)
  await expect(reader.page.getByRole('menuitem', { name: 'Rename…' })).toHaveCount(0)
  await reader.page.keyboard.press('Escape')
  await save(reader.page, 'What Ben reads')

  await openMenu(page)
  await page.getByRole('menuitem', { name: 'Rename…' }).click()
  const rename = page.getByRole('dialog', { name: 'Rename the saved view' })
  await rename.getByLabel('What is it called?').fill('Sure ones')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(rename.getByRole('alert')).toContainText('There is a saved view of this name here already.')
  await rename.getByLabel('What is it called?').fill('In my order')
  await rename.getByRole('button', { name: 'Rename' }).click()
  await expect(viewButton(page, 'In my order')).toBeVisible()

  await openMenu(page)
  await page.getByRole('menuitem', { name: 'Share with everybody here' }).click()
  await openMenu(reader.page)
  await expect(reader.page.getByRole('menuitem', { name: 'In my order' })).toBeVisible()
  await reader.page.keyboard.press('Escape')
  await page.getByText('Everybody here finds “In my order” now').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await openMenu(reader.page)
  await expect(reader.page.getByRole('menuitem', { name: 'In my order' })).toHaveCount(0)
  await reader.page.context().close()

  await openMenu(page)
  await page.getByRole('menuitem', { name: 'History…' }).click()
  const history = page.getByRole('dialog', { name: 'In my order', exact: true })
  await history.getByRole('tab', { name: 'History' }).click()
  await expect(history).toContainText('shared it')
  await checkAccess(page)
  await page.keyboard.press('Escape')
  await openMenu(page)
  await page.getByRole('menuitem', { name: 'Archive the saved view' }).click()
  await expect(viewButton(page, 'Saved views')).toBeVisible()
  await page.getByText('“In my order” is archived').waitFor()
  await page.keyboard.press('ControlOrMeta+z')
  await openMenu(page)
  await expect(page.getByRole('menuitem', { name: 'In my order' })).toBeVisible()
})

test('with rows selected, the palette offers what the bar does, each with its key', async ({ page, room }) => {
  for (const title of ['Tell crews at once', 'Invoice from the van', 'Apprentices']) await room.post('/bets', { title })
  await room.open('/bets')
  const rows = page.getByRole('grid', { name: 'Bets' }).getByRole('row')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('dialog', { name: 'BET-2 Invoice from the van' })).toContainText('We believe that')
  await checkAccess(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Everything' })
  await expect(palette.getByRole('group', { name: 'With what is selected' }).getByRole('option')).toHaveText([
    /^2 bets: Horizon Now/,
    /^2 bets: Horizon Next/,
    /^2 bets: Horizon Later/,
    /^Archive 2 bets/,
  ])
  await expect(palette.getByRole('option', { name: 'Archive 2 bets' }).locator('kbd')).toHaveText('⌫')
  await palette.getByRole('option', { name: '2 bets: Horizon Now' }).click()
  await expect(rows.filter({ hasText: 'Now' })).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows.filter({ hasText: 'Now' })).toHaveCount(0)

  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('heading', { name: 'No bets yet' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(4)
})
