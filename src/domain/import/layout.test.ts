import { expect, test } from 'vitest'
import { changeLayout, recogniseLayout } from './layout.ts'

test.each([
  ['comma', 'id,text\n1,"Too slow, twice"\n2,Fine\n', ',', ['id', 'text']],
  ['semicolon with decimal commas', 'name;mrr\nAcme;1.200,50\nBolt;300,00\n', ';', ['name', 'mrr']],
  ['tab', 'text\trating\nSlow, slow, slow\t2\nFine\t5\n', '\t', ['text', 'rating']],
  ['pipe', 'text|rating\nSlow|2\nFine|5\n', '|', ['text', 'rating']],
  ['runs of spaces', ' customer_id  date count\n 00001 19970101  1\n 00002 19970112  5\n', ' ', ['customer_id', 'date', 'count']],
  ['pipes and commas inside semicolons', ';themes;words\n1;ux,ide;diffs?|git\n5;cli;a|b,c\n', ';', ['Column 1', 'themes', 'words']],
] as const)('%s is recognised', (_, text, delimiter, columns) => {
  expect(recogniseLayout(text)).toMatchObject({ format: 'delimited', delimiter, hasHeader: true, columns })
})

test('lines of prose are one column, commas and all', () => {
  const layout = recogniseLayout('It is slow, and it crashes.\nI love it\nWhy, oh why, does it log me out?\n')
  expect(layout).toEqual({ format: 'delimited', delimiter: '\n', hasHeader: false, columns: ['Column 1'] })
})

test.each([
  ['numbers in the first row', '00001,19970101,1,11.77\n00002,19970112,1,12.00\n'],
  ['an e-mail address in the first row', 'ana@acme.com,Too slow\nben@bolt.io,Fine\n'],
  ['a first row that comes again', 'Yes,No\nYes,No\nNo,Yes\n'],
  ['spaces, no header', '00001 19970101 1 11.77\n00002 19970112 1 12.00\n'],
])('%s: no header', (_, text) => {
  const layout = recogniseLayout(text)
  expect(layout.hasHeader).toBe(false)
  expect(layout.columns[0]).toBe('Column 1')
})

test('names that repeat or are missing become names of their own', () => {
  expect(recogniseLayout('text,score,text,\nSlow,2,Fine,x\n').columns).toEqual(['text', 'score', 'text (2)', 'Column 4'])
})

test('300 columns are recognised, 2,001 are refused with a sentence', () => {
  const wide = (width: number) => `${Array.from({ length: width }, (_, i) => `q${i}`).join(',')}\n${Array(width).fill('7').join(',')}\n`
  expect(recogniseLayout(wide(300)).columns).toHaveLength(300)
  expect(() => recogniseLayout(wide(2001))).toThrow('at most 2000')
})

test.each([
  ['an array', '[{"text":"Slow","user":{"name":"Ana"}},{"text":"Fine","tags":["a","b"]}]', 'json', ['text', 'user.name', 'tags']],
  ['an array inside an object', '{"count":2,"items":[{"text":"Slow"},{"text":"Fine"}]}', 'json', ['text']],
  ['one object a line', '{"text":"Slow"}\n{"text":"Fine","rating":5}\n', 'json-lines', ['text', 'rating']],
  ['an array of texts', '["Slow","Fine"]', 'json', ['text']],
] as const)('JSON: %s', (_, text, format, columns) => {
  expect(recogniseLayout(text)).toMatchObject({ format, columns })
})

test('broken JSON is a sentence', () => {
  expect(() => recogniseLayout('[{"text":"Slow"},')).toThrow('This looks like JSON but cannot be read')
})

test('text that only starts with a bracket is text', () => {
  expect(recogniseLayout('[urgent] It is down\n[urgent] Still down\n').format).toBe('delimited')
})

test('a file of blanks is refused', () => {
  expect(() => recogniseLayout(' \n\n')).toThrow('no text')
})

test('somebody may say that the first row is no header, or that another delimiter counts', () => {
  const text = 'name;since\nAcme;2020\n'
  const layout = recogniseLayout(text)
  expect(changeLayout(text, layout, { hasHeader: false }).columns).toEqual(['Column 1', 'Column 2'])
  expect(changeLayout(text, layout, { delimiter: ',', hasHeader: true }).columns).toEqual(['name;since'])
})
