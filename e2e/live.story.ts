import { expect } from '@playwright/test'
import { checkAccess } from './access.ts'
import { joinRoom } from './members.ts'
import { test } from './person.ts'

const SOON = { timeout: 3000 }

test('two people at the same bet see each other’s work at once, and whom a comment names finds it on Today', async ({
  page,
  room,
  browser,
}) => {
  await room.post('/bets', { title: 'Alerts for crews' })
  const marit = await joinRoom(browser, room, { name: 'Marit Dahl', role: 'contributor' })
  await marit.room.open('/bets/BET-1')
  await room.open('/bets/BET-1')
  const title = page.getByRole('textbox', { name: 'Name of the bet' })

  const comment = page.getByRole('textbox', { name: 'Comment' })
  await comment.fill('Does **Nordlys** hear of changes in the cellar?')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(marit.page.getByText('Does Nordlys hear of changes in the cellar?')).toBeVisible(SOON)
  await title.fill('Alerts that reach crews')
  await title.press('Enter')
  await expect(marit.page.getByRole('heading', { name: 'Alerts that reach crews' })).toBeVisible(SOON)

  await marit.room.open('/')
  await comment.fill('@Marit would you ask them?')
  await page.keyboard.press('ControlOrMeta+Enter')
  const mentions = marit.page.getByRole('region', { name: 'Somebody asks you' })
  await expect(mentions).toContainText('@Marit would you ask them?', SOON)
  await mentions.getByRole('link').click()
  await expect(marit.page.getByText('@Marit would you ask them?')).toBeVisible()
  await expect(async () => {
    await marit.room.open('/')
    await expect(mentions).toHaveCount(0, { timeout: 500 })
  }).toPass()

  await page.getByRole('tab', { name: 'History' }).click()
  const history = page.getByRole('tabpanel', { name: 'History' })
  await expect(history).toContainText('Alerts for crews')
  await expect(history).toContainText('Alerts that reach crews')
  await checkAccess(page)
  await marit.page.context().close()
})
