import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowChecker } from '#domain/import/check-rows.ts'
import { NotAccepted } from '#domain/problems.ts'
import { readRows } from './read-rows.ts'
import { recogniseFile } from './recognise.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test('real reviews: French words, the rating, the language, the rest as traits', async () => {
  const bytes = readFileSync(new URL('./fixtures/reviews-excerpt.csv', import.meta.url))
  const { mapping, file } = await recogniseFile({ bytes, fileName: 'reviews.csv' })
  expect(file).toMatchObject({ encoding: 'utf-8', notes: [], layout: { delimiter: ',', hasHeader: true } })
  expect(mapping).toMatchObject({ kind: 'feedback', channel: 'review' })
  expect(Object.fromEntries(mapping.columns.map(({ column, field }) => [column, field]))).toMatchObject({
    data: 'text',
    score: 'rating',
    ori_lang: 'language',
    app: 'trait',
  })
})

test('a real survey: what people wrote is text, question by question; choices, roles and names of industries are traits', async () => {
  const bytes = readFileSync(new URL('./fixtures/survey-excerpt.csv', import.meta.url))
  const { mapping } = await recogniseFile({ bytes, fileName: 'survey.csv' })
  const texts = mapping.columns.filter(({ field }) => field === 'text').map(({ column }) => column)
  expect(texts.map((column) => column.replace(/^.*?#\d:/, '').slice(0, 60))).toEqual([
    'What, if anything, hinders you from making Jupyter Notebook ',
    ...Array(3).fill('What tools and applications, if any, would you like to see m'),
    ...Array(3).fill('What needs in your workflow does Jupyter Notebook address?'),
    ...Array(3).fill('What needs in your workflow does Jupyter Notebook not addres'),
    ...Array(3).fill('What aspects of Jupyter Notebook make it pleasant to use in '),
    ...Array(3).fill('What aspects of Jupyter Notebook make it difficult to use in'),
    ...Array(3).fill('What new features or changes would you like to see in Jupyte'),
    ...Array(3).fill('Thinking back to when you first started using Jupyter Notebo'),
  ])
  expect(mapping.columns.filter(({ field }) => field === 'left-out')).toEqual([])
})

test('300 columns, quotes, and a cell of 100,000 characters', async () => {
  const header = Array.from({ length: 300 }, (_, i) => (i === 7 ? 'comment' : `q${i}`))
  const row = header.map((name) => (name === 'comment' ? `"${'long, '.repeat(16_000)}"` : '1'))
  const { mapping, file, text } = await recogniseFile({ bytes: bytesOf(`${header.join(',')}\n${row.join(',')}\n`), fileName: 'wide.csv' })
  expect(mapping.columns.find(({ column }) => column === 'comment')?.field).toBe('text')
  const rows = []
  for await (const read of readRows(text, file.layout)) rows.push(read)
  expect(rows).toMatchObject([{ line: 2, cells: { length: 300 } }])
})

test('whatever the bytes are, the answer is a table or a sentence, and every row is good or has a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (noise) => {
      await expectTableOrSentence(noise)
    }),
    { numRuns: 300 },
  )
})

test('the same for text full of delimiters, quotes and line breaks', async () => {
  const unit = fc.constantFrom(
    'a',
    '1',
    ',',
    ';',
    '\t',
    '|',
    ' ',
    '"',
    '\n',
    '\r\n',
    '\r',
    '{',
    '}',
    '[',
    ']',
    ':',
    'é',
    '\0',
    '2026-01-01',
    'text',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 120 }), async (parts) => {
      await expectTableOrSentence(bytesOf(parts.join('')))
    }),
    { numRuns: 500 },
  )
})

async function expectTableOrSentence(bytes: Uint8Array) {
  const found = await recogniseFile({ bytes, fileName: 'noise' }).catch((error: unknown) => {
    expect(error).toBeInstanceOf(NotAccepted)
  })
  if (!found) return
  const { mapping, file, text } = found
  const check = rowChecker({
    mapping,
    columns: file.layout.columns,
    fingerprint: file.fingerprint,
    currency: 'EUR',
    now: new Date('2026-03-01T00:00:00Z'),
  })
  let line = 0
  for await (const row of readRows(text, file.layout)) {
    expect(row.line).toBeGreaterThan(line)
    line = row.line
    const { drafts, rejection } = check(row)
    expect(drafts.length > 0).toBe(rejection === undefined)
  }
}
