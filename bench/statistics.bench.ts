import { judge } from '#domain/business/verdict.ts'
import type { VerdictData, VerdictPlan } from '#domain/business/verdict-plan.ts'
import { compareBeforeAfter } from '#domain/statistics/before-after.ts'
import { type Chance, drawNormals, startChance } from '#domain/statistics/chance.ts'
import { compareMeans, confidenceInterval, type Effect, meanOf, pValue } from '#domain/statistics/estimates.ts'
import { liftInterval, liftOf } from '#domain/statistics/lift.ts'
import { must } from '#domain/statistics/must.ts'
import { comparePanel } from '#domain/statistics/panel.ts'
import { type PowerPlan, powerOf, spreadOfMean, spreadOfProportion, unitsFor } from '#domain/statistics/power.ts'
import { type Count, compareProportions, newcombeInterval, proportionOf } from '#domain/statistics/proportions.ts'
import comparison from '#domain/statistics/reference-data/comparison.json' with { type: 'json' }
import california from '#domain/statistics/reference-data/proposition-99.json' with { type: 'json' }
import seatbelts from '#domain/statistics/reference-data/seatbelts.json' with { type: 'json' }
import { isRefusal } from '#domain/statistics/refusal.ts'
import { alwaysValidInterval } from '#domain/statistics/sequential.ts'
import { type ControlledSeries, compareWithUntouched } from '#domain/statistics/structural-series.ts'
import { addSums, noSums, sumsOf } from '#domain/statistics/sums.ts'
import { atLeast, atMost, type BenchRow, report } from './bench-row.ts'

const excludesZero = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const share = (runs: boolean[]) => runs.filter(Boolean).length / runs.length

/** Whether any of 100 looks at no effect at all claims one. */
function peek(chance: Chance) {
  let [control, treatment] = [noSums, noSums]
  const claimed = { naive: false, alwaysValid: false }
  for (let look = 0; look < 100; look++) {
    control = addSums(control, sumsOf(drawNormals(chance, 50)))
    treatment = addSums(treatment, sumsOf(drawNormals(chance, 50)))
    const effect = must(compareMeans({ control, treatment }))
    claimed.naive ||= pValue(effect) < 0.05
    claimed.alwaysValid ||= excludesZero(alwaysValidInterval(effect, { alpha: 0.05, plannedUnits: 10_000 }))
  }
  return claimed
}

function errorOfPeeking(): BenchRow[] {
  const chance = startChance(1)
  const runs = Array.from({ length: 1_000 }, () => peek(chance))
  const [always, naive] = [share(runs.map(({ alwaysValid }) => alwaysValid)), share(runs.map((run) => run.naive))]
  return [
    { what: 'a false win over 100 looks, always-valid', measured: percent(always), against: '5 % allowed', ...atMost(0.6, always / 0.05) },
    {
      what: 'the same looks without it, to see that the simulation bites',
      measured: percent(naive),
      against: '5 %',
      ...atLeast(4, naive / 0.05),
    },
  ]
}

type Peek = { p: number; plannedUnits: number; fewest: number; lift?: boolean }

/** Whether any of 200 looks at two groups with the same share claims a difference, with so many events in each at the least. */
function peekAtShares(chance: Chance, { p, plannedUnits, fewest, lift }: Peek) {
  let [control, treatment]: [Count, Count] = [count(chance, p, 50), count(chance, p, 50)]
  for (let look = 1; look < 200; look++) {
    control = grow(control, count(chance, p, 50))
    treatment = grow(treatment, count(chance, p, 50))
    if (Math.min(control.successes, treatment.successes) < fewest) continue
    const arms = { control: must(proportionOf(control)), treatment: must(proportionOf(treatment)) }
    const effect = lift ? liftOf(arms) : compareProportions({ control, treatment })
    if (!isRefusal(effect) && excludesZero(alwaysValidInterval(effect, { alpha: 0.05, plannedUnits }))) return true
  }
  return false
}

const grow = (a: Count, b: Count): Count => ({ successes: a.successes + b.successes, trials: a.trials + b.trials })

