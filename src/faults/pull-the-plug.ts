import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { startTricorn, type TricornProcess } from '#test/tricorn-process.ts'
import { compare, isFinished } from './compare.ts'
import { type Customers, type Door, startCustomers } from './customers.ts'
import { openDoor } from './open-door.ts'
import { killVictim, type Victim, victims } from './victims.ts'

export type Plan = {
  times: number
  seed: number
  /** How long to wait at the end for imports that a kill interrupted; their job is taken up again after about a minute. */
  importPatienceMs: number
  say?: (sentence: string) => void
}
export type Outcome = { complaints: string[]; acknowledged: number; slowestReturnMs: number }

/**
 * Kills parts of a Tricorn that customers are sending to, again and again, and complains of every acknowledged feedback or event that is
 * not there afterwards or there twice, and of every start that does not work.
 */
export async function pullThePlug(plan: Plan): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tricorn-plug-'))
  const run = await begin(folder)
  const customers = startCustomers(run.door)
  try {
    await killRepeatedly(run, customers, plan)
    await customers.stop()
    await compareAtTheEnd(run, customers, plan)
    return { complaints: run.complaints, acknowledged: countYes(customers.ledger), slowestReturnMs: run.slowestReturnMs }
  } finally {
    await customers.stop()
    run.tricorn.kill('SIGTERM')
    await run.tricorn.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

async function killRepeatedly(run: Run, { ledger }: Customers, { times, seed, say = () => {} }: Plan) {
  const chance = xoroshiro128plus(seed)
  const upTo = (most: number) => uniformInt(chance, 0, most)
  let order: Victim[] = []
  for (let time = 1; time <= times; time++) {
    if (order.length === 0) order = shuffled(upTo)
    const victim = order.pop()!
    await wait(200 + upTo(1_300))
    const returnMs = await killAndStart(run, victim, upTo(700))
    run.slowestReturnMs = Math.max(run.slowestReturnMs, returnMs)
    const found = await compare(run.door, new Map(ledger))
    run.complaints.push(...found.map((complaint) => `After kill ${time} (${victim}): ${complaint}`))
    say(`${time}/${times} killed ${victim}, back after ${returnMs} ms, ${countYes(ledger)} acknowledged ${found.join('; ')}`)
  }
}

async function compareAtTheEnd(run: Run, { ledger, imports }: Customers, { importPatienceMs }: Plan) {
  const allFinished = await waitForImports(run.door, imports, importPatienceMs)
  if (!allFinished && importPatienceMs > 0) run.complaints.push('An import that was accepted did not finish.')
  run.complaints.push(...(await compare(run.door, ledger, allFinished)))
}

type Run = { folder: string; tricorn: TricornProcess; door: Door; complaints: string[]; slowestReturnMs: number }

async function begin(folder: string): Promise<Run> {
  const tricorn = await startTricorn(folder, quiet)
  await tricorn.ready
  return { folder, tricorn, door: await openDoor(tricorn.url), complaints: [], slowestReturnMs: 0 }
}

const quiet = { LOG_LEVEL: 'silent' }

/** Every victim once before any comes again, in an order of chance. */
function shuffled(upTo: (most: number) => number): Victim[] {
  const order: Victim[] = [...victims]
  for (let last = order.length - 1; last > 0; last--) {
    const other = upTo(last)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

/** How long it took to be ready again. */
async function killAndStart(run: Run, victim: Victim, momentOfStart: number) {
  killVictim(victim, { server: run.tricorn.pid, folder: run.folder })
  const killed = performance.now()
  if (victim !== 'duckdb') await startAgain(run)
  if (victim === 'start') {
    await wait(momentOfStart)
    run.tricorn.kill('SIGKILL')
    await startAgain(run)
  }
  await run.tricorn.ready
  await untilReady(run)
  return Math.round(performance.now() - killed)
}

async function startAgain(run: Run) {
  await run.tricorn.ended
  run.tricorn = await startTricorn(run.folder, { ...quiet, PORT: new URL(run.door.url).port })
}

/** The server starts a new DuckDB by itself, so until then it must not end, only say that it is not ready. */
async function untilReady({ door, tricorn }: Run) {
  const ended = tricorn.ended.then((code) => Promise.reject(new Error(`The server ended by itself (${code}): ${tricorn.said()}`)))
  ended.catch(() => {})
  const isReady = () =>
    fetch(`${door.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await Promise.race([isReady(), ended]))) await wait(50)
}

async function waitForImports(door: Door, imports: string[], patienceMs: number) {
  const until = Date.now() + patienceMs
  for (;;) {
    const finished = await Promise.all(imports.map((id) => isFinished(door, id)))
    if (finished.every(Boolean)) return true
    if (Date.now() > until) return false
    await wait(500)
  }
}

const countYes = (ledger: Map<string, boolean>) => [...ledger.values()].filter(Boolean).length

if (import.meta.main) {
  const [times = '30', seed = String(Date.now() % 100_000)] = process.argv.slice(2)
  console.log(`Pulling the plug ${times} times with seed ${seed} …`)
  const outcome = await pullThePlug({ times: Number(times), seed: Number(seed), importPatienceMs: 180_000, say: console.log })
  for (const complaint of outcome.complaints) console.log(`✗ ${complaint}`)
  console.log(`${outcome.acknowledged} acknowledged, ${outcome.complaints.length} complaints, slowest return ${outcome.slowestReturnMs} ms`)
  process.exitCode = outcome.complaints.length === 0 ? 0 : 1
}
