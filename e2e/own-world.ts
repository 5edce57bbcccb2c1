import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const PATIENCE_MS = 40_000
const startFile = join(import.meta.dirname, 'start-world.ts')

/** A Tricorn of one story: stopped and started again on the same folder, it can be some days older in between. */
export function ownWorld(port: number) {
  const folder = mkdtempSync(join(tmpdir(), 'tricorn-story-'))
  const origin = `http://127.0.0.1:${port}`
  let running: ChildProcess | undefined

  async function start(daysAgo: number) {
    const env = { ...process.env, PORT: String(port), TRICORN_STORY_FOLDER: folder, TRICORN_STORY_DAYS_AGO: String(daysAgo) }
    running = spawn(process.execPath, [startFile], { env, stdio: 'ignore' })
    const until = Date.now() + PATIENCE_MS
    while (!(await isReady(origin))) {
      if (Date.now() > until) throw new Error('The world of this story did not start.')
      await wait(200)
    }
  }
  async function stop() {
    if (!running || running.exitCode !== null) return
    running.kill('SIGTERM')
    await once(running, 'exit')
  }
  async function end() {
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
  /** Puts a course where a company keeps its own. */
  function writeCourse(name: string, files: Record<string, string>) {
    const place = join(folder, 'courses', name)
    mkdirSync(place, { recursive: true })
    for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text)
  }
  return { origin, start, stop, end, writeCourse }
}

const isReady = (origin: string) =>
  fetch(`${origin}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )
