import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What the path of a socket may hold on macOS, the strictest; Linux allows 107 bytes. */
const longestPath = 103

/** The folder itself, or a short way to it where a socket's path would grow too long. `forget` removes that way again. */
export function socketFolder(folder: string, socket: string) {
  if (Buffer.byteLength(join(folder, socket)) <= longestPath) return { folder, forget: () => {} }
  const short = mkdtempSync(join(tmpdir(), 'tricorn-'))
  symlinkSync(folder, join(short, 'to'))
  return { folder: join(short, 'to'), forget: () => rmSync(short, { recursive: true, force: true }) }
}
