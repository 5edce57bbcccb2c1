import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { chooseAddress } from '#db/postgres-address.ts'
import { findPostgresBinaries } from '#db/postgres-binaries.ts'
import { startTricorn, type TricornProcess } from '#test/tricorn-process.ts'
import { atMost, type BenchRow, report } from './bench-row.ts'
import { makeKey } from './filled-tricorn.ts'

const LONGEST_HOLD_UP_MS = 20
const DAY = 24 * 3600 * 1000
const DAYS = 400
const DAYS_SINCE_LAUNCH = 60
const ROUNDS = 6
const watcher = pathToFileURL(path.join(import.meta.dirname, 'watch-loop.ts')).href

type Client = { send: (method: string, address: string, body?: object) => Promise<Record<string, unknown>> }

function clientOf(url: string, key: string): Client {
  async function send(method: string, address: string, body?: object) {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const response = await fetch(`${url}/api/v1${address}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  return { send }
}

/** More than a year of days on which some of those who came also sent something. */
async function capture(url: string, key: string) {
  for (let day = 1; day <= DAYS; day++) {
    const timestamp = new Date(Date.now() - day * DAY).toISOString()
    const people = Array.from({ length: 40 + ((day * 7) % 13) }, (_, person) => `person-${person}`)
    const batch = people.flatMap((distinct_id, person) =>
      ['came', ...(person % 3 === day % 3 ? ['sent'] : [])].map((event) => ({ event, distinct_id, timestamp, properties: {} })),
    )
    const taken = await fetch(`${url}/batch/`, { method: 'POST', body: JSON.stringify({ api_key: key, batch }) })
    if (!taken.ok) throw new Error(`Capture answered ${taken.status}.`)
  }
}

const measures = ['share', 'people'] as const
const checkDate = new Date(Date.now() + 90 * DAY).toISOString().slice(0, 10)

/** A bet on a share and one on a count of people, both to be held against the time before. */
async function addBets({ send }: Client) {
  const keys: string[] = []
  for (const measure of measures) {
    const definition = { kind: 'adoption', of: { event: 'sent' }, among: { event: 'came' }, measure, granularity: 'day' }
    const metric = await send('POST', '/metrics', { name: measure, definition })
    const bet = await send('POST', '/bets', { title: measure, metric: metric.key })
    const design = { kind: 'before-after', weeksBefore: 48, season: 'weekday' }
    await send('PUT', `/bets/${bet.key}/plan`, { metric: metric.key, smallestEffect: 0.1, design, checkDate })
    keys.push(bet.key as string)
  }
  return keys
}

const MOST_BETS = 500

/** As many open bets as are compared at once, each with all its estimates. */
async function addOpenBets({ send }: Client) {
  for (let bet = 0; bet < MOST_BETS - measures.length; bet++) {
    const range = (low: number) => ({ low: low * (1 + (bet % 7) / 10), high: low * (2 + (bet % 11) / 5) })
    await send('POST', '/bets', { title: `Bet ${bet}`, reach: range(500), impact: range(1), confidence: range(0.2), effort: range(2) })
  }
}

/** Asked with another capacity every time: what was asked before is not computed again. */
function askScores({ send }: Client) {
  let weeks = 20
  return async () => {
    const { rows } = (await send('GET', `/bets/scores?capacity=${weeks++}`)) as { rows: unknown[] }
    if (rows.length < MOST_BETS - measures.length) throw new Error(`Only ${rows.length} bets were compared.`)
  }
}

/** As if it had been launched then and were to be checked yesterday. */
async function moveBack(folder: string) {
  const { connection, forget } = await chooseAddress({ folder: path.join(folder, 'postgres'), binaries: findPostgresBinaries(folder) })
  const direct = new pg.Client(connection)
  await direct.connect()
  await direct.query(`update success_plans set started_on = current_date - ${DAYS_SINCE_LAUNCH}, check_date = current_date - 1`)
  await direct.query(`update bets set launched_at = now() - interval '${DAYS_SINCE_LAUNCH} days' where key = (select min(key) from bets)`)
  await direct.end()
  forget()
}

async function longestHoldUp(tricorn: TricornProcess) {
  const before = tricorn.said().length
  tricorn.kill('SIGUSR2')
  for (;;) {
    const told = /held up for ([\d.]+) ms, with waiting for the processor ([\d.]+) ms/.exec(tricorn.said().slice(before))
    if (told) return { computing: Number(told[1]), waiting: Number(told[2]) }
    await wait(20)
  }
}

const launch = async ({ send }: Client, bet: string) => {
  for (const state of ['considering', 'committed', 'building', 'launched']) await send('PUT', `/bets/${bet}/state`, { state })
}

/** The longest that a request had to wait while others had something computed. */
async function holdUpDuring(tricorn: TricornProcess, work: () => Promise<unknown>) {
  await work()
  await longestHoldUp(tricorn)
  for (let round = 0; round < ROUNDS; round++) await work()
  return longestHoldUp(tricorn)
}

const row = (what: string, { computing, waiting }: { computing: number; waiting: number }): BenchRow => ({
  what,
  measured: `${computing.toFixed(1)} ms (${waiting.toFixed(1)} ms with waiting for the processor)`,
  against: `${LONGEST_HOLD_UP_MS} ms`,
  ...atMost(1, computing / LONGEST_HOLD_UP_MS),
})

async function measure(folder: string, tricorn: TricornProcess): Promise<BenchRow[]> {
  const client = clientOf(tricorn.url, await makeKey(tricorn.url))
  const capturing = await client.send('POST', '/capture-keys', { name: 'Bench' })
  await capture(tricorn.url, capturing.key as string)
  const bets = await addBets(client)
  const ask = (what: string) => Promise.all(bets.map((bet) => client.send('GET', `/bets/${bet}/${what}`)))
  const outlook = await holdUpDuring(tricorn, () => ask('plan'))
  await addOpenBets(client)
  const scores = await holdUpDuring(tricorn, askScores(client))
  for (const bet of bets) await launch(client, bet)
  await moveBack(folder)
  const [{ live }] = (await ask('verdict')) as [{ live: { sentence: string; result: { verdict: { success: { p: number | null }[] } } } }]
  if (live.result.verdict.success[0]?.p == null) throw new Error(`Nothing was computed: ${live.sentence}`)
  const verdict = await holdUpDuring(tricorn, () => ask('verdict'))
  return [
    row('the longest hold-up of others while verdicts with fake dates are computed over HTTP', verdict),
    row('the same while outlooks on a plan are', outlook),
    row(`the same while ${MOST_BETS} bets are compared`, scores),
  ]
}

export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-loop-'))
  const tricorn = await startTricorn(folder, { LOG_LEVEL: 'warn', NODE_OPTIONS: `--import=${watcher}` })
  try {
    await tricorn.ready
    return await measure(folder, tricorn)
  } finally {
    tricorn.kill('SIGTERM')
    await tricorn.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await report(run)
