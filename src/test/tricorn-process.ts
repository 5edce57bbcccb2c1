import { type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../main.ts', import.meta.url))

export type TricornProcess = {
  pid: number
  url: string
  /** The URL has been printed. Fails with what was said instead when the process ends before. */
  ready: Promise<void>
  ended: Promise<number | null>
  said: () => string
  kill: (signal: NodeJS.Signals) => void
}

type StartOptions = SpawnOptions & { command?: [program: string, ...args: string[]] }

/** Tricorn as the operator starts it: a process of its own, on a free port. */
export async function startTricorn(
  folder: string,
  env: NodeJS.ProcessEnv = {},
  { command = [process.execPath, main, 'serve'], ...options }: StartOptions = {},
): Promise<TricornProcess> {
  const port = env.PORT ?? String(await freePort())
  const all = { PATH: process.env.PATH, TRICORN_DATA: folder, ...env, PORT: port }
  const [program, ...args] = command
  const child = spawn(program, args, { stdio: 'pipe', ...options, env: all })
  let said = ''
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text
      if (said.includes('Tricorn is at')) resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    ended.then(() => reject(new Error(`Tricorn ended: ${said}`)), reject)
  })
  // A test about a start that is refused waits for the end, not for this.
  ready.catch(() => {})
  return { pid: child.pid!, url: `http://127.0.0.1:${port}`, ready, ended, said: () => said, kill: (signal) => child.kill(signal) }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

export const postmasterOf = (folder: string) => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** An ended process whose parent is gone stays listed until the system's first process looks after it: that is not alive. */
export function isAlive(pid: number) {
  const stat = `/proc/${pid}/stat`
  if (existsSync('/proc/self/stat')) return existsSync(stat) && !/\) [ZX] /.test(readFileSync(stat, 'utf8'))
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
