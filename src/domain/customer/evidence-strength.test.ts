import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Evidence } from './evidence-sources.ts'
import { evidenceStrength } from './evidence-strength.ts'

const now = new Date('2026-03-01T00:00:00Z')
const known = { now, totalRevenue: 100_000 }
const said = (changes: Partial<Evidence>): Evidence => ({
  insightId: 'i',
  feedbackId: 'f',
  accountId: 'a',
  contactId: null,
  sourceSystem: null,
  sourceRow: null,
  revenue: 5_000,
  segment: 's',
  channel: 'support',
  saidAt: now,
  undated: false,
  stance: 'supports',
  hurt: 2,
  ...changes,
})
const score = (evidence: Evidence[]) => evidenceStrength(evidence, known).score

const evidenceOf = fc.array(
  fc
    .record({
      feedbackId: fc.constantFrom('f1', 'f2', 'f3', 'f4'),
      accountId: fc.option(fc.constantFrom('a1', 'a2', 'a3')),
      daysAgo: fc.integer({ min: 0, max: 2_000 }),
      stance: fc.constantFrom('supports' as const, 'contradicts' as const),
      undated: fc.boolean(),
      channel: fc.constantFrom('support', 'sales'),
    })
    .map(({ daysAgo, ...rest }) => said({ ...rest, saidAt: new Date(now.getTime() - daysAgo * 86_400_000) })),
  { maxLength: 20 },
)

test('nothing heard is no evidence, and says so', () => {
  expect(evidenceStrength([], known)).toMatchObject({
    score: 0,
    level: 'none',
    bars: 0,
    lines: [{ sentence: 'Nobody has been heard on this yet.' }],
  })
})

test('ten notes from one account are one source', () => {
  const ten = Array.from({ length: 10 }, (_, n) => said({ insightId: `${n}`, feedbackId: `${n}` }))
  expect(evidenceStrength(ten, known).supporting).toBe(1)
  expect(score(ten)).toBeCloseTo(score([said({})]), 12)
})

test('several answers in one row of a file are one anonymous source; other rows, and the same row of another file, are others', () => {
  const answer = (feedbackId: string, sourceRow: string | null, changes: Partial<Evidence> = {}) =>
    said({ accountId: null, feedbackId, sourceSystem: 'survey.csv', sourceRow, ...changes })
  const counts = (evidence: Evidence[]) => {
    const { supporting, anonymous } = evidenceStrength(evidence, known)
    return [supporting, anonymous]
  }
  const three = ['f1', 'f2', 'f3'].map((id) => answer(id, '7'))
  expect(counts(three)).toEqual([1, 1])
  expect(evidenceStrength(three, known).lines[0]!.sentence).toBe('The only source is anonymous, and counts half.')
  expect(score(three)).toBeCloseTo(score([three[0]!]), 12)
  expect(counts([...three, answer('f4', '8')])).toEqual([2, 2])
  expect(counts([...three, answer('f4', '7', { sourceSystem: 'other.csv' })])).toEqual([2, 2])
  expect(counts([answer('f1', null), answer('f2', null)])).toEqual([2, 2])
  expect(counts([answer('f1', '7', { contactId: 'c' }), answer('f2', '8', { contactId: 'c' })])).toEqual([1, 0])
})

test('ten accounts are stronger than one', () => {
  expect(score(Array.from({ length: 10 }, (_, n) => said({ accountId: `a${n}` })))).toBeGreaterThan(3 * score([said({})]))
})

test('after 180 days a source weighs half', () => {
  const effective = (evidence: Evidence[]) => -Math.log(1 - score(evidence) / (score([said({})]) / (1 - Math.exp(-1 / 5))))
  const old = said({ saidAt: new Date(now.getTime() - 180 * 86_400_000) })
  expect(effective([old])).toBeCloseTo(effective([said({})]) / 2, 10)
})

