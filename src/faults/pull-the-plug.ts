import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { startTricorn, type TricornProcess } from '#test/tricorn-process.ts'
import { compare, isFinished } from './compare.ts'
import { type Door, startCustomers } from './customers.ts'
import { openDoor } from './open-door.ts'
import { killVictim, type Victim, victims } from './victims.ts'

export type Plan = {
  times: number
  seed: number
  /** How long to wait at the end for imports that a kill interrupted; their job is taken up again after about a minute. */
  importPatienceMs: number
  say?: (sentence: string) => void
}
export type Outcome = { complaints: string[]; acknowledged: number; slowestStartMs: number }

/**
 * Kills parts of a Tricorn that customers are sending to, again and again, and complains of every acknowledged feedback or event that is
 * not there afterwards or there twice, and of every start that does not work.
 */
export async function pullThePlug({ times, seed, importPatienceMs, say = () => {} }: Plan): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tricorn-plug-'))
  const chance = xoroshiro128plus(seed)
  const upTo = (most: number) => uniformInt(chance, 0, most)
  const run = await begin(folder)
  try {
    const customers = startCustomers(run.door)
    const order = shuffled(upTo)
    for (let time = 1; time <= times; time++) {
      const victim = order[(time - 1) % order.length]!
      await wait(200 + upTo(1_300))
      const startMs = await killAndStart(run, victim, upTo(700))
      run.slowestStartMs = Math.max(run.slowestStartMs, startMs)
      const found = await compare(run.door, new Map(customers.ledger))
      run.complaints.push(...found.map((complaint) => `After kill ${time} (${victim}): ${complaint}`))
      say(`${time}/${times} killed ${victim}, back after ${startMs} ms, ${countYes(customers.ledger)} acknowledged ${found.join('; ')}`)
    }
    await customers.stop()
    const allFinished = await waitForImports(run.door, customers.imports, importPatienceMs)
    if (!allFinished && importPatienceMs > 0) run.complaints.push('An import that was accepted did not finish.')
    run.complaints.push(...(await compare(run.door, customers.ledger, allFinished)))
    return { complaints: run.complaints, acknowledged: countYes(customers.ledger), slowestStartMs: run.slowestStartMs }
  } finally {
    run.tricorn.kill('SIGTERM')
    await run.tricorn.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

type Run = { folder: string; tricorn: TricornProcess; door: Door; complaints: string[]; slowestStartMs: number }

async function begin(folder: string): Promise<Run> {
  const tricorn = await startTricorn(folder, quiet)
  await tricorn.ready
  return { folder, tricorn, door: await openDoor(tricorn.url), complaints: [], slowestStartMs: 0 }
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
  console.log(`${outcome.acknowledged} acknowledged, ${outcome.complaints.length} complaints, slowest return ${outcome.slowestStartMs} ms`)
  process.exitCode = outcome.complaints.length === 0 ? 0 : 1
}
