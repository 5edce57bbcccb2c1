import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { read } from '#client/api.ts'
import { type Person, type World, world } from '#test/world.ts'
import { commands, operatorCommands } from './commands.ts'
import type { Terminal } from './connection.ts'
import { runCli } from './run.ts'

// Some of these start a process of their own.
vi.setConfig({ testTimeout: 60_000 })

let w: World
const folder = mkdtempSync(join(tmpdir(), 'tricorn-cli-'))
beforeAll(async () => {
  w = await world()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await w.close()
})

function file(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** Runs a command as somebody, and answers what it printed and told. */
async function run(args: string[], who: Pick<Person, 'headers'> = w.ada, more: Partial<Terminal> = {}) {
  const printed: string[] = []
  const told: string[] = []
  const request: typeof fetch = async (input, init) => {
    const answer = await w.request(String(input), init)
    await w.jobs.drain()
    return answer
  }
  await runCli(args, {
    environment: { TRICORN_URL: 'http://test/', TRICORN_API_KEY: who.headers.authorization.replace('Bearer ', '') },
    fetch: request,
    print: (text) => void printed.push(text),
    tell: (text) => void told.push(text),
    ask: async () => false,
    readInput: async () => '',
    ...more,
  })
  return { printed: printed.join('\n'), told: told.join('\n') }
}

test('a file is imported with --yes, and the report counts every row', async () => {
  const path = file('reviews.csv', 'comment,date\nToo slow for us,2026-01-01\n,2026-01-02\nIt crashes daily,2026-01-03\n')
  const { printed, told } = await run(['import', path, '--yes'])
  expect(told).toContain('reviews.csv: utf-8, commas, 3 rows. Taken for feedback')
  expect(told).toContain('2 rows would become 2 pieces of feedback; 1 row left out: nothing was said; 0 rows would be rejected.')
  expect(printed).toContain(
    'Imported: 3 rows read, 2 records made, 1 row left out: nothing was said, 0 rows rejected, 0 records there already.',
  )
  expect((await run(['feedback', 'list', '--search', 'crashes'])).printed).toContain('It crashes daily')
})

test('without a yes nothing is imported and nothing stays behind', async () => {
  const before = (await run(['imports', 'list', '--json'])).printed
  const { told } = await run(['import', file('other.csv', 'comment\nIt is slow again\n')])
  expect(told).toContain('Nothing was imported. Add --yes to import.')
  expect((await run(['imports', 'list', '--json'])).printed).toBe(before)
})

test('columns, order of dates and kind can be said', async () => {
  const path = file('odd.csv', 'a,b,c\nIt is slow in the morning,Long words that are not it,03/04/2025\n')
  const { printed } = await run([
    'import',
    path,
    '--kind',
    'feedback',
    '--map',
    'text=b',
    '--map',
    'said-at=c',
    '--date-order',
    'day-first',
    '--yes',
    '--json',
  ])
  expect(JSON.parse(printed)).toMatchObject({ imported: 1, rejected: 0 })
  const [first] = JSON.parse((await run(['feedback', 'list', '--search', 'words', '--json'])).printed)
  expect(first).toMatchObject({ excerpt: 'Long words that are not it', saidAt: '2025-04-03T00:00:00.000Z' })
})

test('the report lists the rejected rows by reason, and before that says who will have said it', async () => {
  const path = file('faulty.csv', 'comment,date,user_id\nSlow on every day,soon,71\nThe map stays white,2026-01-01,80\n,2026-01-02,80\n')
  const { printed, told } = await run(['import', path, '--yes'])
  expect(told).toContain('No column says who said it: the note will be by “Somebody unknown”')
  expect(told).toContain('“user_id” may tell who it was: --map "contact-name=user_id".')
  for (const lines of [told, printed]) {
    expect(lines).toContain('  1 × Nothing was said: “comment” is empty.\n      line 4: 2026-01-02 · 80')
    expect(lines).toContain(
      '  1 × A value in “date” is not a date.\n      line 2: “soon” in “date” is not a date. Slow on every day · soon · 71',
    )
  }
  expect(printed).not.toContain('are shown')
})

test('of many rejected rows the report shows twenty, and says how to keep them all', async () => {
  const path = file('many.csv', `comment,date\nSlow for us all,2026-01-01\n${',2026-01-02\n'.repeat(25)}`)
  const { printed } = await run(['import', path, '--yes'])
  expect(printed.match(/ line \d+: /g)).toHaveLength(20)
  expect(printed).toContain('20 rows that were not imported of 25 are shown; --rejected FILE keeps them all.')
})

test('rejected rows are saved, and an import is undone', async () => {
  const rejected = join(folder, 'rejected.csv')
  const path = file('undo.csv', 'comment,date\nSlow as ever today,2026-01-01\nOld as the hills are,1900-01-01\n')
  const { printed } = await run(['import', path, '--yes', '--json', '--rejected', rejected])
  expect(readFileSync(rejected, 'utf8')).toContain('is before 1980')
  expect(JSON.parse(printed).rejections).toMatchObject([{ count: 1, rows: [{ line: 3 }] }])
  expect((await run(['imports', 'undo', JSON.parse(printed).id])).printed).toBe('Undone: 1 records removed.')
})

test('feedback is captured from words or from standard input', async () => {
  const { printed } = await run([
    'feedback',
    'add',
    'The crew',
    'was on the way',
    '--channel',
    'support',
    '--by',
    'Marit Dahl',
    '--account',
    'Nordlys',
  ])
  expect(printed).toMatch(/^FB-\d+$/)
  await run(['feedback', 'add', '-'], w.cora, { readInput: async () => 'Read from a pipe' })
  expect((await run(['feedback', 'list'])).printed).toContain('Read from a pipe')
})

test('problems, bets and decisions are listed', async () => {
  await w.ana.api.problems.$post({ json: { title: 'Crews learn too late' } })
  expect((await run(['problems', 'list'])).printed).toContain('Crews learn too late')
  expect((await run(['bets', 'list', '--json'])).printed).toBe('[]')
  for (const state of ['committed', 'launched', 'dropped'] as const) {
    const { key } = await read(w.ana.api.bets.$post({ json: { title: `A bet to be ${state}`, horizon: 'next' } }))
    await w.ana.api.bets[':id'].state.$put({
      param: { id: key },
      json: { state, reason: 'So it was', ...(state === 'launched' && { launchedOn: '2026-01-05' }) },
    })
  }
  const { printed } = await run(['bets', 'list'])
  expect(printed).toMatch(/committed +next +A bet/)
  expect(printed).toMatch(/launched +since 2026-01-05 +A bet/)
  expect(printed).toMatch(/dropped +A bet/)
  await w.ana.api.decisions.$post({ json: { question: 'Price per seat?' } as never })
  expect((await run(['decisions', 'list'])).printed).toContain('Price per seat?')
})

test('an export is written to a file', async () => {
  const path = join(folder, 'all.jsonl')
  await run(['export', path])
  expect(readFileSync(path, 'utf8').split('\n')[0]).toContain('"type":"export"')
  expect((await run(['export', '--list', 'feedback'])).printed).toContain('id,version')
  expect((await run(['export', '--list', 'problem.csv'])).printed).toContain('id,version')
})

test.each([
  [['nonsense'], 'There is no command “nonsense”. tricorn help lists all of them.'],
  [['feedback', 'ad', 'x'], 'There is no command “feedback ad”. There are tricorn feedback add and tricorn feedback list.'],
  [['help', 'nonsense'], 'There is no command “nonsense”'],
  [['feedback', 'add', 'x', '--said-at', 'yesterday'], '“yesterday” is no date'],
  [['import'], 'Name a file'],
  [['import', '/nowhere/at/all.csv'], 'cannot be read: there is no such file'],
  [['import', folder], 'cannot be read: it is a folder'],
  [['export', '/nowhere/at/all.jsonl'], 'cannot be written: there is no such file or folder'],
  [['imports', 'undo', 'x'], 'There is no such import'],
  [['import', 'x.csv', '--kind', 'cats'], '“cats” is no kind. It is one of feedback, accounts'],
  [['feedback', 'list', '--stat', 'new'], 'Add --help to see what there is'],
  [['feedback', 'add', 'x', '--channel', 'pigeon'], 'is no channel'],
])('%j is refused with a sentence', async (args, sentence) => {
  await expect(run(args)).rejects.toThrow(sentence)
})

test('without a key, or without a server, the sentence says what to set', async () => {
  await expect(run(['bets', 'list'], w.ada, { environment: {} })).rejects.toThrow('Set TRICORN_API_KEY')
  await expect(run(['bets', 'list'], w.ada, { fetch: () => Promise.reject(new Error('refused')) })).rejects.toThrow(
    'No Tricorn answers at http://test.',
  )
  const other = () => Promise.resolve(new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }))
  await expect(run(['bets', 'list'], w.ada, { fetch: other })).rejects.toThrow('What answers at http://test is no Tricorn (status 200).')
  await expect(run(['bets', 'list'], { headers: { authorization: 'Bearer trc_wrong' } })).rejects.toThrow('This API key is not known here')
})

