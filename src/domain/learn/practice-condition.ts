import type { Condition } from './practice-check.ts'
import type { PracticeEntity, PracticeOperator } from './practice-fields.ts'
import type { FieldValue } from './practice-rules.ts'

type Operand = NonNullable<Condition[PracticeOperator]>

export const entityWords: Record<PracticeEntity, { one: string; many: string }> = {
  feedback: { one: 'feedback', many: 'pieces of feedback' },
  account: { one: 'account', many: 'accounts' },
  contact: { one: 'contact', many: 'contacts' },
  insight: { one: 'insight', many: 'insights' },
  problem: { one: 'problem', many: 'problems' },
  metric: { one: 'metric', many: 'metrics' },
  bet: { one: 'bet', many: 'bets' },
  'success-plan': { one: 'success plan', many: 'success plans' },
  spec: { one: 'spec', many: 'specs' },
  story: { one: 'user story', many: 'user stories' },
  launch: { one: 'launch', many: 'launches' },
  decision: { one: 'decision', many: 'decisions' },
  verdict: { one: 'verdict', many: 'verdicts' },
}

export function holds(value: FieldValue, condition: Condition) {
  return (Object.entries(condition) as [PracticeOperator, Operand][]).every(([operator, operand]) => tests[operator](value, operand))
}

const folded = (value: unknown) =>
  String(value ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
const isFilled = (value: FieldValue) => value !== null && value !== undefined && folded(value) !== ''
const listOf = (operand: Operand) => (Array.isArray(operand) ? operand : [operand])

/** Text with text, number with number. Anything else is neither less nor more. ISO dates compare as text. */
function compare(value: FieldValue, operand: Operand | undefined) {
  if (typeof value === 'number' && typeof operand === 'number') return value - operand
  if (typeof value === 'string' && typeof operand === 'string' && isFilled(value)) return value < operand ? -1 : value > operand ? 1 : 0
  return Number.NaN
}

/** Names are never compared letter by letter: case and spaces do not count. */
function equals(value: FieldValue, operand: Operand) {
  return typeof value === 'string' && typeof operand === 'string' ? folded(value) === folded(operand) : value === operand
}

const wordsIn = (value: unknown) =>
  folded(value)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

function containsAllWords(value: FieldValue, operand: Operand) {
  const present = new Set(wordsIn(value))
  return listOf(operand)
    .flatMap(wordsIn)
    .every((word) => present.has(word))
}

const containsAny = (value: FieldValue, operand: Operand) => listOf(operand).some((words) => folded(value).includes(folded(words)))

const tests: Record<PracticeOperator, (value: FieldValue, operand: Operand) => boolean> = {
  eq: equals,
  neq: (value, operand) => !equals(value, operand),
  gt: (value, operand) => compare(value, operand) > 0,
  gte: (value, operand) => compare(value, operand) >= 0,
  lt: (value, operand) => compare(value, operand) < 0,
  lte: (value, operand) => compare(value, operand) <= 0,
  in: (value, operand) => listOf(operand).some((one) => equals(value, one)),
  contains: containsAny,
  notContains: (value, operand) => !containsAny(value, operand),
  exists: (value, operand) => isFilled(value) === operand,
  between: (value, operand) => compare(value, listOf(operand)[0]) >= 0 && compare(value, listOf(operand)[1]) <= 0,
  matches: containsAllWords,
}
