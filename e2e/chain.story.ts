import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { checkAccess } from './access.ts'
import { DAY_MS } from './clock.ts'
import { ownWorld } from './own-world.ts'
import { listenForFaults, owner, part, type Room, roomOf } from './person.ts'

const LAUNCHED_DAYS_AGO = 10
const SENT_DAYS_AGO = 2
const CHECK_DAYS_AGO = 1
const world = ownWorld(Number(process.env.E2E_PORT ?? 4480) + 1)
test.use({ storageState: { cookies: [], origins: [] } })
test.setTimeout(240_000)
test.afterAll(() => world.end())

test('what a customer said becomes a problem, a bet, a locked promise, and a verdict that the data give', async ({ page }) => {
  const settle = listenForFaults(page)
  await world.start(LAUNCHED_DAYS_AGO)
  const room = await settleIn(page)
  await captureAndTie(page, room)
  await betOnIt(page, room)
  await promiseAndLaunch(page, room)
  await world.stop()

  await world.start(SENT_DAYS_AGO)
  await sendExperiment(page.request, room)
  await world.stop()

  await world.start(0)
  await readVerdict(page, room)
  settle()
})

async function settleIn(page: Page) {
  const { origin } = world
  const made = await page.request.post(`${origin}/api/v1/public/setup`, {
    data: { ...owner, workspaceName: 'Larkfield' },
    headers: { origin },
  })
  const { workspace } = (await made.json()) as { workspace: { slug: string } }
  await page.request.post(`${origin}/api/auth/sign-in/email`, { data: owner, headers: { origin } })
  const room = roomOf(page, { slug: workspace.slug, origin })
  await room.post('/metrics', {
    name: 'Receipts kept',
    definition: { kind: 'conversion', first: { event: 'signed_in' }, next: { event: 'receipt_kept' }, withinDays: 7 },
  })
  return room
}

async function captureAndTie(page: Page, room: Room) {
  await room.open('/bets')
  await page.keyboard.press('c')
  const capture = page.getByRole('dialog', { name: 'Capture feedback' })
  await capture.getByLabel('What was said').fill('We lose one receipt in ten. Otherwise we like it.')
  await capture.getByRole('combobox', { name: /Who said it/ }).fill('Marit Dahl')
  await page.getByRole('option', { name: 'New person “Marit Dahl”' }).click()
  await checkAccess(page)
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByText('Captured as FB-1')).toBeVisible()

  await room.open('/inbox')
  await expect(page.getByRole('article', { name: 'FB-1' })).toContainText('We lose one receipt in ten.')
  await page.keyboard.press('.')
  await page.keyboard.press('p')
  await page.getByRole('combobox', { name: /Search problems/ }).fill('Receipts get lost')
  await page.keyboard.press('Enter')
  await page.keyboard.press('3')
  await expect(page.locator('mark', { hasText: 'We lose one receipt in ten.' })).toHaveAttribute('title', /PROB-1/)
  await expect(page.getByRole('button', { name: /blocks them/ })).toHaveAttribute('aria-pressed', 'true')
}

async function betOnIt(page: Page, room: Room) {
  await room.open('/problems/PROB-1')
  await expect(page.getByText('We lose one receipt in ten.').first()).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'New bet' }).click()
  const bet = page.getByRole('dialog', { name: 'New bet' })
  await expect(bet.getByRole('combobox', { name: /Problem it answers/ })).toHaveValue('Receipts get lost')
  await bet.getByLabel('What would we do?').fill('Read receipts from a photo')
  await bet.getByRole('button', { name: /Add the bet/ }).click()
  await expect(page).toHaveURL(/\/bets\/BET-1#hypothesis$/)
  await expect(page.getByRole('textbox', { name: 'We believe that …' })).toBeFocused()
  await expect(part(page, 'Problems it answers')).toContainText('PROB-1')
  await expect(page.getByText('We lose one receipt in ten.').first()).toBeVisible()
}

