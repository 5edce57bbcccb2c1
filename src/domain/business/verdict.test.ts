import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalUpperTail } from '#domain/statistics/distributions.ts'
import type { Measurement } from '#domain/statistics/measurement.ts'
import cells from '#domain/statistics/reference-data/billboard.json' with { type: 'json' }
import seatbelts from '#domain/statistics/reference-data/seatbelts.json' with { type: 'json' }
import { judge, type VerdictState } from './verdict.ts'
import { claimOf } from './verdict-claim.ts'
import { type Finding, guardrailState, type SuccessState, successState } from './verdict-finding.ts'
import { falsePositiveRisk } from './verdict-outlook.ts'
import type { Guardrail, MetricData, SuccessMetric, VerdictData, VerdictPlan } from './verdict-plan.ts'

const activation: SuccessMetric = {
  key: 'activation',
  name: 'Activation',
  unit: '',
  direction: 'up',
  scale: 'absolute',
  smallestEffect: 0.02,
}
const orders: SuccessMetric = { key: 'orders', name: 'Orders', unit: 'per person', direction: 'up', scale: 'absolute', smallestEffect: 0.1 }
const tickets: Guardrail = { key: 'tickets', name: 'Tickets', unit: 'per person', direction: 'down', scale: 'absolute', largestHarm: 0.05 }

const plan: VerdictPlan = {
  design: 'experiment',
  success: [activation],
  rule: 'any',
  guardrails: [],
  alpha: 0.05,
  power: 0.8,
  looks: 'once',
  plannedUnits: 20_000,
  anyDeteriorationHarms: false,
  pastWinRate: null,
}
const data: VerdictData = {
  design: 'experiment',
  measurements: {},
  checkDateReached: true,
  daysLate: 0,
  earlierP: [],
  assignment: { observed: [10_000, 10_000], weights: [1, 1] },
  broken: [],
  uncapped: {},
  how: [],
  otherLaunches: [],
}

const share = (control: number, treatment: number, trials = 10_000): Measurement => ({
  kind: 'proportion',
  control: { successes: control, trials },
  treatment: { successes: treatment, trials },
})
/** Two arms whose difference of means is known and has a standard error of 0.01. */
const means = (difference: number): Measurement => {
  const arm = (mean: number) => ({ n: 20_000, sum: 20_000 * mean, sumSquares: 19_999 + 20_000 * mean * mean })
  return { kind: 'mean', control: arm(1), treatment: arm(1 + difference) }
}
const verdictOn = (measurements: Record<string, MetricData>, changes: { plan?: Partial<VerdictPlan>; data?: Partial<VerdictData> } = {}) =>
  judge({ plan: { ...plan, ...changes.plan }, data: { ...data, measurements, ...changes.data } })

describe('the state follows the interval', () => {
  test.each<[string, number, number, VerdictState, string]>([
    ['well above the target', 2000, 2600, 'worked', 'target-met'],
    ['above 0, around the target', 2000, 2220, 'inconclusive', 'better-size-unsettled'],
    ['above 0, below the target', 9500, 9580, 'did-not-work', 'better-below-target'],
    ['around 0, below the target', 2000, 2010, 'did-not-work', 'target-ruled-out'],
    ['below 0', 2000, 1700, 'harmed', 'worse'],
  ])('%s', (_, control, treatment, state, found) => {
    const verdict = verdictOn({ activation: share(control, treatment) })
    expect(verdict.success[0]!.state).toBe(found)
    expect(verdict.state).toBe(state)
  })

  test('wide around both 0 and the target: inconclusive, with the units still needed', () => {
    const verdict = verdictOn({ activation: share(100, 105, 500) })
    expect(verdict.state).toBe('inconclusive')
    expect(verdict.success[0]!.state).toBe('unsettled')
    expect(verdict.unitsStillNeeded).toBeGreaterThan(1000)
  })
})

test.each([
  [{ low: 0.02, high: 0.1 }, 0.02, 'target-met'],
  [{ low: 0, high: 0.1 }, 0, 'unsettled'],
  [{ low: 1e-9, high: 0.1 }, 0, 'target-met'],
  [{ low: -0.2, high: -0.1 }, 0, 'worse'],
  [{ low: -0.2, high: 0.01 }, 0.02, 'target-ruled-out'],
  [{ low: 0.01, high: 0.019 }, 0.02, 'better-below-target'],
  [{ low: 0.01, high: 0.03 }, 0.02, 'better-size-unsettled'],
  [{ low: -0.01, high: 0.03 }, 0.02, 'unsettled'],
] as const)('interval %j against a target of %f is %s', (interval, target, state) => {
  expect(successState(interval, target)).toBe(state)
})

