import { type ChildProcess, fork } from 'node:child_process'
import type { Answer, CallName, Calls, Greeting, Request } from './protocol.ts'

type Pending = Request & { attempts: number; resolve: (value: never) => void; reject: (error: Error) => void }
export type LinkOptions = { folder: string; memoryLimitMb: number; threads: number }

const MOST_ATTEMPTS = 2
const program = new URL('./duckdb-process.ts', import.meta.url)

function startProcess({ folder, memoryLimitMb, threads }: LinkOptions) {
  return fork(program, [folder, String(memoryLimitMb), String(threads)], {
    serialization: 'advanced',
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
}

/** Resolves when the process has opened the file; what arrives before its greeting can only be the greeting. */
function greeting(child: ChildProcess) {
  return new Promise<void>((resolve, reject) => {
    child.once('message', (message: Greeting) => ('ready' in message ? resolve() : reject(new Error(message.failed))))
    child.once('exit', (code) => reject(new Error(`The event database stopped while starting (${code}).`)))
    child.once('error', reject)
  })
}

/**
 * Keeps one database process running and calls into it. When the process dies it is started again and asked again, once: every call is
 * safe to repeat, because events are recognised by their ids and the rest replaces what it names (only a rejection may then be counted twice).
 */
export async function linkProcess(options: LinkOptions) {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let closing = false
  let child = startProcess(options)

  function settle(answer: Answer) {
    const request = pending.get(answer.id)
    if (!request) return
    pending.delete(answer.id)
    if (answer.error === undefined) request.resolve(answer.value as never)
    else request.reject(new Error(answer.error))
  }
  function send(request: Pending) {
    const { id, call, args } = request
    request.attempts++
    // A process that dies just now is asked again when its exit is noticed; without the callback the failed write would end the server.
    if (child.connected) child.send({ id, call, args }, () => {})
  }
  function failAll(error: Error) {
    for (const request of pending.values()) request.reject(error)
    pending.clear()
  }
  async function restart() {
    child = startProcess(options)
    try {
      await listen()
      for (const request of pending.values()) {
        if (request.attempts < MOST_ATTEMPTS) send(request)
        else settle({ id: request.id, error: 'The event database stopped twice over this request.' })
      }
    } catch (error) {
      closing = true
      failAll(error as Error)
    }
  }
  async function listen() {
    const running = child
    await greeting(running)
    running.on('message', settle)
    running.once('exit', () => {
      if (closing) failAll(new Error('The event database is closed.'))
      else void restart()
    })
  }

  function call<Name extends CallName>(name: Name, ...args: Parameters<Calls[Name]>) {
    return new Promise<Awaited<ReturnType<Calls[Name]>>>((resolve, reject) => {
      if (closing) return reject(new Error('The event database is closed.'))
      const request: Pending = { id: ++lastId, call: name, args, attempts: 0, resolve: resolve as (value: never) => void, reject }
      pending.set(request.id, request)
      send(request)
    })
  }
  async function close() {
    if (closing) return
    closing = true
    const gone = new Promise((resolve) => child.once('exit', resolve))
    if (child.connected) child.disconnect()
    await gone
  }

  await listen()
  return { call, close, pid: () => child.pid }
}
export type Link = Awaited<ReturnType<typeof linkProcess>>
