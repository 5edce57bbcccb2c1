import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { part, type Room, test } from './person.ts'

const titles = ['Crews learn of changes too late', 'Receipts are typed twice', 'Quotes go out days after the visit']

async function openProblems(page: Page, room: Room) {
  for (const title of titles) await room.post('/problems', { title, who: `Those of “${title}”` })
  await room.open('/problems')
  return page.getByRole('grid', { name: 'Problems' }).getByRole('row')
}

test('a row is seen from the side, the next one with it, and opened in full, all with keys', async ({ page, room }) => {
  const rows = await openProblems(page, room)
  await page.keyboard.press('j')
  const first = (await rows.nth(1).getByRole('link').textContent())!
  const second = (await rows.nth(2).getByRole('link').textContent())!
  await page.keyboard.press('Space')
  const peek = page.getByRole('dialog')
  await expect(peek).toContainText(`Those of “${first}”`)
  await checkAccess(page)
  await page.keyboard.press('j')
  await expect(peek).toContainText(`Those of “${second}”`)
  await page.keyboard.press('Escape')
  await expect(peek).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article')).toContainText(`Those of “${second}”`)
})

test('what is selected with keys is moved and archived together, and one Undo brings all of it back', async ({ page, room }) => {
  const rows = await openProblems(page, room)
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('toolbar', { name: 'Selected rows' })
  await expect(bar).toContainText('2 selected')
  await checkAccess(page)
  await bar.getByRole('button', { name: 'Move to…' }).click()
  await page.getByRole('menuitem', { name: /^Validated/ }).click()
  await expect(rows.filter({ hasText: 'validated' })).toHaveCount(2)
  await expect(bar).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows.filter({ hasText: 'validated' })).toHaveCount(0)

  await page.getByRole('checkbox', { name: 'Select all' }).click()
  await bar.getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByRole('heading', { name: 'No problem yet' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(rows).toHaveCount(titles.length + 1)
})

test('what is selected is acted on while a row is seen from the side, at every width', async ({ page, room }) => {
  // Three widths, each looked at twice.
  test.slow()
  const rows = await openProblems(page, room)
  const bar = page.getByRole('toolbar', { name: 'Selected rows' })
  const peek = page.getByRole('dialog')
  for (const width of [1440, 1100, 360]) {
    await page.setViewportSize({ width, height: 800 })
    await room.open('/problems')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Space')
    await expect(peek).toContainText('Those of “')
    await checkAccess(page)
    // Trials press nothing, but fail where something else lies on what is to be pressed.
    for (const button of await bar.getByRole('button').all()) await button.click({ trial: true })
    await peek.getByRole('link').last().click({ trial: true })
    await peek.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
  }
  await expect(rows).toHaveCount(titles.length + 1)
})

test('of a long list in groups only what is seen is drawn, each group a part of its own, and keys walk through all of it', async ({
  page,
  room,
}) => {
  const row = (index: number) => page.locator(`tr[data-index="${index}"]`)
  for (let n = 10; n < 110; n++) await room.post('/problems', { title: `Number ${n}` })
  for (const key of ['PROB-1', 'PROB-2']) await room.put(`/problems/${key}/state`, { state: 'validated' })
  await room.open('/problems?group=state')
  const grid = page.getByRole('grid', { name: 'Problems' })
  await expect(grid.getByRole('rowheader')).toHaveText(['emerging 98'])
  await expect(row(50)).toHaveCount(0)
  await page.keyboard.press('j')
  await expect(row(0)).toBeFocused()
  // To whole rows: a box half under the headings is too small to press.
  const scroll = (list: Element) => list.scrollTo(0, Math.floor((list.scrollHeight - list.clientHeight) / 36) * 36)
  await page.locator('.table-scroll').evaluate(scroll)
  await expect(row(99)).toBeVisible()
  const validated = grid.getByRole('rowgroup').filter({ has: page.getByRole('rowheader', { name: 'validated 2' }) })
  await expect(validated.getByRole('row')).toHaveCount(3)
  await expect(grid.getByRole('rowheader', { name: /emerging/ })).toHaveCount(0)
  await checkAccess(page)
})

test('where a problem belongs is chosen beside it, and Esc changes nothing', async ({ page, room }) => {
  const whole = await room.post('/problems', { title: titles[0] })
  await room.post('/problems', { title: titles[1], parent: whole.id })
  await room.open('/problems/PROB-2')
  const place = part(page, 'Part of')
  await expect(place.getByRole('link')).toHaveText(titles[0]!)
  await place.getByRole('button', { name: 'Change: Part of' }).click()
  await expect(page.getByRole('combobox', { name: 'Part of' })).toHaveValue(titles[0]!)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('combobox', { name: 'Part of' })).toHaveCount(0)
  await page.reload()
  await expect(place.getByRole('link')).toHaveText(titles[0]!)
})

test('the people of all customers stand in one list, under an address of its own', async ({ page, room }) => {
  const { id } = await room.post('/accounts', { name: 'Nordlys Heating' })
  await room.post('/contacts', { name: 'Marit Dahl', title: 'Office manager', accountId: id })
  await room.open('/customers')
  await page.getByRole('button', { name: 'People', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'People' })).toContainText('Marit Dahl')
  await page.reload()
  await page.getByRole('link', { name: 'Marit Dahl' }).click()
  await expect(page).toHaveTitle('Marit Dahl · Tricorn')
})

test('an address where nothing is says so and leads on', async ({ page, room }) => {
  for (const path of ['/nowhere', '/problems/PROB-99']) {
    await page.goto(`${room.origin}/w/${room.slug}${path}`)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address.', level: 1 })).toBeVisible()
    await checkAccess(page)
  }
  await page.getByRole('link', { name: 'To Today' }).click()
  await expect(page).toHaveTitle('Today · Tricorn')
})