test.each([
  [{ low: -0.04, high: 0.1 }, 'safe'],
  [{ low: -0.2, high: -0.06 }, 'harmed'],
  [{ low: -0.2, high: -0.01 }, 'deteriorated'],
  [{ low: -0.2, high: 0.01 }, 'not-cleared'],
] as const)('a guardrail at %j with a margin of 0.05 is %s', (interval, state) => {
  expect(guardrailState(interval, 0.05)).toBe(state)
})

test('the sentence says what, how sure, and how strong a claim', () => {
  expect(verdictOn({ activation: share(2000, 2600) }).sentence).toBe(
    'Worked. “Activation”: +6.0 points (95 %: +4.8 to +7.2), which reaches the target of 2 points. If chance assigned people to their groups, this is a strong claim: the change is the cause.',
  )
})

describe('a cause is claimed only where there is an effect', () => {
  test.each<[string, Measurement, VerdictState, RegExp]>([
    ['did not work', share(2000, 2010), 'did-not-work', /If chance assigned people to their groups, this is a strong claim\.$/],
    ['harmed', share(2000, 1700), 'harmed', /strong claim: the change is the cause\.$/],
    ['inconclusive', share(100, 105, 500), 'inconclusive', /groups, a strong claim is possible, but the data do not settle one\.$/],
  ])('%s', (_, measurement, state, sentence) => {
    expect(verdictOn({ activation: measurement })).toMatchObject({ state, sentence: expect.stringMatching(sentence) })
  })

  test('data that are not what was promised claim nothing, and ask for no more people', () => {
    const verdict = verdictOn({ activation: share(100, 105, 500) }, { data: { broken: ['The metric was redefined on 3 October.'] } })
    expect(verdict).toMatchObject({
      claim: null,
      unitsStillNeeded: null,
      sentence: 'Inconclusive. “Activation”: The metric was redefined on 3 October.',
    })
  })
})

describe('guardrails', () => {
  const both = { success: [activation], guardrails: [tickets] }
  const win = share(2000, 2600)

  test.each<[string, number, VerdictState, string]>([
    ['safe when fewer', -0.2, 'worked', 'safe'],
    ['harmed when clearly more', 0.2, 'harmed', 'harmed'],
    ['deteriorated within reach of the margin', 0.04, 'inconclusive', 'deteriorated'],
    ['not cleared', 0.04, 'inconclusive', 'deteriorated'],
  ])('%s', (_, difference, state, found) => {
    const verdict = verdictOn({ activation: win, tickets: means(difference) }, { plan: both })
    expect(verdict.guardrails[0]!.state).toBe(found)
    expect(verdict.state).toBe(state)
  })

  test('a guardrail is tested on one side, and its sentence says of which ends it speaks', () => {
    const { reasons } = verdictOn({ activation: win, tickets: means(-0.2) }, { plan: both })
    expect(reasons[1]).toMatch(/^“Tickets”: −0\.200 per person \(each end 95 %: −0\.216 to −0\.184\), within the acceptable loss/)
  })

  test('a win with a guardrail that is not cleared says so first', () => {
    const wide: Measurement = { kind: 'mean', control: { n: 50, sum: 50, sumSquares: 99 }, treatment: { n: 50, sum: 50, sumSquares: 99 } }
    const verdict = verdictOn({ activation: win, tickets: wide }, { plan: both })
    expect(verdict.state).toBe('inconclusive')
    expect(verdict.reasons[0]).toMatch(/^“Tickets”: .*not excluded/)
  })

  test('any deterioration harms where the plan says so', () => {
    expect(verdictOn({ activation: win, tickets: means(0.04) }, { plan: { ...both, anyDeteriorationHarms: true } }).state).toBe('harmed')
  })

  test('a guardrail nobody measured keeps a win from being one', () => {
    const verdict = verdictOn({ activation: win }, { plan: both })
    expect(verdict.state).toBe('inconclusive')
    expect(verdict.reasons).toContain('“Tickets” was not measured.')
  })

  test('harm to a guardrail outranks a success metric without data', () => {
    expect(verdictOn({ tickets: means(0.2) }, { plan: both }).state).toBe('harmed')
  })

  test('where less is better, a fall is shown as a fall and counted as good', () => {
    const verdict = verdictOn({ tickets: means(-0.2) }, { plan: { success: [{ ...tickets, smallestEffect: 0.1 }] } })
    expect(verdict.state).toBe('worked')
    expect(verdict.success[0]!.estimate).toBeCloseTo(-0.2, 10)
    expect(verdict.success[0]!.interval!.high).toBeLessThan(-0.1)
    expect(verdict.success[0]!.interval!.low).toBeLessThan(verdict.success[0]!.interval!.high)
  })
})

