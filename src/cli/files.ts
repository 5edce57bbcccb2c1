import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { NotAccepted } from '#domain/problems.ts'

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  EACCES: 'you are not allowed to',
  ENOSPC: 'the disk is full',
}

/** Why the system would not read or write a file, in words. */
export function whyOf(error: unknown) {
  const { code = '', message } = error as NodeJS.ErrnoException
  return reasons[code] ?? message
}

export async function saveAnswer(response: Response, file: string) {
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
  await pipeline(body, createWriteStream(file)).catch((error) => {
    throw new NotAccepted(`${file} cannot be written: ${whyOf(error)}.`)
  })
}
