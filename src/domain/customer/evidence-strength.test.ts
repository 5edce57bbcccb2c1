import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Evidence, evidenceStrength } from './evidence-strength.ts'

const now = new Date('2026-03-01T00:00:00Z')
const known = { now, totalRevenue: 100_000 }
const said = (changes: Partial<Evidence>): Evidence => ({
  insightId: 'i',
  feedbackId: 'f',
  accountId: 'a',
  contactId: null,
  revenue: 5_000,
  segment: 's',
  channel: 'support',
  saidAt: now,
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