describe('several success metrics', () => {
  const two = { success: [activation, orders] }
  const [win, loss] = [share(2000, 2600), means(0)]

  test('one of them is enough under "any", and not under "all"', () => {
    expect(verdictOn({ activation: win, orders: loss }, { plan: two }).state).toBe('worked')
    expect(verdictOn({ activation: win, orders: loss }, { plan: { ...two, rule: 'all' } }).state).toBe('did-not-work')
    expect(verdictOn({ activation: win, orders: means(0.2) }, { plan: { ...two, rule: 'all' } }).state).toBe('worked')
  })

  test('alpha is shared under "any": a win at 95 % alone is not one of two', () => {
    // L is 0.1 + 2.1 standard errors − 1.96 of them: met alone, not at 97.5 %.
    const close = means(0.1 + 0.021)
    expect(verdictOn({ orders: close }, { plan: { success: [orders] } }).state).toBe('worked')
    expect(verdictOn({ activation: share(2000, 2010), orders: close }, { plan: two }).state).toBe('inconclusive')
  })

  test("Holm's second step has all of alpha when the first is clear", () => {
    const verdict = verdictOn({ activation: win, orders: means(0.1 + 0.021) }, { plan: two })
    expect(verdict.success.map(({ state }) => state)).toEqual(['target-met', 'target-met'])
    expect(verdict.success.map(({ confidence }) => confidence)).toEqual([0.975, 0.95])
  })

  test('under "all" one without data is enough to have none; under "any" the other still counts', () => {
    expect(verdictOn({ activation: win }, { plan: { ...two, rule: 'all' } }).state).toBe('not-measured')
    expect(verdictOn({ activation: win }, { plan: two }).state).toBe('worked')
  })
})

describe('what keeps a verdict from being drawn', () => {
  test('nothing measured', () => {
    expect(verdictOn({})).toMatchObject({ state: 'not-measured', sentence: 'Not measured. “Activation” was not measured.' })
    const verdict = verdictOn({ activation: { kind: 'not-measured', because: 'no event of that name has arrived' } })
    expect(verdict.sentence).toMatch(/no event of that name/)
    expect(verdictOn({}, { plan: { success: [] } }).state).toBe('not-measured')
  })

  test('nothing claims anything where nothing was found', () => {
    expect(verdictOn({ activation: share(0, 0, 0) })).toMatchObject({ state: 'not-enough-data', claim: null })
    expect(verdictOn({})).toMatchObject({ state: 'not-measured', claim: null })
  })

  test('what has not come in yet is not enough data', () => {
    const verdict = verdictOn({ activation: { kind: 'too-little', because: 'Nobody has seen it.' } }, { data: { checkDateReached: false } })
    expect(verdict).toMatchObject({ state: 'not-enough-data', sentence: 'Not enough data. “Activation”: Nobody has seen it.' })
  })

  test('the effect without the cap stands beside the one with it', () => {
    const { how } = verdictOn(
      { orders: means(0.3) },
      { plan: { success: [orders] }, data: { uncapped: { orders: means(0.1) }, how: ['Capped.'] } },
    )
    expect(how).toEqual(['Capped.', expect.stringMatching(/^Without the cap, .*: \+0\.10/)])
  })

  test('nobody exposed', () => {
    const verdict = verdictOn({ activation: share(0, 0, 0) })
    expect(verdict).toMatchObject({ state: 'not-enough-data', reasons: ['“Activation”: Nobody is in this group yet.'] })
  })

  test('a mix of metrics without data and not measured is not enough data', () => {
    expect(verdictOn({ activation: share(0, 0, 0) }, { plan: { success: [activation, orders] } }).state).toBe('not-enough-data')
  })

  test('a plan of one look before its check date', () => {
    const verdict = verdictOn({ activation: share(2000, 2600) }, { data: { checkDateReached: false } })
    expect(verdict.state).toBe('not-enough-data')
    expect(verdict.reasons[0]).toMatch(/check date/)
  })

  test('a split that is not what was assigned', () => {
    const verdict = verdictOn({ activation: share(2000, 2600) }, { data: { assignment: { observed: [10_000, 12_000], weights: [1, 1] } } })
    expect(verdict).toMatchObject({ state: 'inconclusive', sampleRatio: { state: 'mismatch' } })
    expect(verdict.sentence).toBe(
      'Inconclusive. “Activation”: The groups do not have the sizes they were assigned, so they cannot be compared.',
    )
  })

  test('a split a little off is only a caution', () => {
    const verdict = verdictOn({ activation: share(2000, 2600) }, { data: { assignment: { observed: [10_000, 10_420], weights: [1, 1] } } })
    expect(verdict).toMatchObject({ state: 'worked', sampleRatio: { state: 'doubtful' } })
    expect(verdict.cautions).toContainEqual(expect.stringMatching(/a little off/))
  })

  test('while running, the split is checked by the sequential test', () => {
    const assignment = { observed: [5000, 5500], weights: [1, 1], batches: Array.from({ length: 5 }, () => [1000, 1100]) }
    const running = { looks: 'always' } as const
    const verdict = verdictOn({ activation: share(2000, 2600) }, { plan: running, data: { checkDateReached: false, assignment } })
    expect(verdict.sampleRatio!.p).toBeCloseTo(0.003216, 6)
    expect(verdict.state).toBe('worked')
    expect(verdictOn({ activation: share(2000, 2600) }, { plan: running, data: { assignment } }).sampleRatio!.state).toBe('mismatch')
  })

  test('too few people to check the split says nothing about it', () => {
    expect(
      verdictOn({ activation: share(2, 3, 5) }, { data: { assignment: { observed: [3, 2], weights: [1, 1] } } }).sampleRatio,
    ).toBeNull()
  })

  test('data that are not what the plan meant', () => {
    const verdict = verdictOn({ activation: share(2000, 2600) }, { data: { broken: ['The metric was redefined on 3 October.'] } })
    expect(verdict).toMatchObject({ state: 'inconclusive', reasons: ['“Activation”: The metric was redefined on 3 October.'] })
  })
})

