import { type Arms, confidenceInterval, differenceOf, type Effect } from '../estimates.ts'
import { followEffectExactly } from '../exact-effect.ts'
import {
  bestPrecision,
  betaBinomialMixture,
  exactProportionInterval,
  gammaExponentialMixture,
  gammaPoissonMixture,
  type LogMixture,
  mixtureBound,
  normalMixture,
  oneSidedBetaBinomialMixture,
  oneSidedNormalMixture,
} from '../exact-sequential.ts'
import { type Boundary, groupSequentialBounds } from '../group-sequential.ts'
import { liftOf } from '../lift.ts'
import { type MixtureTest, testByMixture } from '../mixture-test.ts'
import { must } from '../must.ts'
import path from '../reference-data/confseq-effect.json' with { type: 'json' }
import { alwaysValidInterval, alwaysValidLowerBound, alwaysValidP, alwaysValidPGreater } from '../sequential.ts'
import { stitchedBound } from '../stitched-bound.ts'
import { bothArms, type GivenArms, numbered, type Runner } from './test-case.ts'
import { adjustedLiftOf, adjustedRatioLift } from './test-experiments.ts'

type Planned<T> = T & { N_tune: number }
const planOf = ({ N_tune }: { N_tune: number }) => ({ alpha: 0.05, plannedUnits: N_tune })

function toldAnyTime(effect: Effect, input: { N_tune: number }) {
  const { low, high } = alwaysValidInterval(effect, planOf(input))
  return { est: effect.effect, se: effect.standardError, lo: low, hi: high, p: alwaysValidP(effect, planOf(input)) }
}

function belowAnyTime(input: Planned<GivenArms>) {
  const effect = must(differenceOf(bothArms(input)))
  return { lo: Number.NEGATIVE_INFINITY, hi: -alwaysValidLowerBound({ ...effect, effect: -effect.effect }, planOf(input)) }
}

type MixtureInput = { mixture: string; s: number; v: number; v_opt: number; c: number; g: number; h: number }

function mixtureOf({ mixture, v_opt, c, g, h }: MixtureInput): LogMixture {
  const [two, one] = [bestPrecision(v_opt, 0.05), bestPrecision(v_opt, 0.1)]
  const mixtures: Record<string, () => LogMixture> = {
    normal: () => normalMixture(two),
    'normal-one-sided': () => oneSidedNormalMixture(one),
    'gamma-exponential': () => gammaExponentialMixture(one, c),
    'gamma-poisson': () => gammaPoissonMixture(one, c),
    'beta-binomial': () => betaBinomialMixture({ rho: two, g, h }),
    'beta-binomial-one-sided': () => oneSidedBetaBinomialMixture({ rho: one, g, h }),
  }
  return mixtures[mixture]!()
}

function bernoulli({ successes, trials, t_opt }: { successes: number; trials: number; t_opt: number }) {
  const { low, high } = must(exactProportionInterval({ successes, trials }, { alpha: 0.05, plannedTrials: t_opt }))
  return { lo: low, hi: high }
}

function effectPath() {
  const observations = path.y.map((outcome, at) => ({ outcome, treated: path.treatment[at] === 1 }))
  const plan = { alpha: 0.05, propensity: 0.5, range: { low: 0, high: 1 }, expectedVariance: 0.16, plannedUnits: 50 }
  const steps = must(followEffectExactly(observations, plan))
  const misses = steps.flatMap(({ estimate, interval, p }, at) => [
    estimate - path.point_estimate[at]!,
    interval.low - path.lower_confidence_bound[at]!,
    interval.high - path.upper_confidence_bound[at]!,
    p - path.p_value[at]!,
  ])
  const at = (t: number) => {
    const { estimate, interval, p } = steps[t - 1]!
    return { [`est${t}`]: estimate, [`low${t}`]: interval.low, [`high${t}`]: interval.high, [`p${t}`]: p }
  }
  return {
    ...at(100),
    ...at(500),
    ...at(1000),
    excludesZeroAt: steps.findIndex(({ interval }) => interval.low > 0) + 1,
    worst: Math.max(...misses.map(Math.abs)),
  }
}

function widthAnyTime({ share }: { share: number }) {
  const one: Effect = { effect: 0, standardError: 1, degreesOfFreedom: Infinity, n: 1e6 * share }
  return { times: alwaysValidInterval(one, { alpha: 0.05, plannedUnits: 1e6 }).high / confidenceInterval(one, 0.05).high }
}

function mixtureTest(test: MixtureTest) {
  const { ratio, p, interval } = must(testByMixture(test, 0.05))
  return { ratio, p, halfWidth: interval.high - test.effect }
}

type Looks = { information: number[]; boundary: Boundary; alpha: number }
type Stitched = { v: number; alpha: number; v_min: number; c: number }

/** What may be looked at more than once. */
export const sequenceRunners: Record<string, Runner> = {
  'lift-any-time': (input: Planned<GivenArms>) => toldAnyTime(must(liftOf(bothArms(input))), input),
  'adjusted-lift-any-time': (input: Planned<Arms<never>>) => toldAnyTime(adjustedLiftOf(input), input),
  'adjusted-ratio-lift-any-time': (input: { N_tune: number }) => toldAnyTime(adjustedRatioLift(), input),
  'difference-below-any-time': belowAnyTime,
  'difference-above-any-time': (input: Planned<GivenArms>) => ({
    p: alwaysValidPGreater(must(differenceOf(bothArms(input))), planOf(input)),
  }),
  'any-time-width': widthAnyTime,
  'best-precision': ({ v, alpha }: { v: number; alpha: number }) => ({ rho: bestPrecision(v, alpha) }),
  mixture: (input: MixtureInput) => ({ x: mixtureOf(input)(input.s, input.v) }),
  'mixture-bound': (input: MixtureInput) => ({ x: mixtureBound(mixtureOf(input), { v: input.v, alpha: 0.05 }) }),
  'stitched-bound': ({ v, alpha, v_min, c }: Stitched) => ({ x: must(stitchedBound({ v, alpha, startAt: v_min, c })) }),
  'bernoulli-any-time': bernoulli,
  'effect-any-time': effectPath,
  'mixture-test': mixtureTest,
  'group-sequential': (looks: Looks) => numbered('z', must(groupSequentialBounds(looks))),
}