function errorOfPeekingAtShares(): BenchRow[] {
  const chance = startChance(5)
  const designs: [string, Peek][] = [
    ['1 in 2', { p: 0.5, plannedUnits: 20_000, fewest: 0 }],
    ['1 in 50', { p: 0.02, plannedUnits: 20_000, fewest: 0 }],
    ['1 in 200', { p: 0.005, plannedUnits: 20_000, fewest: 0 }],
    ['1 in 10, as a lift from 50 events on', { p: 0.1, plannedUnits: 20_000, fewest: 50, lift: true }],
    ['1 in 50, planned 40 times too small', { p: 0.02, plannedUnits: 500, fewest: 10 }],
  ]
  return designs.map(([what, peek]) => {
    const rate = share(Array.from({ length: 600 }, () => peekAtShares(chance, peek)))
    return { what: `a false win over 200 looks at ${what}`, measured: percent(rate), against: '5 % allowed', ...atMost(1, rate / 0.05) }
  })
}

const promise: PowerPlan = { alpha: 0.05, power: 0.8 }

function keptPromise(): BenchRow[] {
  const chance = startChance(6)
  const found = (effect: Effect) => excludesZero(confidenceInterval(effect, 0.05))
  const units = Math.ceil(must(unitsFor(0.3, must(spreadOfMean({ variance: 1 })), promise)) / 2)
  const means = share(
    Array.from({ length: 2_000 }, () => {
      const [control, treatment] = [drawNormals(chance, units), drawNormals(chance, units).map((z) => z + 0.3)]
      return found(must(compareMeans({ control: sumsOf(control), treatment: sumsOf(treatment) })))
    }),
  )
  const spread = must(spreadOfProportion(0.1, 0.03))
  const perArm = Math.ceil(must(unitsFor(0.03, spread, promise)) / 2)
  const promised = must(powerOf(0.03, spread, { ...promise, units: 2 * perArm }))
  const shares = share(
    Array.from({ length: 1_000 }, () =>
      found(must(compareProportions({ control: count(chance, 0.1, perArm), treatment: count(chance, 0.13, perArm) }))),
    ),
  )
  return [
    { what: 'power of a planned mean', measured: percent(means), against: '80 % promised', ...atLeast(0.97, means / 0.8) },
    { what: 'power of a planned proportion', measured: percent(shares), against: percent(promised), ...atLeast(0.96, shares / promised) },
  ]
}

function wander(chance: Chance, phi: number) {
  let level = drawNormals(chance, 1)[0]! / Math.sqrt(1 - phi * phi)
  return drawNormals(chance, 90).map((shock) => {
    level = phi * level + shock
    return level
  })
}

function errorOfBeforeAfter(): BenchRow[] {
  const chance = startChance(2)
  return [0, 0.3, 0.6, 0.8].map((phi) => {
    const claims = Array.from({ length: 300 }, () =>
      excludesZero(must(compareBeforeAfter({ values: wander(chance, phi), changeAt: 60, trend: true })).interval),
    )
    const rate = share(claims)
    return {
      what: `a false step before/after, autocorrelation ${phi}`,
      measured: percent(rate),
      against: '5 % nominal',
      ...atMost(1.7, rate / 0.05),
    }
  })
}

const count = (chance: Chance, p: number, trials: number): Count => ({
  successes: Array.from({ length: trials }, () => chance() < p).filter(Boolean).length,
  trials,
})

function coverage(): BenchRow[] {
  const chance = startChance(3)
  const small = Array.from({ length: 4_000 }, () => {
    const { low, high } = must(newcombeInterval({ control: count(chance, 0.05, 40), treatment: count(chance, 0.2, 40) }, 0.05))
    return low <= 0.15 && high >= 0.15
  })
  const skewed = (mean: number) => must(meanOf(sumsOf(drawNormals(chance, 400).map((z) => mean * Math.exp(z - 0.5)))))
  const lifts = Array.from({ length: 2_000 }, () => {
    const { low, high } = must(liftInterval({ control: skewed(10), treatment: skewed(12) }, 0.05))
    return low <= 0.2 && high >= 0.2
  })
  return [
    {
      what: 'small proportions inside their 95 % interval',
      measured: percent(share(small)),
      against: '95 %',
      ...atLeast(0.99, share(small) / 0.95),
    },
    {
      what: 'lifts of lognormal revenue inside theirs',
      measured: percent(share(lifts)),
      against: '95 %',
      ...atLeast(0.98, share(lifts) / 0.95),
    },
  ]
}