describe('a promise that came after the launch', () => {
  test.each([
    ['experiment', 'strong', 'fair'],
    ['comparison-group', 'fair', 'weak'],
    ['before-after', 'weak', 'weak'],
  ] as const)('makes the claim of %s weaker by a step, and says so', (design, inTime, late) => {
    const claim = (daysLate: number) => claimOf(design, { measurements: [], found: 'effect', daysLate })
    expect(claim(0)).toMatchObject({ strength: inTime, sentence: expect.not.stringContaining('after the launch') })
    expect(claim(1)).toMatchObject({ strength: late, sentence: expect.stringContaining('The plan was locked a day after the launch') })
  })
})

describe('looking more than once', () => {
  const running = { data: { checkDateReached: false } }
  const win = share(2000, 2600)

  test('a plan for many looks may judge before the check date, with a wider interval', () => {
    const [always, once] = [verdictOn({ activation: win }, { plan: { looks: 'always' }, ...running }), verdictOn({ activation: win })]
    expect(always.state).toBe('worked')
    expect(always.success[0]!.method).toBe('always-valid')
    expect(always.success[0]!.interval!.low).toBeLessThan(once.success[0]!.interval!.low)
  })

  test('a hybrid plan spends a fifth of alpha while running and the rest at the check date', () => {
    expect(verdictOn({ activation: win }, { plan: { looks: 'hybrid' }, ...running }).success[0]!.confidence).toBeCloseTo(0.99, 12)
    expect(verdictOn({ activation: win }, { plan: { looks: 'hybrid' } }).success[0]).toMatchObject({ method: 'welch', confidence: 0.96 })
  })

  test('tiny counts while running get the exact interval', () => {
    const verdict = verdictOn({ activation: share(1, 9, 200) }, { plan: { looks: 'always', plannedUnits: 400 }, ...running })
    expect(verdict.success[0]!.method).toBe('exact-always-valid')
    expect(verdict.success[0]!.p).toBeGreaterThan(0)
    expect(verdict.state).toBe('inconclusive')
  })

  test('a lift while running waits for 50 events in each group', () => {
    const lift = { success: [{ ...activation, scale: 'relative' as const }], looks: 'always' as const }
    const verdict = verdictOn({ activation: share(40, 60) }, { plan: lift, ...running })
    expect(verdict.state).toBe('not-enough-data')
    expect(verdict.reasons[0]).toMatch(/50 events/)
    expect(verdictOn({ activation: win }, { plan: lift, ...running }).state).toBe('worked')
  })

  test('what an earlier look had found stands: the smallest p of all looks is told', () => {
    const looks = (earlierP: number[]) =>
      verdictOn({ activation: win }, { plan: { looks: 'always' }, ...running, data: { ...running.data, earlierP } }).look.sentence
    expect(looks([])).not.toContain('smallest p')
    expect(looks([0.4, 1e-9])).toContain('The smallest p of no effect in the 3 looks so far is below 0.0001, which stands.')
  })

  test('without planned units it is looked at once, and says so', () => {
    const verdict = verdictOn({ activation: win }, { plan: { looks: 'always', plannedUnits: null } })
    expect(verdict.success[0]!.method).toBe('welch')
    expect(verdict.cautions).toContainEqual(expect.stringMatching(/looked at once/))
  })

  test('a look while running says so, how far it is, and how many more it would take', () => {
    const { state, sentence, look, unitsStillNeeded } = verdictOn(
      { activation: share(100, 110, 500) },
      { plan: { looks: 'hybrid', plannedUnits: 4_000 }, ...running },
    )
    expect({ state, kind: look.kind }).toEqual({ state: 'inconclusive', kind: 'running' })
    expect(sentence).toMatch(/^Inconclusive so far\. /)
    expect(look.sentence).toMatch(/^This is a look while it runs: its 99 % interval holds however often anybody looks/)
    expect(look.sentence).toContain('1,000 of the 4,000 people it was planned for are counted.')
    expect(look.sentence).toContain(`about ${unitsStillNeeded!.toLocaleString('en-GB')} more`)
  })

  test('the look at the check date says that it was then, and with how much of alpha', () => {
    expect(verdictOn({ activation: win }, { plan: { looks: 'hybrid' } }).look).toEqual({
      kind: 'at-check-date',
      sentence: 'This is the look at the check date, which is as wide as the looks allowed before it ask for (a 96 % interval).',
    })
    expect(verdictOn({ activation: win }).look.sentence).toBe(
      'This is the one look, at the check date, with the whole chance of error the plan allows (a 95 % interval).',
    )
  })

  test('two success metrics share alpha equally while running', () => {
    const verdict = verdictOn(
      { activation: win, orders: means(0.3) },
      { plan: { success: [activation, orders], looks: 'always' }, ...running },
    )
    expect(verdict.success.map(({ confidence }) => confidence)).toEqual([0.975, 0.975])
  })
})

