import { expect, test } from 'vitest'
import { Mapping } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'
import { unnamedSentence } from './who-said-it.ts'

const words = ['It is slow for all of us', 'Please let me undo a change', 'The map stays white since Monday', 'I lose one receipt in ten']

function candidate(columns: Record<string, string[]>) {
  const all = { comment: words, ...columns }
  const names = Object.keys(all)
  const rows = words.map((_, i) => names.map((name) => all[name as keyof typeof all][i]!))
  return proposeMapping({ columns: names, rows, sourceSystem: 'file.csv' }).mayTellWho
}

test.each([
  ['user_id', ['71', '12', '71', '30'], 'person or a company'],
  ['App user hash', ['a9f', 'b20', 'c77', 'd01'], 'person or a company'],
  ['id', ['7', '8', '7', '9'], 'the same come again'],
])('“%s” may tell who it was', (name, values, reason) => {
  expect(candidate({ [name]: values })).toEqual({ column: name, reason: expect.stringContaining(reason) })
})

test.each([
  // Its own in every row: that of the note, not of a person.
  ['id', ['1', '2', '3', '4']],
  ['user rating', ['1', '5', '2', '4']],
  ['thumbs', ['0', '12', '3', '4']],
  ['segment', ['a', 'b', 'c', 'd']],
])('“%s” tells nobody', (name, values) => {
  expect(candidate({ [name]: values })).toBeNull()
})

test('a number of its own in every row is a person, where each row answers several questions', () => {
  const more = { 'What else would you change in it?': words.map((said) => `Above all that ${said}`) }
  expect(candidate({ respondent: ['1', '2', '3', '4'], ...more })).toBeNull()
  expect(candidate({ nr: ['1', '2', '3', '4'], ...more })).toEqual({ column: 'nr', reason: expect.stringContaining('one person') })
})

test('a file that names people needs no candidate', () => {
  expect(candidate({ user_id: ['71', '12', '71', '30'], email: ['a@x.test', 'b@x.test', 'c@x.test', 'd@x.test'] })).toBeNull()
})

const mapping = (field: string) =>
  Mapping.parse({
    kind: 'feedback',
    columns: [{ column: 'a', field }],
    dateOrder: null,
    decimalMark: 'point',
    channel: 'internal',
    undatedDay: null,
    eventName: '',
    sourceSystem: 'file.csv',
  })
const rest = ' by “Somebody unknown”, and evidence counts each as an anonymous source, half as much as somebody known.'

test.each([
  ['text', { unnamed: 1_200, records: 1_200, goodRows: 1_200 }, `No column says who said it: all 1,200 notes will be${rest}`],
  ['text', { unnamed: 1, records: 1, goodRows: 1 }, `No column says who said it: the note will be${rest}`],
  ['accountName', { unnamed: 3, records: 3, goodRows: 3 }, `No row names anybody: all 3 notes will be${rest}`],
  ['accountName', { unnamed: 2, records: 3, goodRows: 3 }, `Of 3 notes, 2 name nobody and will be${rest}`],
  ['accountName', { unnamed: 1, records: 3, goodRows: 3 }, `Of 3 notes, 1 names nobody and will be${rest}`],
  ['accountName', { unnamed: 0, records: 3, goodRows: 3 }, null],
  [
    'text',
    { unnamed: 12, records: 12, goodRows: 6 },
    `No column says who said it: all 12 notes will be${rest.replace('each', 'all that one row says')}`,
  ],
])('with a column for %s, %j: %s', (field, counts, sentence) => {
  expect(unnamedSentence(mapping(field), counts)).toBe(sentence)
})
