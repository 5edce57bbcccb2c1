import { expect, test } from 'vitest'
import { changeMapping, Mapping, problemsOfMapping } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'

const propose = (columns: string[], rows: string[][]) => proposeMapping({ columns, rows, sourceSystem: 'file.csv' })
const fieldsOf = ({ mapping }: ReturnType<typeof propose>) =>
  Object.fromEntries(mapping.columns.map(({ column, field }) => [column, field]))

test('app reviews: the words, the rating, the language, and the rest as traits', () => {
  const proposal = propose(
    ['data', 'score', 'thumbsUpCount', 'ori_lang', 'app'],
    [
      ['Does not sync with my watch any more', '1', '5', 'en', 'Garmin Connect'],
      ['Très pénible, il faut réinstaller', '2', '0', 'fr', 'Garmin Connect'],
    ],
  )
  expect(proposal.mapping).toMatchObject({ kind: 'feedback', channel: 'review', sourceSystem: 'file.csv' })
  expect(fieldsOf(proposal)).toEqual({ data: 'text', score: 'rating', thumbsUpCount: 'trait', ori_lang: 'language', app: 'trait' })
})

test('a survey: every column that people wrote in is text, choices are traits', () => {
  const answers = [
    ['2015-12-22 00:26:01', 'Daily', 'Hard to hide my own functions', 'A tool to compare changes', ''],
    ['2015-12-22 08:03:36', 'Weekly', 'Slow with large tables', 'Better search in my folders', ''],
    ['2015-12-23 10:11:12', 'Daily', 'Nothing so far, I use it every day', 'Keys like those of my editor', ''],
    ['2015-12-24 10:11:12', 'Daily', 'It loses my work', 'Please save without asking', ''],
  ]
  const proposal = propose(['Date Submitted', 'How often do you use it?', 'What hinders you?', 'Change #1', 'Unused'], answers)
  expect(proposal.mapping.channel).toBe('survey')
  expect(fieldsOf(proposal)).toEqual({
    'Date Submitted': 'saidAt',
    'How often do you use it?': 'trait',
    'What hinders you?': 'text',
    'Change #1': 'text',
    Unused: 'left-out',
  })
})

test('a purchase log without names: who, when, how much', () => {
  const rows = Array.from({ length: 40 }, (_, i) => [`000${i % 20}`, '19970112', '1', `${i}.77`])
  const proposal = propose(['Column 1', 'Column 2', 'Column 3', 'Column 4'], rows)
  expect(proposal.mapping).toMatchObject({ kind: 'events', eventName: 'purchase' })
  expect(fieldsOf(proposal)).toEqual({ 'Column 1': 'person', 'Column 2': 'at', 'Column 3': 'trait', 'Column 4': 'value' })
})

test('companies with a plan and revenue are accounts', () => {
  const proposal = propose(
    ['Company', 'Plan', 'MRR', 'Employees', 'Region'],
    [
      ['Acme', 'Team', '€1.200,50', '40', 'North'],
      ['Bolt', 'Solo', '€300,00', '3', 'South'],
    ],
  )
  expect(proposal.mapping).toMatchObject({ kind: 'accounts', decimalMark: 'comma' })
  expect(fieldsOf(proposal)).toEqual({ Company: 'name', Plan: 'plan', MRR: 'revenue', Employees: 'size', Region: 'trait' })
})

test('people with an address each are contacts', () => {
  const proposal = propose(
    ['First name', 'Last name', 'E-mail', 'Company', 'Job title'],
    [
      ['Ana', 'Silva', 'ana@acme.com', 'Acme', 'Head of operations'],
      ['Ben', 'Wu', 'ben@bolt.io', 'Bolt', 'Dispatcher'],
    ],
  )
  expect(proposal.mapping.kind).toBe('contacts')
  expect(fieldsOf(proposal)).toEqual({
    'First name': 'firstName',
    'Last name': 'lastName',
    'E-mail': 'email',
    Company: 'accountName',
    'Job title': 'title',
  })
})

