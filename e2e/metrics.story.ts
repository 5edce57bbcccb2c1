import { expect, type Page } from '@playwright/test'
import { checkAccess } from './access.ts'
import { part, type Room, test } from './person.ts'

const definition = { kind: 'conversion', first: { event: 'signed_up' }, next: { event: 'invited' }, withinDays: 7 }
const design = {
  kind: 'experiment',
  exposureEvent: 'exposed',
  variantProperty: 'variant',
  control: 'control',
  treatment: 'link',
  windowDays: 7,
}

async function sendEvents({ page, room }: { page: Page; room: Room }, events: string[]) {
  const { key } = await room.post('/capture-keys', { name: 'Web app' })
  const batch = events.map((event) => ({ event, distinct_id: 'user-42', properties: {} }))
  const answer = await page.request.post(`${room.origin}/batch/`, { data: { api_key: key, batch } })
  expect(answer.ok()).toBe(true)
}

async function launchJudgedBy(room: Room, metric: string) {
  const { key } = await room.post('/bets', { title: 'Invite by link', metric })
  const checkDate = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await room.put(`/bets/${key}/plan`, { metric, smallestEffect: 0.05, checkDate, design })
  for (const state of ['considering', 'committed', 'building', 'launched']) await room.put(`/bets/${key}/state`, { state })
  return key
}

test('a metric is defined before its events come, and says what is wrong where it is wrong', async ({ page, room }) => {
  await room.open('/outcomes?new=1')
  const dialog = page.getByRole('dialog', { name: 'New metric' })
  await dialog.getByLabel('Name', { exact: true }).fill('Invited soon')
  await expect(dialog.getByText('No events have come yet').first()).toBeVisible()
  const save = dialog.getByRole('button', { name: /Add the metric/ })
  await expect(dialog.getByText('Name an event, or choose “any event”.')).toBeVisible()
  await expect(save).toBeDisabled()
  await dialog.getByRole('button', { name: 'Conversion' }).click()
  await dialog.getByRole('combobox', { name: 'And then did' }).click()
  await page.getByRole('option', { name: /any event/ }).click()
  await expect(save).toBeDisabled()

  const first = dialog.getByRole('combobox', { name: 'People who first did' })
  await first.fill('signed_up')
  await expect(page.getByRole('option', { name: /signed_up.*has not come yet/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(first).toHaveValue('signed_up')
  await expect(dialog.getByText('No event of this name has come yet.')).toBeVisible()
  await checkAccess(page)
  await dialog.getByLabel('Within').fill('99999')
  await expect(dialog.getByRole('alert')).toContainText('Write a whole number of days from 1 to 730.')
  await expect(save).toBeDisabled()
  await dialog.getByLabel('Within').fill('7')
  await save.click()
  await expect(page).toHaveURL(/\/outcomes\/METRIC-1$/)
  await expect(page.getByText('Share of people who did “signed_up” and then any event within 7 days').first()).toBeVisible()
})

test('events that came are offered by name, and a choice of keys takes the first', async ({ page, room }) => {
  await sendEvents({ page, room }, ['invited', 'signed_up', 'signed_in', 'signed_in'])
  await room.post('/metrics', { name: 'Invited soon', definition })
  await room.open('/outcomes?new=1')
  const did = page.getByRole('combobox', { name: 'People who did' })
  await did.fill('sign')
  await expect(page.getByRole('option').first()).toContainText('signed_in')
  await expect(page.getByRole('option').first()).toContainText(/2 times, last /)
  await page.keyboard.press('Enter')
  await expect(did).toHaveValue('signed_in')
  await did.fill('invtied')
  await page.getByRole('option', { name: /invtied.*has not come yet/ }).click()
  await page.getByRole('status').getByRole('button', { name: '“invited”' }).click()
  await expect(did).toHaveValue('invited')
  await expect(page.getByText('No event of this name has come yet.')).toHaveCount(0)
  await did.click()
  await expect(page.getByRole('option')).toHaveText([/any event/, /signed_in/, /invited/, /signed_up/])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await room.post('/bets', { title: 'Invite by link' })
  await room.open('/bets/BET-1')
  await page.getByRole('button', { name: 'Write the plan' }).click()
  const exposure = page.getByRole('combobox', { name: 'Event that says who saw it' })
  await exposure.fill('signd_up')
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByRole('button', { name: '“signed_up”' }).click()
  await expect(exposure).toHaveValue('signed_up')
  await checkAccess(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.getByRole('button', { name: 'Choose a metric' }).click()
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(part(page, 'Metric')).toContainText('Invited soon')
})

test('whoever changes what a launched bet is judged by is told before, and the history says what changed', async ({ page, room }) => {
  const { key } = await room.post('/metrics', { name: 'Invited soon', definition })
  const bet = await launchJudgedBy(room, key)
  const recorded = await room.post(`/bets/${bet}/verdict`)
  await room.open(`/outcomes/${key}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Invited soon' })
  const warning = dialog.getByRole('note').first()
  await expect(warning).toContainText(`${bet} is being judged by this metric.`)
  await expect(warning.getByRole('link', { name: bet })).toHaveAttribute('href', `/w/${room.slug}/bets/${bet}`)
  await expect(dialog.getByRole('note').last()).toContainText(`${recorded.key} was computed with this definition and keeps it`)
  await dialog.getByLabel('Within').fill('14')
  await checkAccess(page)
  await dialog.getByRole('button', { name: /Save the metric/ }).click()
  await expect(dialog).toHaveCount(0)

  await page.getByRole('tab', { name: 'History' }).click()
  const change = page.locator('.changes li')
  await expect(change).toHaveText(/^Conversion from “signed_up” to “invited”, each week within 7 days\s*became\s*within 14 days$/)
  await checkAccess(page)

  await room.open(`/verdicts/${recorded.key}`)
  await expect(part(page, 'Verdict')).toContainText('then within 7 days; now within 14 days')
  await room.open(`/bets/${bet}`)
  await expect(part(page, 'Success plan')).toContainText('“Invited soon” was changed after the plan was locked')
})
