import { once } from 'node:events'
import { createServer } from 'node:net'
import { Conflict } from '#domain/problems.ts'
import type { Settings } from './settings.ts'

/** Says what to do when the port cannot be had, before anything is started that would have to be stopped again. */
export async function refuseTakenPort({ host, port }: Settings) {
  const probe = createServer().listen(port, host)
  try {
    await once(probe, 'listening')
  } catch (error) {
    throw new Conflict(explain(error as NodeJS.ErrnoException, host, port))
  }
  probe.close()
  await once(probe, 'close')
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number) {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`
  if (code === 'EACCES') return `This user may not open port ${port}. Choose one above 1023: PORT=4400 npm start`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. Set HOST to one it has, or leave it out.`
  return `Port ${port} on ${host} cannot be opened: ${message}`
}
