import { expect, test } from 'vitest'
import { isOpen } from './open-questions.ts'

const two = [
  { key: 'a', text: 'A' },
  { key: 'b', text: 'B' },
]

const step = { then: null, ask: 'What now?', choices: two }

test.each([
  ['single', undefined, true],
  ['single', 'a', false],
  ['multiple', [], true],
  ['multiple', ['a'], false],
  ['match', { a: 'x' }, true],
  ['match', { a: 'x', b: 'y' }, false],
  ['scenario', ['a'], true],
  ['scenario', ['a', 'b'], false],
  ['number', '', true],
  ['number', '0', false],
] as const)('a %s question answered with %j is open: %s', (kind, answer, open) => {
  expect(isOpen(answer as Parameters<typeof isOpen>[0], { kind, choices: two, steps: [step, step] })).toBe(open)
})