describe('the claim is as strong as the design that was used', () => {
  const riders: SuccessMetric = {
    key: 'riders',
    name: 'Drivers hurt',
    unit: '',
    direction: 'down',
    scale: 'relative',
    smallestEffect: 0.02,
  }
  const series: Measurement = {
    kind: 'series',
    values: seatbelts.drivers.slice(60),
    changeAt: 109,
    trend: true,
    season: { period: 12, shape: 'dummies' },
  }

  test('seat belts before and after, in per cent: weak, and an experiment on paper does not make it stronger', () => {
    const verdict = verdictOn({ riders: series }, { plan: { success: [riders] }, data: { assignment: null } })
    expect(verdict.how).toEqual([
      expect.stringMatching(/^The same analysis was made at \d+ dates .* p below 0\.001 by the model and 0\.\d+ among/),
    ])
    expect(verdict.success[0]!.expected).toHaveLength(seatbelts.drivers.length - 169)
    expect(verdict.success[0]!.expected[0]).toBeGreaterThan(1000)
    expect(verdict.claim).toMatchObject({ design: 'before-after', strength: 'weak' })
    expect(verdict.success[0]!.estimate).toBeLessThan(-0.1)
    expect(verdict.success[0]!.method).toBe('before-after')
    expect(verdict.cautions).toContain('The plan was an experiment; what was done is a before/after comparison.')
  })

  test('another launch inside the window spoils a before/after comparison', () => {
    const changes = { plan: { success: [riders] }, data: { assignment: null, otherLaunches: ['LAUNCH-9 came inside the window.'] } }
    expect(verdictOn({ riders: series }, changes)).toMatchObject({
      state: 'inconclusive',
      reasons: ['“Drivers hurt”: LAUNCH-9 came inside the window.'],
    })
  })

  test('a series too short is not enough data; one that wanders is inconclusive', () => {
    const wander = Array.from({ length: 60 }, (_, t) => 100 + 30 * Math.sin(t / 19) + Math.sin(t * 5) / 3)
    const judged = (values: number[], changeAt: number) =>
      verdictOn({ riders: { kind: 'series', values, changeAt } }, { plan: { success: [riders] }, data: { assignment: null } })
    expect(judged(wander.slice(0, 30), 20).state).toBe('not-enough-data')
    expect(judged(wander, 45)).toMatchObject({
      state: 'inconclusive',
      reasons: expect.arrayContaining([expect.stringMatching(/wanders|last quarter/)]),
    })
  })

  test('billboard, groups before and after (HC1): inconclusive, and a fair claim', () => {
    const deposits: SuccessMetric = { key: 'deposits', name: 'Deposits', unit: '', direction: 'up', scale: 'absolute', smallestEffect: 0 }
    const verdict = verdictOn(
      { deposits: { kind: 'cells', ...cells } },
      { plan: { success: [deposits], design: 'comparison-group' }, data: { design: 'comparison-group', assignment: null } },
    )
    expect(verdict).toMatchObject({ state: 'inconclusive', claim: { strength: 'fair', design: 'comparison-group' } })
    expect(verdict.sentence).toMatch(/\+6\.5 \(95 %: −1\.8 to \+14\.8\)/)
  })

  test('groups that were not assigned wait for the check date whatever the look policy, and then have all of alpha', () => {
    const deposits: SuccessMetric = {
      key: 'deposits',
      name: 'Deposits',
      unit: '',
      direction: 'up',
      scale: 'relative',
      smallestEffect: 0.05,
    }
    const changes = { plan: { success: [deposits], looks: 'always' as const }, data: { checkDateReached: false } }
    expect(verdictOn({ deposits: { kind: 'cells', ...cells } }, changes).state).toBe('not-enough-data')
    const reached = verdictOn({ deposits: { kind: 'cells', ...cells } }, { plan: changes.plan })
    expect(reached.success[0]).toMatchObject({ confidence: 0.95, method: 'difference-in-differences' })
    expect(reached.claim!.design).toBe('rollout')
  })
})

