import { expect, test } from 'vitest'
import { fitAutocorrelated } from './autocorrelated-regression.ts'
import { designOf } from './before-after-design.ts'
import { type Chance, drawNormals, startChance } from './chance.ts'
import { compareMeans, confidenceInterval, type Effect, meanOf, pValue } from './estimates.ts'
import { liftInterval, liftOf } from './lift.ts'
import { must } from './must.ts'
import { type PowerPlan, powerOf, spreadOfMean, spreadOfProportion, unitsFor } from './power.ts'
import { type Count, compareProportions, newcombeInterval } from './proportions.ts'
import { isRefusal } from './refusal.ts'
import { contrastOf, fitLeastSquares } from './regression.ts'
import { alwaysValidInterval, alwaysValidLowerBound } from './sequential.ts'
import { sumsOf } from './sums.ts'

// Short versions of what bench/statistics.bench.ts runs at length: the same seeds give the same answer every time.
type Interval = { low: number; high: number }
const excludesZero = ({ low, high }: Interval) => low > 0 || high < 0
const share = (runs: readonly boolean[]) => runs.filter(Boolean).length / runs.length
const times = (count: number, run: () => boolean) => share(Array.from({ length: count }, run))

function more({ successes, trials }: Count, chance: Chance, p: number): Count {
  let hits = 0
  for (let unit = 0; unit < 50; unit++) hits += Number(chance() < p)
  return { successes: successes + hits, trials: trials + 50 }
}

type Peek = { p: number; plannedUnits: number; scale: 'absolute' | 'relative'; fewest: number }

/** Whether any of 100 looks at two equal groups claims a difference. */
function everClaims(chance: Chance, { p, plannedUnits, scale, fewest }: Peek) {
  let [control, treatment] = [
    { successes: 0, trials: 0 },
    { successes: 0, trials: 0 },
  ]
  const claimed = { naive: false, alwaysValid: false }
  for (let look = 0; look < 100; look++) {
    control = more(control, chance, p)
    treatment = more(treatment, chance, p)
    if (Math.min(control.successes, treatment.successes) < fewest) continue
    const difference = compareProportions({ control, treatment })
    if (isRefusal(difference)) continue
    const lift = scale === 'relative' ? liftOf({ control: asArm(control), treatment: asArm(treatment) }) : difference
    if (isRefusal(lift)) continue
    claimed.naive ||= pValue(difference) < 0.05
    claimed.alwaysValid ||= excludesZero(alwaysValidInterval(lift, { alpha: 0.05, plannedUnits }))
  }
  return claimed
}

function asArm({ successes, trials }: Count) {
  const value = successes / trials
  return { n: trials, value, variance: value * (1 - value) }
}

test.each<[string, Peek]>([
  ['one in two', { p: 0.5, plannedUnits: 10_000, scale: 'absolute', fewest: 0 }],
  ['one in fifty', { p: 0.02, plannedUnits: 10_000, scale: 'absolute', fewest: 0 }],
  ['one in ten as a lift from 50 events on', { p: 0.1, plannedUnits: 10_000, scale: 'relative', fewest: 50 }],
  ['one in fifty, planned 20 times too small', { p: 0.02, plannedUnits: 500, scale: 'absolute', fewest: 10 }],
])('100 looks at %s: always-valid is wrong at most 1 time in 20, naive peeking 1 in 5 and more', (_, peek) => {
  const chance = startChance(31)
  const runs = Array.from({ length: 300 }, () => everClaims(chance, peek))
  expect(share(runs.map(({ alwaysValid }) => alwaysValid))).toBeLessThanOrEqual(0.05)
  expect(share(runs.map(({ naive }) => naive))).toBeGreaterThan(0.2)
})

test('a guardrail that is exactly at its margin is cleared at most 1 time in 20, however often one looks', () => {
  const chance = startChance(32)
  const cleared = times(300, () => {
    let [n, control, treatment] = [0, 0, 0]
    for (let look = 0; look < 60; look++) {
      n += 100
      control += 10 * drawNormals(chance, 1)[0]!
      treatment += 10 * drawNormals(chance, 1)[0]!
      const effect = { effect: (treatment - control) / n, standardError: Math.sqrt(2 / n), degreesOfFreedom: Infinity, n: 2 * n }
      if (alwaysValidLowerBound(effect, { alpha: 0.05, plannedUnits: 12_000 }) > 0) return true
    }
    return false
  })
  expect(cleared).toBeLessThanOrEqual(0.05)
})