async function promiseAndLaunch(page: Page, room: Room) {
  await room.open('/bets/BET-1')
  const plan = part(page, 'Success plan')
  await plan.getByRole('button', { name: 'Write the plan' }).click()
  const form = page.getByRole('dialog', { name: 'Success plan' })
  await form.getByRole('combobox', { name: 'Primary metric' }).click()
  await page.getByRole('option', { name: /Receipts kept/ }).click()
  await form.getByLabel('Smallest effect worth having').fill('5')
  await form.getByLabel('Event that says who saw it').fill('receipt_photo_exposed')
  await form.getByLabel('Count for each person').fill('7')
  await form.getByLabel('Check date').fill(new Date(Date.now() - CHECK_DAYS_AGO * DAY_MS).toISOString().slice(0, 10))
  await checkAccess(page)
  await form.getByRole('button', { name: /Save the plan/ }).click()
  await expect(plan).toContainText('+5 points or more')
  await expect(plan).toContainText('locks when the bet is launched')

  await expect(plan).toContainText('No “receipt_photo_exposed” has come in so far.')

  await page.getByRole('button', { name: 'More moves' }).click()
  await page.getByRole('menuitem', { name: 'Launch…' }).click()
  const launch = page.getByRole('dialog', { name: 'Launch: Read receipts from a photo' })
  await expect(launch).toContainText('It goes from “idea” straight to “launched”')
  await expect(launch).toContainText('The success plan is locked with it')
  await checkAccess(page)
  await launch.getByRole('button', { name: /Launch and lock the plan/ }).click()
  await expect(plan).toContainText(/locked .* sha-256/)
  const hash = await plan.locator('code[title]').getAttribute('title')
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  await expect(plan).toContainText('no amendment')
  await expect(plan).toContainText(/Planned for\s*1,000 people/)
  await expect(plan.getByRole('button', { name: 'Change' })).toHaveCount(0)
  await expect(part(page, 'Verdict')).toContainText(
    'Not enough data. “Receipts kept”: No “receipt_photo_exposed” with “control” or “treatment” in “variant” has come in',
  )
  await expect(part(page, 'Verdict')).not.toContainText('strong claim')
  await room.open('/roadmap')
  await expect(part(page, 'Out, not learned from yet')).toContainText(/Read receipts from a photo.*due/)
  await room.open('/bets?show=launched')
  await expect(page.getByRole('row').filter({ hasText: 'Read receipts from a photo' })).toContainText(/launched \d/)
  await room.open('/problems/PROB-1')
  await expect(part(page, 'Bets on it').getByRole('link', { name: 'New bet' })).toHaveAttribute('href', /new=1&problem=PROB-1$/)
}

const groups = { control: { people: 400, did: 100 }, treatment: { people: 400, did: 180 } }

async function sendExperiment(request: APIRequestContext, room: Room) {
  const { key } = await room.post('/capture-keys', { name: 'Van app' })
  const at = Date.now() - 9 * DAY_MS
  const batch = Object.entries(groups).flatMap(([variant, { people, did }]) =>
    Array.from({ length: people }, (_, person) => whatOneDid({ id: `${variant}-${person}`, variant, at, kept: person < did })).flat(),
  )
  const taken = await request.post(`${world.origin}/batch/`, { data: { api_key: key, batch } })
  expect(taken.status()).toBe(200)
}

type One = { id: string; variant: string; at: number; kept: boolean }

function whatOneDid({ id, variant, at, kept }: One) {
  const event = (name: string, minutes: number, properties = {}) => ({
    event: name,
    distinct_id: id,
    properties,
    timestamp: new Date(at + minutes * 60_000).toISOString(),
  })
  return [event('receipt_photo_exposed', 0, { variant }), event('signed_in', 1), ...(kept ? [event('receipt_kept', 90)] : [])]
}

async function readVerdict(page: Page, room: Room) {
  await room.open('/bets/BET-1')
  const verdict = part(page, 'Verdict')
  await expect(verdict).toContainText('as the data stand now; not recorded yet')
  await expect(verdict).toContainText('400 people')
  await expect(verdict).toContainText('25')
  await expect(verdict).toContainText('45')
  await expect(verdict).toContainText('This is the look at the check date')
  await verdict.getByRole('button', { name: 'Record this verdict' }).click()
  await expect(verdict.getByRole('link', { name: 'VER-1' })).toBeVisible()
  await expect(verdict.locator('.verdict-sentence')).toContainText('worked')
  await room.open('/verdicts')
  await expect(page.getByRole('main')).toContainText('Read receipts from a photo')
  await expect(page.getByRole('main')).toContainText('worked')
}
