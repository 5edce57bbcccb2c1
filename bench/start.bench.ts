import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startTricorn, type TricornProcess } from '#test/tricorn-process.ts'
import { atMost, type BenchRow, median, report } from './bench-row.ts'

const starts = 5
const slowestStart = 2000
const mostMemory = 300
const cwd = fileURLToPath(new URL('..', import.meta.url))

type Command = [program: string, ...args: string[]]

/** From the command to the first answer that needs the database and the warehouse. */
async function timeStart(folder: string, command: Command = ['npm', 'start']) {
  const begin = performance.now()
  const tricorn = await startTricorn(folder, { LOG_LEVEL: 'warn' }, { command, cwd })
  await tricorn.ready
  await fetch(`${tricorn.url}/readyz`)
  return { tricorn, took: performance.now() - begin }
}

async function stop(tricorn: TricornProcess) {
  const begin = performance.now()
  tricorn.kill('SIGTERM')
  await tricorn.ended
  return performance.now() - begin
}

/** Megabytes of a process and all it has started, shared pages counted once (Linux only: nothing elsewhere). */
function memoryOf(pid: number): number {
  const own = execFileSync('sh', ['-c', `awk '/^Pss:/ { print $2 }' /proc/${pid}/smaps_rollup`], { encoding: 'utf8' })
  const children = execFileSync('sh', ['-c', `pgrep -P ${pid} || true`], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
  return Number(own) / 1024 + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0)
}

async function measureMemory(folder: string) {
  const { tricorn } = await timeStart(folder, [process.execPath, 'bin/start.mjs'])
  await wait(10_000)
  const memory = memoryOf(tricorn.pid)
  await stop(tricorn)
  return memory
}

export async function run(): Promise<BenchRow[]> {
  const place = mkdtempSync(join(tmpdir(), 'tricorn-start-'))
  // Builds what is stale, which is another thing than to start.
  await stop((await timeStart(join(place, 'build'))).tricorn)
  const folder = join(place, 'data')
  const first = await timeStart(folder)
  const stops = [await stop(first.tricorn)]
  const later: number[] = []
  for (let n = 0; n < starts; n++) {
    const { tricorn, took } = await timeStart(folder)
    later.push(took)
    stops.push(await stop(tricorn))
  }
  const rows = [
    row('first start on an empty folder', first.took, 'ms', 10_000),
    row('later start, to the first answer', median(later), 'ms', slowestStart),
    row('stop in order', Math.max(...stops), 'ms', 5000),
  ]
  if (process.platform === 'linux') rows.push(row('memory when idle, all processes', await measureMemory(folder), 'MB', mostMemory))
  rmSync(place, { recursive: true, force: true })
  return rows
}

const row = (what: string, measured: number, unit: string, limit: number): BenchRow => ({
  what,
  measured: `${Math.round(measured)} ${unit}`,
  against: `${limit} ${unit}`,
  ...atMost(1, measured / limit),
})

if (import.meta.main) await report(run)
