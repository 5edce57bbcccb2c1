import { expect, test } from 'vitest'
import { checkRows } from './check-rows.ts'
import { Mapping } from './mapping.ts'

const now = new Date('2026-03-01T12:00:00Z')

function check(
  kind: Mapping['kind'],
  uses: Record<string, string>,
  rows: (string[] | { line: number; cells: string[]; fault: string })[],
  changes: Partial<Mapping> = {},
) {
  const columns = Object.keys(uses)
  const mapping = Mapping.parse({
    kind,
    columns: Object.entries(uses).map(([column, field]) => ({ column, field })),
    dateOrder: null,
    decimalMark: 'point',
    channel: 'internal',
    undatedDay: null,
    eventName: '',
    sourceSystem: 'file.csv',
    ...changes,
  })
  const numbered = rows.map((row, i) => (Array.isArray(row) ? { line: i + 2, cells: row } : row))
  return checkRows(numbered, { mapping, columns, fingerprint: 'f00d', currency: 'EUR', now })
}

const reasons = (checked: ReturnType<typeof check>) => checked.bad.map((rejection) => rejection.reason)
const drafts = (checked: ReturnType<typeof check>) => checked.good.flatMap((row) => row.drafts)

test('a row of feedback becomes a draft with who, when and what else the file knew', () => {
  const uses = {
    said: 'text',
    date: 'saidAt',
    via: 'channel',
    who: 'contactName',
    mail: 'contactEmail',
    firm: 'accountName',
    id: 'sourceId',
    link: 'sourceUrl',
    lang: 'language',
    stars: 'rating',
    region: 'trait',
    noise: 'left-out',
  }
  const row = [
    ' Too slow\n',
    '2026-02-01 10:00:00',
    'Zendesk',
    'Ana',
    'Ana@Acme.com',
    'Acme',
    '77',
    'https://x.test/77',
    'EN-gb',
    '2',
    'North',
    'zzz',
  ]
  expect(drafts(check('feedback', uses, [row]))).toEqual([
    {
      text: ' Too slow\n',
      question: null,
      channel: 'support',
      saidAt: new Date('2026-02-01T10:00:00Z'),
      contactName: 'Ana',
      contactEmail: 'ana@acme.com',
      accountName: 'Acme',
      sourceId: '77',
      sourceRow: '77',
      sourceUrl: 'https://x.test/77',
      language: 'en',
      traits: { region: 'North', rating: '2', via: 'Zendesk', lang: 'EN-gb' },
    },
  ])
})

test('each filled verbatim cell of a survey row is a piece of its own, with its question', () => {
  const checked = check('feedback', { 'What hinders you?': 'text', 'Change #1': 'text', 'Change #2': 'text' }, [
    ['Slow', '', 'Faster search'],
  ])
  expect(drafts(checked)).toMatchObject([
    { text: 'Slow', question: 'What hinders you?', sourceId: 'f00d:2:1', sourceRow: 'f00d:2' },
    { text: 'Faster search', question: 'Change #2', sourceId: 'f00d:2:3', sourceRow: 'f00d:2' },
  ])
})

test.each([
  ['an empty text', ['', '2026-01-01'], 'Nothing was said: “said” is empty.'],
  ['an empty row', [' ', ''], 'The row is empty.'],
  ['too long a text', ['x'.repeat(100_001), ''], '“said” has 100001 characters; at most 100000 can be kept.'],
  ['a date that is none', ['Slow', 'soon'], '“soon” in “date” is not a date.'],
  ['a date of 1900', ['Slow', '1900-01-01'], '“1900-01-01” in “date” is before 1980.'],
  ['a date of 2400', ['Slow', '2400-01-01'], '“2400-01-01” in “date” is in the future.'],
  ['a date with two readings', ['Slow', '03/04/2015'], 'can be read two ways'],
  ['a NUL byte', ['Sl\0ow', ''], '“said” contains a NUL byte, which cannot be stored.'],
  ['too many cells', ['Slow', '2026-01-01', 'more'], 'The row has 3 cells, the header 2.'],
  ['the header again', ['said', 'date'], 'The row repeats the header.'],
])('%s is refused with the reason, and its cells are kept', (_, cells, reason) => {
  const { good, bad } = check('feedback', { said: 'text', date: 'saidAt' }, [['Fine', '2026-01-01'], cells])
  expect(good).toHaveLength(1)
  expect(bad).toEqual([{ line: 3, reason: expect.stringContaining(reason), cells }])
})

test('a row with too few cells, or with empty ones too many, loses nothing and passes', () => {
  expect(check('feedback', { said: 'text', date: 'saidAt' }, [['Slow'], ['Fine', '2026-01-01', '', '']]).bad).toEqual([])
})

test('a row that could not be cut into cells keeps its reason', () => {
  const fault = 'A quotation mark opens here and is not closed.'
  expect(reasons(check('feedback', { said: 'text' }, [{ line: 9, cells: ['"oops'], fault }]))).toEqual([fault])
})