test('a source that only contradicts is no source of the problem; one that says both is one, and counts against it too', () => {
  const evidence = [
    said({ accountId: 'a' }),
    said({ accountId: 'b', stance: 'contradicts' }),
    said({ accountId: 'c' }),
    said({ accountId: 'c', feedbackId: 'g', stance: 'contradicts' }),
  ]
  const { supporting, contradicting, lines } = evidenceStrength(evidence, known)
  expect([supporting, contradicting]).toEqual([2, 2])
  expect(lines.find(({ name }) => name === 'sources')!.value).toBe(2)
})

test('what contradicts takes its share away, and is counted', () => {
  const both = evidenceStrength([said({ accountId: 'a' }), said({ accountId: 'b', stance: 'contradicts' })], known)
  expect(both.contradicting).toBe(1)
  expect(both.score).toBeLessThan(score([said({})]))
  expect(both.lines.find(({ name }) => name === 'contradiction')!.sentence).toBe('1 source contradicts: 50 % is taken away.')
})

test('a score lies between 0 and 1, and the parts of its lines add up to it before contradiction', () => {
  fc.assert(
    fc.property(evidenceOf, (evidence) => {
      const { score, lines } = evidenceStrength(evidence, known)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
      const parts = lines.reduce((sum, { part }) => sum + (part ?? 0), 0)
      const against = lines.find(({ name }) => name === 'contradiction')?.value ?? 0
      expect(parts * (1 - against)).toBeCloseTo(score, 10)
    }),
  )
})

test('one more supporting account never weakens the evidence', () => {
  fc.assert(fc.property(evidenceOf, (evidence) => score([...evidence, said({ accountId: 'new' })]) >= score(evidence) - 1e-12))
})

const sentenceOf = (name: string, evidence: Evidence[]) =>
  evidenceStrength(evidence, known).lines.find((line) => line.name === name)!.sentence
const anonymous = (count: number) =>
  Array.from({ length: count }, (_, n) => said({ insightId: `n${n}`, feedbackId: `n${n}`, accountId: null, contactId: null }))
const accounts = (count: number) => Array.from({ length: count }, (_, n) => said({ feedbackId: `k${n}`, accountId: `a${n}` }))

test.each([
  [0, 3, '3 independent sources; several notes from one account count once.'],
  [9, 3, '9 of 12 sources are anonymous: they may be the same person, and count half.'],
  [12, 0, '12 of 12 sources are anonymous: they may be the same person, and count half.'],
  [1, 3, '1 of 4 sources is anonymous: it may be one of the others, and counts half.'],
  [1, 0, 'The only source is anonymous, and counts half.'],
])('%i sources that nobody knows and %i accounts', (unknown, accountCount, sentence) => {
  const evidence = [...anonymous(unknown), ...accounts(accountCount)]
  expect(sentenceOf('sources', evidence)).toBe(sentence)
  expect(evidenceStrength(evidence, known)).toMatchObject({ supporting: unknown + accountCount, anonymous: unknown })
})

const undated = (accountId: string) => said({ accountId, feedbackId: `u-${accountId}`, undated: true })
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

test.each([
  ['Half of the sources spoke within the last 11 years; what was said fades by half in 180 days.', [said({ saidAt: daysAgo(3976) })]],
  ['Half of the sources spoke within the last 10 days; what was said fades by half in 180 days.', [said({ saidAt: daysAgo(10) })]],
  [
    'Of the sources with a date, half spoke within the last 10 days; what was said fades by half in 180 days. 2 notes have no date of their own and count as 180 days old when they came in.',
    [said({ saidAt: daysAgo(10) }), undated('b'), undated('c')],
  ],
  ['Nobody knows how fresh this is. 1 note has no date of its own and counts as 180 days old when it came in.', [undated('b')]],
])('%s', (sentence, evidence) => {
  expect(sentenceOf('freshness', evidence)).toBe(sentence)
})

test('what has no date weighs as if it were 180 days old on the day it came in', () => {
  expect(score([undated('a')])).toBeCloseTo(score([said({ saidAt: daysAgo(180) })]), 12)
  expect(score([undated('a'), said({ accountId: 'a' })])).toBeCloseTo(score([said({ accountId: 'a' })]), 12)
})
