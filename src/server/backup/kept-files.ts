import { existsSync } from 'node:fs'
import { mkdir, open, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { damaged, type Line, writeLine } from './backup-line.ts'

/** What of the data folder a backup holds beside records and events. */
const kept = ['secret', 'imports', 'courses']

const bytesAtOnce = 1_000_000

export async function* fileLines(folder: string): AsyncGenerator<string> {
  for (const path of await listKept(folder)) {
    yield writeLine({ part: 'file', name: encodeURI(path), count: 1, json: 'null' })
    yield* pieces(folder, path)
  }
}

async function listKept(folder: string) {
  const there = kept.filter((name) => existsSync(join(folder, name)))
  return (await Promise.all(there.map((name) => filesIn(folder, name)))).flat().sort()
}

async function filesIn(folder: string, name: string): Promise<string[]> {
  if ((await stat(join(folder, name))).isFile()) return [name]
  const found = await readdir(join(folder, name), { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
}

async function* pieces(folder: string, path: string) {
  // An upload is removed when its import has finished, which may be just now.
  const file = await open(join(folder, path)).catch(() => undefined)
  if (!file) return
  const stream = file.createReadStream({ highWaterMark: bytesAtOnce })
  for await (const bytes of stream as AsyncIterable<Buffer>)
    yield writeLine({ part: 'bytes', name: encodeURI(path), count: bytes.length, json: JSON.stringify(bytes.toString('base64')) })
}

/** Writes a file, or the next piece of one. */
export async function takeFile(folder: string, { part, name, json }: Line) {
  const path = decodeURI(name)
  const steps = path.split('/')
  if (!kept.includes(steps[0]!) || steps.includes('..') || path.includes('\\')) throw damaged()
  await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
  const bytes = part === 'file' ? Buffer.alloc(0) : Buffer.from(JSON.parse(json) as string, 'base64')
  await writeFile(join(folder, path), bytes, { mode: 0o600, flag: part === 'file' ? 'wx' : 'a' })
}
