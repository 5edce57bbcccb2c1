import { expect, test } from 'vitest'
import { treeLines } from './tree.ts'

const problem = (id: string, parentId: string | null, score: number) => ({ id, parentId, score })
const lines = (problems: ReturnType<typeof problem>[]) =>
  treeLines(problems, (a, b) => b.score - a.score).map(({ problem: { id }, depth }) => `${depth}${id}`)

test('problems stand under the one they are part of, the stronger first', () => {
  expect(lines([problem('a', null, 1), problem('b', 'a', 1), problem('c', 'a', 5), problem('d', null, 3)])).toEqual([
    '0d',
    '0a',
    '1c',
    '1b',
  ])
})

test('a problem whose parent is not shown stands at the top', () => {
  expect(lines([problem('b', 'hidden', 1)])).toEqual(['0b'])
})
