import { expect, test } from 'vitest'
import { recogniseLayout } from '#domain/import/layout.ts'
import type { Row } from '#domain/import/row.ts'
import { readRows } from './read-rows.ts'

async function rowsOf(text: string) {
  const rows: Row[] = []
  for await (const row of readRows(text, recogniseLayout(text))) rows.push(row)
  return rows
}

test('quoted cells keep their delimiters, quotes and line breaks, and every row knows its line', async () => {
  expect(await rowsOf('id,text\n1,"Slow, ""very"" slow\nand it crashes"\n\n2,Fine\n')).toEqual([
    { line: 2, cells: ['1', 'Slow, "very" slow\nand it crashes'] },
    { line: 5, cells: ['2', 'Fine'] },
  ])
})

test.each(['\n', '\r\n', '\r'])('line ends %j are all the same to us', async (end) => {
  const rows = await rowsOf(['id,text', '1,Slow', '2,Fine', ''].join(end))
  expect(rows).toEqual([
    { line: 2, cells: ['1', 'Slow'] },
    { line: 3, cells: ['2', 'Fine'] },
  ])
})

test('a quotation mark inside a plain cell is just a mark', async () => {
  expect(await rowsOf('id,text\n1,A 5" screen\n2,Fine\n')).toEqual([
    { line: 2, cells: ['1', 'A 5" screen'] },
    { line: 3, cells: ['2', 'Fine'] },
  ])
})

test('a quotation mark that never closes costs one line, not the rest of the file', async () => {
  const rows = await rowsOf(`id,text\n1,Slow\n2,"oops\n3,Fine\n4,"a, b"\n${'5,Good\n'.repeat(9)}`)
  expect(rows.slice(0, 4)).toEqual([
    { line: 2, cells: ['1', 'Slow'] },
    { line: 3, cells: ['2,"oops'], fault: 'A quotation mark opens here and is not closed.' },
    { line: 4, cells: ['3', 'Fine'] },
    { line: 5, cells: ['4', 'a, b'] },
  ])
  expect(rows).toHaveLength(13)
})

test('a quotation mark in the last line that never closes costs that line', async () => {
  expect((await rowsOf('id,text\n1,Slow\n2,Fine\n3,"oops')).map((row) => row.fault !== undefined)).toEqual([false, false, true])
})

test('ragged rows come as they are', async () => {
  expect((await rowsOf('a,b\n1\n1,2\n1,2,3\n1,2\n1,2\n1,2\n')).map((row) => row.cells.length)).toEqual([1, 2, 3, 2, 2, 2])
})

test('runs of spaces', async () => {
  expect(await rowsOf(' customer_id  date\r\n 00001 19970101\r\n 00002   19970112\r\n')).toEqual([
    { line: 2, cells: ['00001', '19970101'] },
    { line: 3, cells: ['00002', '19970112'] },
  ])
})

test('JSON lines: a line that is none is a row with its reason', async () => {
  expect(await rowsOf('{"text":"Slow"}\nnonsense\n{"rating":5,"text":"Fine"}\n42\n')).toEqual([
    { line: 1, cells: ['Slow', ''] },
    { line: 2, cells: ['nonsense'], fault: 'This line is not JSON.' },
    { line: 3, cells: ['Fine', '5'] },
    { line: 4, cells: ['42'], fault: 'This is not a record with named fields.' },
  ])
})

test('every row of a long file arrives, once and in order', async () => {
  const text = `id,text\n${Array.from({ length: 20_000 }, (_, i) => `${i},"piece ${i}, with é"`).join('\n')}`
  const rows = await rowsOf(text)
  expect(rows).toHaveLength(20_000)
  expect(rows.every((row, i) => row.cells[0] === String(i) && row.line === i + 2)).toBe(true)
})

test('a broken quotation mark deep in a long file costs one line, wherever it stands', async () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => (i === 3_333 ? `${i},"never closed` : `${i},piece ${i}`))
  const rows = await rowsOf(`id,text\n${lines.join('\n')}\n`)
  expect(rows).toHaveLength(5_000)
  expect(rows.filter((row) => row.fault)).toEqual([
    { line: 3_335, cells: ['3333,"never closed'], fault: 'A quotation mark opens here and is not closed.' },
  ])
})
