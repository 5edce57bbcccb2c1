import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline as connected, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { backupLines, type Source } from './backup-lines.ts'

export const backupPath = '/operator/backup'

/** Whoever can read the installation's secret can sign any session, so this opens no door that was closed. */
export const backupPass = (secret: string) => createHmac('sha256', secret).update('tricorn backup').digest('base64url')

/** Whoever stops reading ends what is behind it; an error behind it arrives at whoever reads. */
export const zippedBackup = (source: Source): Readable => connected(Readable.from(backupLines(source)), createGzip(), () => {})

/** Gives the operator's `tricorn backup` what only the running server can read. Resolves to true when the request was that one. */
export function createBackupDoor(source: Source, secret: string) {
  const pass = Buffer.from(`Bearer ${backupPass(secret)}`)
  return async function giveBackup(request: IncomingMessage, response: ServerResponse) {
    if (request.url !== backupPath) return false
    const given = Buffer.from(request.headers.authorization ?? '')
    if (given.length !== pass.length || !timingSafeEqual(given, pass)) response.writeHead(404).end()
    // An error on the way cuts the answer short, which the other side notices.
    else
      await pipeline(zippedBackup(source), response.writeHead(200, { 'content-type': 'application/gzip' })).catch(() => response.destroy())
    return true
  }
}