test.each([
  [0.33, 0.06],
  [0.2, 0.111],
  [0.15, 0.15],
  [0.1, 0.22],
  [0.08, 0.264],
])('with %f of past verdicts won, a win is false at a risk of %f (Kohavi, Deng, Vermeer 2022)', (pastWinRate, risk) => {
  expect(falsePositiveRisk({ alpha: 0.05, power: 0.8, pastWinRate })).toBeCloseTo(risk, 3)
  expect(verdictOn({ activation: share(2000, 2600) }, { plan: { pastWinRate } }).falsePositiveRisk).toBeCloseTo(risk, 3)
})

test('with the people still needed, the effect asked for would be found with the plan’s power', () => {
  const { unitsStillNeeded, success } = verdictOn({ activation: share(100, 105, 500) })
  const [{ standardError, units }] = success as [Finding<SuccessState>]
  const signal = (activation.smallestEffect / standardError!) * Math.sqrt((units! + unitsStillNeeded!) / units!)
  const power = normalUpperTail(1.959963984540054 - signal) + normalUpperTail(1.959963984540054 + signal)
  expect(power).toBeCloseTo(0.8, 4)
  expect(power).toBeGreaterThanOrEqual(0.8)
})

test('the same plan and data give the same verdict, and it survives JSON unchanged', () => {
  fc.assert(
    fc.property(
      fc.nat(500),
      fc.nat(500),
      fc.integer({ min: 500, max: 5000 }),
      fc.constantFrom<VerdictPlan['looks']>('once', 'always', 'hybrid'),
      (a, b, n, looks) => {
        const one = verdictOn({ activation: share(a, b, n) }, { plan: { looks } })
        expect(verdictOn({ activation: share(a, b, n) }, { plan: { looks } })).toEqual(one)
        expect(JSON.parse(JSON.stringify(one))).toEqual(one)
      },
    ),
    { numRuns: 40 },
  )
})

test('exchanging the arms never turns a win into a win', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
      const [one, other] = [verdictOn({ activation: share(a, b, 2000) }), verdictOn({ activation: share(b, a, 2000) })]
      expect(one.state === 'worked' && other.state === 'worked').toBe(false)
      if (one.state === 'worked') expect(other.state).toBe('harmed')
    }),
    { numRuns: 60 },
  )
})