test('what the server refuses is told in its words', async () => {
  await expect(run(['import', file('v.csv', 'comment\nIt is slow\n'), '--yes'], w.ben)).rejects.toThrow('This needs the role admin')
})

test('help names every command, those of operators too', async () => {
  const { printed } = await run(['help'])
  const lines = printed.split('\n')
  for (const { usage, says } of [...Object.values(commands), ...Object.values(operatorCommands)])
    expect(lines.find((line) => line.startsWith(`  tricorn ${usage} `))).toMatch(new RegExp(` {2}${says}$`))
})

test.each([...Object.keys(commands), ...Object.keys(operatorCommands)])(
  '%s tells of itself with --help, and does nothing',
  async (name) => {
    const { printed } = await run([...name.split(' '), '--help'], w.ada, { environment: {} })
    expect(printed).toContain(`tricorn ${name}`)
    expect((await run(['help', ...name.split(' ')], w.ada, { environment: {} })).printed).toBe(printed)
  },
)

test('a word that begins several commands names them when asked for help', async () => {
  expect((await run(['feedback', '--help'])).printed.split('\n')).toHaveLength(2)
  expect((await run(['feedback', 'add', '--', '--help'])).printed).toMatch(/^FB-\d+$/)
})

const tricorn = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, TRICORN_API_KEY: 'trc_x', TRICORN_URL: 'http://127.0.0.1:9' },
  })

test('the exit code tells a command written wrongly from one that failed', () => {
  expect(tricorn('nonsense')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^There is no command “nonsense”.*\n$/),
  })
  expect(tricorn('bets', 'list', '--jsn')).toMatchObject({ status: 2 })
  expect(tricorn('bets', 'list')).toMatchObject({ status: 1, stderr: expect.stringMatching(/^No Tricorn answers at .*\n$/) })
  expect(tricorn('serve', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('tricorn serve') })
  expect(tricorn('--version')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^tricorn \d/) })
})
