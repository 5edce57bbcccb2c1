import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { atMost, type BenchRow, report } from './bench-row.ts'

const MOST_KB = 180
const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the web client in a folder of its own: one that is being served stays as it is. */
function build(folder: string) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--outDir', folder], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The web client could not be built.')
}

/** What a script loads before it can run: all that it imports by name, not what it loads when asked. */
function withImports(folder: string, file: string, seen = new Set<string>()) {
  if (seen.has(file)) return seen
  seen.add(file)
  const code = readFileSync(path.join(folder, file), 'utf8')
  for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) withImports(folder, path.join('assets', name!), seen)
  return seen
}

function firstScreen(folder: string) {
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1]!)
  const today = readdirSync(path.join(folder, 'assets')).filter((file) => /^today-page-.*\.js$/.test(file))
  if (named.length === 0 || today.length !== 1) throw new Error('The build has another shape than this benchmark knows.')
  return [...named, path.join('assets', today[0]!)].reduce((seen, file) => withImports(folder, file, seen), new Set<string>())
}

export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-web-'))
  try {
    build(folder)
    const bytes = [...firstScreen(folder)].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0)
    const kilobytes = bytes / 1_000
    return [
      {
        what: 'JavaScript for the first screen, compressed',
        measured: `${Math.round(kilobytes)} kB`,
        against: `${MOST_KB} kB`,
        ...atMost(1, kilobytes / MOST_KB),
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await report(run)