/** Milliseconds of the processor a run, so that a busy machine does not count against it. */
function timed(run: () => unknown, times: number) {
  run()
  const start = process.cpuUsage()
  for (let i = 0; i < times; i++) run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000 / times
}

const plan: VerdictPlan = {
  design: 'experiment',
  success: [{ key: 'a', name: 'A', unit: '', direction: 'up', scale: 'relative', smallestEffect: 0.02 }],
  rule: 'any',
  guardrails: [],
  alpha: 0.05,
  power: 0.8,
  looks: 'always',
  plannedUnits: 20_000,
  anyDeteriorationHarms: false,
  pastWinRate: 0.2,
}
const data: VerdictData = {
  design: 'experiment',
  measurements: {
    a: { kind: 'proportion', control: { successes: 2_000, trials: 10_000 }, treatment: { successes: 2_300, trials: 10_000 } },
  },
  checkDateReached: false,
  daysLate: 0,
  earlierP: [],
  assignment: { observed: [10_000, 10_000], weights: [1, 1] },
  broken: [],
  uncapped: {},
  how: [],
  otherLaunches: [],
}

const POINTS = 300

/** A series that follows two others for 300 points, and for 30 after a change. */
function longSeries(): ControlledSeries {
  const chance = startChance(8)
  const untouched = [drawNormals(chance, POINTS + 30), drawNormals(chance, POINTS + 30)]
  const noise = drawNormals(chance, POINTS + 30)
  const values = noise.map((z, t) => 10 + untouched[0]![t]! + 0.5 * untouched[1]![t]! + 0.3 * z + (t >= POINTS ? 1 : 0))
  return { values, untouched, changeAt: POINTS }
}

function speed(): BenchRow[] {
  const row = (what: string, milliseconds: number, limit: number): BenchRow => ({
    what,
    measured: `${milliseconds.toFixed(2)} ms`,
    against: `${limit} ms`,
    ...atMost(1, milliseconds / limit),
  })
  const monthly = { values: seatbelts.drivers.map(Math.log), changeAt: 169, trend: true, season: { period: 12, shape: 'dummies' as const } }
  const untouched = [comparison.NOT_CHANGED_1, comparison.NOT_CHANGED_2, comparison.NOT_CHANGED_3]
  return [
    row(
      'a verdict on an experiment',
      timed(() => judge({ plan, data }), 2_000),
      1,
    ),
    row(
      '192 months before/after with 60 fake dates',
      timed(() => compareBeforeAfter(monthly), 3),
      1_500,
    ),
    row(
      '108 days against three untouched series',
      timed(() => must(compareWithUntouched({ values: comparison.CHANGED, untouched, changeAt: 90 })), 3),
      500,
    ),
    row(
      '300 points before a change against two untouched series, on the 60 × 60 grid',
      timed(() => must(compareWithUntouched(longSeries())), 3),
      400,
    ),
    row(
      '39 states with placebos',
      timed(() => comparePanel({ treated: california.treated, controls: california.controls, changeAt: 19 }), 3),
      800,
    ),
  ]
}

/** Fixed intervals cover as promised whatever the size: the anchor the others are compared with. */
function fixedCoverage(): BenchRow {
  const chance = startChance(4)
  const inside = Array.from({ length: 4_000 }, () => {
    const effect: Effect = must(compareMeans({ control: sumsOf(drawNormals(chance, 12)), treatment: sumsOf(drawNormals(chance, 30)) }))
    return !excludesZero(confidenceInterval(effect, 0.05))
  })
  return {
    what: 'Welch intervals of 12 and 30 units that hold 0',
    measured: percent(share(inside)),
    against: '95 %',
    ...atLeast(0.985, share(inside) / 0.95),
  }
}

if (import.meta.main)
  await report(async () => [
    ...errorOfPeeking(),
    ...errorOfPeekingAtShares(),
    ...errorOfBeforeAfter(),
    ...keptPromise(),
    fixedCoverage(),
    ...coverage(),
    ...speed(),
  ])
