import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** What each part of the code may import. A part not named here is the program itself, which puts the parts together. */
const mayImport: Record<string, string[]> = {
  domain: [],
  db: ['domain'],
  warehouse: ['domain'],
  server: ['domain', 'db', 'warehouse'],
  client: ['domain', 'server (types)'],
  web: ['domain', 'client', 'server (types)', 'warehouse (types)'],
  cli: ['domain', 'client', 'server (types)'],
  test: ['domain', 'db', 'warehouse', 'server', 'client'],
}
/** The pure part: nothing that reads a clock, draws by chance, or does input and output. */
const impure = [/\bDate\.now\(/, /\bnew Date\(\)/, /\bMath\.random\(/, /from 'node:/, /from '(pg|kysely|hono|react|pino)/]
/** What browsers give to pages over https and from the same machine alone: on a plain address in a company's network it is not there. */
const secureOnly = [/\bcrypto\.(randomUUID|subtle)\b/, /\bnavigator\.(serviceWorker|locks|credentials)\b/]
const MAX_LINES = 400
const DATA = /(texts|reference-data)\/|story-[a-z]+\.ts$/

const root = import.meta.dirname
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.endsWith('.d.ts') && !/(^|\/)test-[a-z]+\.ts$/.test(file))
const source = (file: string) => readFileSync(path.join(root, file), 'utf8')
const part = (file: string) => (file.includes('/') ? file.split('/')[0]! : 'program')

function importsOf(file: string) {
  return [...source(file).matchAll(/^(?:import|export)\s+(type\s)?[^'"`;]*?from\s+'([^']+)'/gms)]
    .filter(([, , to]) => /^[#.]/.test(to!))
    .map(([, type, to]) => ({
      type: Boolean(type),
      to: to!.startsWith('#') ? to!.slice(1) : path.posix.join(path.posix.dirname(file), to!),
    }))
}

test('every file imports only what its place allows', () => {
  const offences = files.flatMap((file) => {
    const allowed = mayImport[part(file)]
    if (!allowed) return []
    return importsOf(file)
      .filter(
        ({ to, type }) => part(to) !== part(file) && !allowed.includes(part(to)) && !(type && allowed.includes(`${part(to)} (types)`)),
      )
      .map(({ to }) => `${file} may not import ${to}`)
  })
  expect(offences).toEqual([])
})

test('no two files import each other, even by a detour', () => {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) return void cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (done.has(file) || !files.includes(file)) return
    for (const { to, type } of importsOf(file)) if (!type) visit(to, [...trail, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  expect(cycles).toEqual([])
})

test('the web client works on a plain http address, too', () => {
  const offences = files.filter((file) => file.startsWith('web/') && secureOnly.some((pattern) => pattern.test(source(file))))
  expect(offences).toEqual([])
})

test('the domain is pure: no clock, no chance, no input or output', () => {
  const offences = files
    .filter((file) => file.startsWith('domain/'))
    .flatMap((file) =>
      impure
        .filter((pattern) => pattern.test(source(file).replaceAll(/\/\*[\s\S]*?\*\//g, '')))
        .map((pattern) => `${file}: ${pattern.source}`),
    )
  expect(offences).toEqual([])
})

test(`no file is longer than ${MAX_LINES} lines, data apart`, () => {
  const long = files.filter((file) => !DATA.test(file) && source(file).split('\n').length > MAX_LINES)
  expect(long).toEqual([])
})