test('pasted lines are feedback', () => {
  const proposal = propose(['Column 1'], [['It is slow'], ['Why does it log me out?']])
  expect(fieldsOf(proposal)).toEqual({ 'Column 1': 'text' })
})

test('dates that could be read two ways are asked about', () => {
  const proposal = propose(
    ['date', 'comment'],
    [
      ['03/04/2015', 'Slow today'],
      ['05/06/2015', 'Slow again, sorry'],
    ],
  )
  expect(proposal.mapping.dateOrder).toBeNull()
  expect(proposal.questions).toEqual([
    { about: 'dateOrder', column: 'date', sentence: 'In “date”, does the day or the month come first?', example: '03/04/2015' },
  ])
})

test('one date that tells is enough for the whole column', () => {
  expect(
    propose(
      ['date', 'comment'],
      [
        ['03/04/2015', 'Slow today'],
        ['25/06/2015', 'Slow again'],
      ],
    ).mapping.dateOrder,
  ).toBe('day-first')
})

test('1.200 is asked about', () => {
  expect(
    propose(
      ['account', 'mrr'],
      [
        ['Acme', '1.200'],
        ['Bolt', '3.400'],
      ],
    ).questions,
  ).toMatchObject([{ about: 'decimalMark', example: '1.200' }])
})

test('every guess says why and how sure it is', () => {
  const { guesses } = propose(['feedback', 'misc'], [['It is too slow for us', 'x']])
  expect(guesses).toEqual([
    { column: 'feedback', field: 'text', confidence: expect.closeTo(0.95, 1), reason: 'The column is called “feedback”.' },
    { column: 'misc', field: 'trait', confidence: 0.5, reason: expect.any(String) },
  ])
})

const mapping = (changes: object) =>
  Mapping.parse({
    kind: 'feedback',
    columns: [],
    dateOrder: null,
    decimalMark: 'point',
    channel: 'internal',
    undatedDay: null,
    eventName: '',
    sourceSystem: 'file.csv',
    ...changes,
  })

test.each([
  [{}, 'Say which column holds what was said.'],
  [{ columns: [{ column: 'nope', field: 'text' }] }, 'There is no column “nope” in this file.'],
  [
    {
      columns: [
        { column: 'a', field: 'text' },
        { column: 'b', field: 'colour' },
      ],
    },
    '“colour” is not a field of feedback. Known: text, saidAt',
  ],
  [{ columns: ['a', 'b'].map((column) => ({ column, field: 'sourceId' })) }, 'Only one column can be “Id in the source”.'],
  [
    {
      kind: 'events',
      columns: [
        { column: 'a', field: 'person' },
        { column: 'b', field: 'at' },
      ],
    },
    'Name the event that these rows record',
  ],
  [{ kind: 'accounts' }, 'Say which column holds the name of the account.'],
  [{ kind: 'contacts' }, 'Say which column holds the name or the e-mail address.'],
])('the mapping %j has a problem', (changes, sentence) => {
  expect(problemsOfMapping(mapping(changes), ['a', 'b']).join(' ')).toContain(sentence)
})

test('several columns may hold text', () => {
  expect(problemsOfMapping(mapping({ columns: ['a', 'b'].map((column) => ({ column, field: 'text' })) }), ['a', 'b'])).toEqual([])
})

test('a column given a field that only one can fill takes it from the other', () => {
  const before = mapping({
    columns: [
      { column: 'a', field: 'sourceId' },
      { column: 'b', field: 'text' },
      { column: 'c', field: 'trait' },
    ],
  })
  const changed = changeMapping(before, { columns: [{ column: 'c', field: 'sourceId' }], dateOrder: 'day-first' })
  expect(changed).toMatchObject({ dateOrder: 'day-first', channel: 'internal' })
  expect(changed.columns).toEqual([
    { column: 'a', field: 'trait' },
    { column: 'b', field: 'text' },
    { column: 'c', field: 'sourceId' },
  ])
})
