import { describe, expect, test } from 'vitest'
import type { Measurement } from '#domain/statistics/measurement.ts'
import billboard from '#domain/statistics/reference-data/billboard.json' with { type: 'json' }
import comparison from '#domain/statistics/reference-data/comparison.json' with { type: 'json' }
import california from '#domain/statistics/reference-data/proposition-99.json' with { type: 'json' }
import volkswagen from '#domain/statistics/reference-data/volkswagen.json' with { type: 'json' }
import { judge } from './verdict.ts'
import type { SuccessMetric, VerdictData, VerdictPlan } from './verdict-plan.ts'

const plan: VerdictPlan = {
  design: 'comparison-group',
  success: [],
  rule: 'any',
  guardrails: [],
  alpha: 0.05,
  power: 0.8,
  looks: 'once',
  plannedUnits: null,
  anyDeteriorationHarms: false,
  pastWinRate: null,
}
const data: VerdictData = {
  design: 'comparison-group',
  measurements: {},
  checkDateReached: true,
  daysLate: 0,
  earlierP: [],
  assignment: null,
  broken: [],
  uncapped: {},
  how: [],
  otherLaunches: [],
}

describe('verdicts on real data', () => {
  const judged = (metric: Partial<SuccessMetric>, measurement: Measurement) => {
    const success = { key: 'm', name: 'It', unit: '', direction: 'up', scale: 'relative', smallestEffect: 0, ...metric } as SuccessMetric
    return judge({ plan: { ...plan, success: [success] }, data: { ...data, measurements: { m: measurement } } })
  }
  const traffic: Measurement = {
    kind: 'untouched-series',
    values: comparison.CHANGED,
    untouched: [comparison.NOT_CHANGED_1, comparison.NOT_CHANGED_2, comparison.NOT_CHANGED_3],
    changeAt: 90,
  }

  test('site traffic against three untouched sites: +2 % is ruled out; without a target it is inconclusive', () => {
    const verdict = judged({ smallestEffect: 0.02 }, traffic)
    expect(verdict.state).toBe('did-not-work')
    expect(verdict.reasons[0]).toBe('“It”: −0.9 % (95 %: −2.7 to +0.9); the target of 2 % is ruled out.')
    expect(verdict.unitsStillNeeded).toBeNull()
    expect(judged({}, traffic).state).toBe('inconclusive')
  })

  test('Volkswagen after September 2015: worse', () => {
    const verdict = judged(
      {},
      { kind: 'untouched-series', values: volkswagen.VolksWagen, untouched: [volkswagen.BMW, volkswagen.Allianz], changeAt: 246 },
    )
    expect(verdict.state).toBe('harmed')
    expect(verdict.reasons[0]).toMatch(/^“It”: −25\.8 % \(95 %: −32\.1 to −19\.2\); it got worse\.$/)
  })

  test('California after Proposition 99 by synthetic difference in differences: inconclusive at 5 %', () => {
    const panel: Measurement = { kind: 'panel', treated: california.treated, controls: california.controls, changeAt: 19 }
    const verdict = judged({ direction: 'down', scale: 'absolute' }, panel)
    expect(verdict).toMatchObject({ state: 'inconclusive', claim: { strength: 'fair' }, unitsStillNeeded: null })
    expect(verdict.success[0]!.estimate).toBeCloseTo(-15.6, 1)
  })

  test('deposits after a billboard against another town: inconclusive, for the interval reaches from −1.8 to 14.8', () => {
    const { controlBefore, controlAfter, treatedBefore, treatedAfter } = billboard
    const verdict = judged({ scale: 'absolute' }, { kind: 'cells', controlBefore, controlAfter, treatedBefore, treatedAfter })
    expect(verdict.state).toBe('inconclusive')
    expect(verdict.success[0]!.estimate).toBeCloseTo(6.52, 2)
    expect(verdict.success[0]!.interval).toEqual({ low: expect.closeTo(-1.8, 1), high: expect.closeTo(14.8, 1) })
  })

  test('untouched series that explain little are no stand-in', () => {
    const unrelated = { ...traffic, untouched: [comparison.NOT_CHANGED_1.map((_, t) => Math.sin(t * t))] }
    expect(judged({ smallestEffect: 0.02 }, unrelated)).toMatchObject({
      state: 'inconclusive',
      reasons: expect.arrayContaining([expect.stringMatching(/less than half/)]),
    })
  })
})