test('the same source id twice is refused, and says where the first one stands', () => {
  const checked = check('feedback', { said: 'text', id: 'sourceId' }, [
    ['Slow', '1'],
    ['Slow', '2'],
    ['Fast', '1'],
  ])
  expect(reasons(checked)).toEqual(['The id “1” stands in this file already, on line 2.'])
})

test('an address, link or language that is none stays as a trait; the words are not lost', () => {
  const [draft] = drafts(
    check('feedback', { said: 'text', mail: 'contactEmail', link: 'sourceUrl', lang: 'language' }, [
      ['Slow', 'n/a', 'javascript:alert(1)', 'Klingon, mostly'],
    ]),
  )
  expect(draft).toMatchObject({
    contactEmail: null,
    sourceUrl: null,
    language: null,
    traits: { mail: 'n/a', link: 'javascript:alert(1)', lang: 'Klingon, mostly' },
  })
})

test('a channel nobody knows becomes the default and stays as a trait', () => {
  const [draft] = drafts(check('feedback', { said: 'text', via: 'channel' }, [['Slow', 'pigeon']], { channel: 'survey' }))
  expect(draft).toMatchObject({ channel: 'survey', traits: { via: 'pigeon' } })
})

test('a trait may be called __proto__ without harm', () => {
  const [draft] = drafts(check('feedback', { said: 'text', constructor: 'trait' }, [['Slow', 'x']]))
  expect(Object.entries((draft as { traits: object }).traits)).toEqual([['constructor', 'x']])
})

test('an account', () => {
  const uses = { name: 'name', site: 'domain', plan: 'plan', mrr: 'revenue', seats: 'size', since: 'customerSince', id: 'sourceId' }
  expect(
    drafts(
      check('accounts', uses, [['Acme', 'https://www.acme.com/en', 'Team', '€1.200,50', '40', '2020-05-01', '9']], {
        decimalMark: 'comma',
      }),
    ),
  ).toEqual([
    {
      name: 'Acme',
      domain: 'acme.com',
      plan: 'Team',
      segment: null,
      size: 40,
      revenue: 1200.5,
      customerSince: new Date('2020-05-01T00:00:00Z'),
      churnedAt: null,
      sourceId: 'file.csv:9',
      traits: {},
    },
  ])
})

test.each([
  [['', '5'], 'The account has no name.'],
  [['Acme', '-5'], '“-5” in “mrr” is below zero.'],
  [['Acme', 'lots'], '“lots” in “mrr” is not an amount.'],
  [['Acme', '$5'], '“$5” in “mrr” is in USD; this workspace counts in EUR.'],
  [['Acme', '9'.repeat(20)], 'too large to be true'],
])('the account %j is refused', (cells, reason) => {
  expect(reasons(check('accounts', { name: 'name', mrr: 'revenue' }, [cells]))[0]).toContain(reason)
})

test('without ids, a company that stands in the file twice is refused the second time; with ids they are two', () => {
  const rows = [
    ['Acme', 'a'],
    ['acme', 'b'],
  ]
  expect(reasons(check('accounts', { name: 'name', more: 'trait' }, rows))).toEqual(['“acme” stands in this file already, on line 2.'])
  expect(reasons(check('accounts', { name: 'name', more: 'sourceId' }, rows))).toEqual([])
})

test('a contact has a name of its parts, or its address', () => {
  const checked = check('contacts', { first: 'firstName', last: 'lastName', mail: 'email' }, [
    ['Ana', 'Silva', ''],
    ['', '', 'ben@bolt.io'],
    ['', '', 'nope'],
    ['', '', ''],
  ])
  expect(drafts(checked)).toMatchObject([
    { name: 'Ana Silva', email: null },
    { name: 'ben@bolt.io', email: 'ben@bolt.io' },
  ])
  expect(reasons(checked)).toEqual(['“nope” in “mail” is not an e-mail address.', 'The row is empty.'])
})

test('an event: numbers become numbers, ids stay texts, a refund may be negative', () => {
  const uses = { who: 'person', date: 'at', cds: 'trait', shop: 'trait', dollars: 'value' }
  expect(drafts(check('events', uses, [['00001', '19970101', '3', '0042', '-11.77']], { eventName: 'purchase' }))).toEqual([
    {
      distinctId: '00001',
      event: 'purchase',
      at: new Date('1997-01-01T00:00:00Z'),
      insertId: 'f00d:2',
      properties: { cds: 3, shop: '0042', value: -11.77 },
    },
  ])
})

test.each([
  [['', '19970101'], 'does not say who'],
  [['00001', ''], 'has no date'],
])('the event %j is refused', (cells, reason) => {
  expect(reasons(check('events', { who: 'person', date: 'at' }, [cells], { eventName: 'purchase' }))[0]).toContain(reason)
})
