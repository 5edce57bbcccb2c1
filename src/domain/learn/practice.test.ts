import { expect, test } from 'vitest'
import { checkPractice, countsFor } from './practice.ts'
import { PracticeCheck } from './practice-check.ts'
import { holds } from './practice-condition.ts'
import { practiceFields } from './practice-fields.ts'
import type { PracticeRecord } from './practice-rules.ts'

function check(...criteria: object[]) {
  return PracticeCheck.parse({ id: 'check', criteria: criteria.map((criterion, at) => ({ id: `c${at}`, say: 'Do it', ...criterion })) })
}
const problem = (id: string, fields: Record<string, string | number | boolean | null> = {}): PracticeRecord => ({
  id,
  key: `PROB-${id}`,
  title: `Problem ${id}`,
  ...fields,
})
const linked = (count: number) => ({ 'links.feedback.count': count })
const threeLinks = {
  query: { entity: 'problem', where: { 'links.feedback.count': { gte: 3 } } },
  missing: '{title} has {links.feedback.count} of 3 linked notes.',
}

const first = (criteria: object, records: PracticeRecord[]) => checkPractice(check(criteria), { problem: records }).criteria[0]!

test('a criterion is met by one record that fits', () => {
  expect(first(threeLinks, [problem('1', linked(0)), problem('2', linked(3))])).toMatchObject({
    met: true,
    matched: 1,
    message: '',
    nearest: { key: 'PROB-2' },
  })
})

test('what is missing is said about the record that comes nearest', () => {
  const result = first(threeLinks, [problem('1', linked(0)), problem('2', linked(2)), problem('3', linked(1))])
  expect(result).toMatchObject({
    met: false,
    matched: 0,
    needed: 1,
    message: 'Problem 2 has 2 of 3 linked notes.',
    nearest: { id: '2', key: 'PROB-2', entity: 'problem' },
  })
})

test('of two equally near records the one changed last is named', () => {
  const [older, newer] = [problem('1', { ...linked(1), updatedAt: '2026-03-01' }), problem('2', { ...linked(1), updatedAt: '2026-03-02' })]
  expect(first(threeLinks, [older, newer]).nearest!.id).toBe('2')
})

test('without any record it says so', () => {
  expect(first(threeLinks, [])).toMatchObject({ met: false, nearest: null, message: 'There is no problem of yours that counts yet.' })
})

test('without a sentence of the author it says what was wanted and what is there', () => {
  const { message } = first({ query: threeLinks.query }, [problem('1', linked(1))])
  expect(message).toBe(
    'PROB-1 “Problem 1” is nearest. Wanted: how many pieces of feedback are linked, through insights that support it is at least 3, now 1.',
  )
})

test('where several records are needed it says how many there are', () => {
  const result = first({ ...threeLinks, count: { gte: 2 } }, [problem('1', linked(3)), problem('2', linked(1))])
  expect(result).toMatchObject({ matched: 1, needed: 2, message: 'Problem 2 has 1 of 3 linked notes. 1 of 2 so far.' })
})

test('a sentence about counts alone needs no record', () => {
  expect(first({ ...threeLinks, count: { gte: 2 }, missing: '{matched} of {needed} problems.' }, []).message).toBe('0 of 2 problems.')
})

test('different values can be counted instead of records, and empty ones do not count', () => {
  const accounts = ['large', 'large', null, 'small'].map((segment, at) => ({ id: String(at), title: 'A', segment }))
  const inSegments = (gte: number) => check({ query: { entity: 'account' }, count: { gte, distinct: 'segment' } })
  expect(checkPractice(inSegments(2), { account: accounts }).criteria[0]).toMatchObject({ met: true, matched: 2 })
  expect(checkPractice(inSegments(3), { account: accounts }).criteria[0]).toMatchObject({ met: false, matched: 2 })
})

test('too many is told as well', () => {
  const result = first({ query: { entity: 'problem' }, count: { lte: 1 } }, [problem('1'), problem('2')])
  expect(result).toMatchObject({ met: false, message: '2 problems fit; at most 1 should.' })
})

test('advice that is not followed does not fail the practice', () => {
  const feature = problem('1', { title: 'Add a button for export', ...linked(3) })
  const both = check(threeLinks, { kind: 'lint', rule: 'problem-statement', entity: 'problem' })
  const { passed, criteria } = checkPractice(both, { problem: [feature] })
  expect(passed).toBe(true)
  expect(criteria[1]).toMatchObject({ met: false, level: 'advise', message: expect.stringContaining('names an answer') })
})

test('a required criterion that is not met fails it', () => {
  expect(checkPractice(check(threeLinks), { problem: [] }).passed).toBe(false)
})

test.each([
  ['parked', { eq: 'parked' }, true],
  ['Parked ', { eq: 'parked' }, true],
  ['parked', { neq: 'solved' }, true],
  [3, { eq: 3 }, true],
  [3, { eq: '3' }, false],
  [2, { gt: 2 }, false],
  [2, { gte: 2, lt: 3 }, true],
  [2, { lte: 1 }, false],
  ['2026-03-02T10:00:00.000Z', { gte: '2026-03-01' }, true],
  ['2026-02-02', { gt: '2026-03-01' }, false],
  [null, { gte: 0 }, false],
  [null, { lt: 5 }, false],
  ['', { lt: '2026-03-01' }, false],
  ['next', { in: ['now', 'Next'] }, true],
  ['later', { in: ['now', 'next'] }, false],
  ['We re-type receipts', { contains: 're-type' }, true],
  ['We re-type receipts', { notContains: 'scan' }, true],
  [null, { notContains: 'scan' }, true],
  ['Say who, and when', { matches: ['when', 'who'] }, true],
  ['Say whom', { matches: ['who'] }, false],
  ['  ', { exists: true }, false],
  [null, { exists: false }, true],
  [0, { exists: true }, true],
  [false, { eq: false }, true],
  [5, { between: [1, 5] }, true],
  [6, { between: [1, 5] }, false],
] as const)('%j with %j: %s', (value, condition, expected) => {
  expect(holds(value, condition as Parameters<typeof holds>[1])).toBe(expected)
})

const enrolledAt = new Date('2026-03-01T00:00:00Z')
const [before, after] = [new Date('2026-02-01T00:00:00Z'), new Date('2026-03-05T00:00:00Z')]
const who = { learnerId: 'ana', enrolledAt }

test.each([
  ['mine since enrolment', 'me', 'enrolled', { authorId: 'ana', createdAt: after, updatedAt: after }, true],
  ['mine from before', 'me', 'enrolled', { authorId: 'ana', createdAt: before, updatedAt: after }, false],
  ['mine from before, where that is allowed', 'me', 'ever', { authorId: 'ana', createdAt: before, updatedAt: before }, true],
  ['of somebody else', 'me', 'ever', { authorId: 'ben', createdAt: after, updatedAt: after }, false],
  ['a sample record changed since', 'anyone', 'enrolled', { authorId: null, createdAt: before, updatedAt: after }, true],
  ['an untouched sample record', 'anyone', 'enrolled', { authorId: null, createdAt: before, updatedAt: before }, false],
] as const)('a record %s: counts for %s, %s', (_, author, since, authored, expected) => {
  expect(countsFor({ author, since, workspace: 'own' }, who, authored)).toBe(expected)
})

test('every field says what it is, in a sentence without an end', () => {
  for (const fields of Object.values(practiceFields)) for (const { is } of Object.values(fields)) expect(is).toMatch(/^[a-z].*[^.]$/)
})