test.each([0, 0.3, 0.6, 0.8])('with autocorrelation %f the REML error claims a step that never was at most 1 time in 7', (phi) => {
  const chance = startChance(33)
  const claims = { reml: 0, leastSquares: 0 }
  const runs = 150
  for (let run = 0; run < runs; run++) {
    const series = { values: wander(chance, phi), changeAt: 60, trend: true }
    const { columns, effectWeights } = designOf(series)
    const model = { columns, outcome: series.values }
    claims.reml += Number(isClaimed(contrastOf(must(fitAutocorrelated(model)), effectWeights)))
    claims.leastSquares += Number(isClaimed(contrastOf(must(fitLeastSquares(model)), effectWeights)))
  }
  expect(claims.reml / runs).toBeLessThanOrEqual(1 / 7)
  // So that the simulation is known to bite: without the correction the same series mislead.
  if (phi >= 0.6) expect(claims.leastSquares / runs).toBeGreaterThan(0.25)
})

function isClaimed(effect: Effect) {
  return pValue(effect) < 0.05
}

function wander(chance: Chance, phi: number) {
  let level = drawNormals(chance, 1)[0]! / Math.sqrt(1 - phi * phi)
  return drawNormals(chance, 90).map((shock) => {
    level = phi * level + shock
    return level
  })
}

const usual: PowerPlan = { alpha: 0.05, power: 0.8 }

test('the planner keeps its promise of 80 % for means and for proportions', () => {
  const chance = startChance(34)
  const units = Math.ceil(must(unitsFor(0.5, must(spreadOfMean({ variance: 1 })), usual)) / 2)
  const means = times(1_200, () => {
    const [control, treatment] = [drawNormals(chance, units), drawNormals(chance, units).map((z) => z + 0.5)]
    return excludesZero(confidenceInterval(must(compareMeans({ control: sumsOf(control), treatment: sumsOf(treatment) })), 0.05))
  })
  expect(Math.abs(means - 0.8)).toBeLessThan(0.04)
  const blocks = Math.ceil(must(unitsFor(0.1, must(spreadOfProportion(0.2, 0.1)), usual)) / 100)
  const grown = (p: number) => Array.from({ length: blocks }).reduce<Count>((count) => more(count, chance, p), { successes: 0, trials: 0 })
  const proportions = times(600, () => {
    const difference = must(compareProportions({ control: grown(0.2), treatment: grown(0.3) }))
    return excludesZero(confidenceInterval(difference, 0.05))
  })
  const promised = must(powerOf(0.1, must(spreadOfProportion(0.2, 0.1)), { ...usual, units: 100 * blocks }))
  expect(Math.abs(proportions - promised)).toBeLessThan(0.05)
})

test('fixed intervals hold the truth about 19 times in 20', () => {
  const chance = startChance(35)
  const welch = times(2_000, () => {
    const arms = { control: sumsOf(drawNormals(chance, 12)), treatment: sumsOf(drawNormals(chance, 30).map((z) => 3 * z)) }
    return !excludesZero(confidenceInterval(must(compareMeans(arms)), 0.05))
  })
  const newcombe = times(1_000, () => {
    const [control, treatment] = [more({ successes: 0, trials: 0 }, chance, 0.05), more({ successes: 0, trials: 0 }, chance, 0.2)]
    const { low, high } = must(newcombeInterval({ control, treatment }, 0.05))
    return low <= 0.15 && high >= 0.15
  })
  const skewed = (mean: number) => must(meanOf(sumsOf(drawNormals(chance, 300).map((z) => mean * Math.exp(z - 0.5)))))
  const lifts = times(500, () => {
    const { low, high } = must(liftInterval({ control: skewed(10), treatment: skewed(12) }, 0.05))
    return low <= 0.2 && high >= 0.2
  })
  for (const coverage of [welch, newcombe, lifts]) expect(Math.abs(coverage - 0.95)).toBeLessThan(0.025)
})
