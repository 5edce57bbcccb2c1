import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { Conflict } from '#domain/problems.ts'
import { socketFolder } from './socket-folder.ts'

export type Release = () => Promise<void>

/**
 * Keeps a second Tricorn off the folder. The lock is a listening socket: the system drops it with the process, however that ends, and
 * whoever knocks is told who holds it. A dead one is not taken over but followed by the next number, which only one can open.
 */
export async function lockFolder(folder: string, holder: string): Promise<Release> {
  const sockets = socketFolder(folder, 'tricorn.lock.0000')
  try {
    const last = lastNumber(sockets.folder)
    const holding = last && (await ask(lockPath(sockets.folder, last)))
    if (holding) throw alreadyRunning(folder, holding)
    const server = await open(folder, lockPath(sockets.folder, last + 1), holder)
    if (last) rmSync(lockPath(sockets.folder, last), { force: true })
    return async () => {
      await new Promise((closed) => server.close(closed))
      sockets.forget()
    }
  } catch (error) {
    sockets.forget()
    throw error
  }
}

/** Who has the folder open: what `lockFolder` was told by them. Nothing when nobody has. */
export async function whoHolds(folder: string) {
  const sockets = socketFolder(folder, 'tricorn.lock.0000')
  try {
    const last = lastNumber(sockets.folder)
    return last ? await ask(lockPath(sockets.folder, last)) : undefined
  } finally {
    sockets.forget()
  }
}

/** Windows has no sockets in folders; its pipes are gone with their process. */
function lockPath(folder: string, number: number) {
  if (process.platform !== 'win32') return join(folder, `tricorn.lock.${number}`)
  return `\\\\.\\pipe\\tricorn-${createHash('sha256').update(folder).digest('hex')}`
}

function lastNumber(folder: string) {
  const numbers = readdirSync(folder).map((name) => Number(/^tricorn\.lock\.(\d+)$/.exec(name)?.[1] ?? 0))
  return Math.max(0, ...numbers)
}

/** What the holder says of itself; nothing when it is dead. Asked twice, because between taking a name and listening there is a moment. */
async function ask(path: string) {
  const first = await askOnce(path)
  if (first) return first
  await wait(50)
  return askOnce(path)
}

function askOnce(path: string) {
  return new Promise<string | undefined>((resolve) => {
    const socket = connect(path)
    socket.on('error', () => resolve(undefined))
    socket.on('connect', () => text(socket).then(resolve, () => resolve(undefined)))
  })
}

async function open(folder: string, path: string, holder: string): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => {}).end(holder)).listen(path)
  try {
    await once(server, 'listening')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw alreadyRunning(folder, (await ask(path)) ?? 'just started')
  }
  return server.unref()
}

function alreadyRunning(folder: string, holder: string) {
  return new Conflict(`Tricorn is already running on the data folder ${folder} (${holder}). Use that one, or stop it first.`)
}
