import { adjustedLift, pairedArmOf, thetaOf } from '../cuped.ts'
import {
  type ArmEstimate,
  type Arms,
  compareMeans,
  confidenceInterval,
  differenceOf,
  type Effect,
  lowerBound,
  meanOf,
  pValue,
  pValueGreater,
} from '../estimates.ts'
import { type Alternative, testByFisher, testTableExactly } from '../exact-two-by-two.ts'
import { chooseByCounts, chooseByNormal } from '../expected-loss.ts'
import { liftInterval, liftOf, logLiftOf } from '../lift.ts'
import { type Adjustment, adjustPValues } from '../multiplicity.ts'
import { must } from '../must.ts'
import { updateByPrior } from '../prior.ts'
import { newcombeInterval, wilsonInterval } from '../proportions.ts'
import { quantileOf } from '../quantiles.ts'
import { pairedRatioArmOf, ratioThetaOf } from '../ratio-cuped.ts'
import { ratioOf } from '../ratios.ts'
import ratioCuped from '../reference-data/ratio-cuped.json' with { type: 'json' }
import users from '../reference-data/tea-tasting-users.json' with { type: 'json' }
import { testSampleRatio, testSampleRatioSequentially } from '../sample-ratio.ts'
import { pairedSumsOf, ratioSumsOf, sumsOf } from '../sums.ts'
import { compareProportionsByNormal, type TableStatistic, testTable } from '../two-by-two.ts'
import { bothArms, bothCounts, countOf, type GivenArms, numbered, type Runner } from './test-case.ts'

const asNormal = (effect: Effect): Effect => ({ ...effect, degreesOfFreedom: Infinity })

function told(effect: Effect) {
  const { low, high } = confidenceInterval(effect, 0.05)
  return { est: effect.effect, se: effect.standardError, lo: low, hi: high, p: pValue(effect), df: effect.degreesOfFreedom }
}

function toldAbove(effect: Effect) {
  return {
    est: effect.effect,
    se: effect.standardError,
    lo: lowerBound(effect, 0.05),
    hi: Number.POSITIVE_INFINITY,
    p: pValueGreater(effect),
  }
}

type Quantiles = Arms<{ n: number; q: number; lo: number; hi: number }>
const quantileArms = ({ control, treatment }: Quantiles): Arms<ArmEstimate> => {
  const armOf = ({ n, q, lo, hi }: Quantiles['control']) => must(quantileOf({ n, value: q, low: lo, high: hi }))
  return { control: armOf(control), treatment: armOf(treatment) }
}

const ofVariant = (values: number[], variant: number) => values.filter((_, user) => users.variant[user] === variant)
const armsOfUsers = (armOf: (variant: number) => ArmEstimate) => ({ control: armOf(0), treatment: armOf(1) })

/** Student's t: one variance for both arms, on the scale of the values or of their logarithms, and n − 2 degrees of freedom. */
function withOneVariance({ control, treatment }: Arms<ArmEstimate>, power: 0 | 2) {
  const freedom = control.n + treatment.n - 2
  const scaled = ({ variance, value, n }: ArmEstimate) => (variance / value ** power) * (n - 1)
  const variance = (scaled(control) + scaled(treatment)) / freedom
  const arm = (one: ArmEstimate) => ({ ...one, variance: variance * one.value ** power })
  return { control: arm(control), treatment: arm(treatment) }
}

function usersRatio() {
  const arms = armsOfUsers((variant) => must(ratioOf(ratioSumsOf(ofVariant(users.orders, variant), ofVariant(users.sessions, variant)))))
  const degreesOfFreedom = arms.control.n + arms.treatment.n - 2
  const difference = { ...must(differenceOf(withOneVariance(arms, 0))), degreesOfFreedom }
  const log = { ...must(logLiftOf(withOneVariance(arms, 2))), degreesOfFreedom }
  return {
    control: arms.control.value,
    treatment: arms.treatment.value,
    lo: lowerBound(difference, 0.05),
    rel_lo: Math.expm1(lowerBound(log, 0.05)),
    p: pValueGreater(difference),
    stat: difference.effect / difference.standardError,
  }
}

function usersMean() {
  const arms = armsOfUsers((variant) => must(meanOf(sumsOf(ofVariant(users.orders, variant)))))
  const difference = must(differenceOf(arms))
  const { low, high } = must(liftInterval(arms, 0.05))
  return {
    ...told(difference),
    control: arms.control.value,
    treatment: arms.treatment.value,
    rel: arms.treatment.value / arms.control.value - 1,
    rel_lo: low,
    rel_hi: high,
    stat: difference.effect / difference.standardError,
  }
}

function flatPrior(input: GivenArms) {
  const lift = asNormal(must(liftOf(bothArms(input))))
  const { chanceBetter, lossOfControl, lossOfTreatment } = must(chooseByNormal(lift))
  return { ...told(lift), ctw: chanceBetter, risk_ctrl: lossOfControl, risk_trt: lossOfTreatment }
}

function normalLosses({ mu, sigma }: { mu: number; sigma: number }) {
  const { lossOfControl, lossOfTreatment } = must(chooseByNormal({ effect: mu, standardError: sigma }))
  return { risk_ctrl: lossOfControl, risk_trt: lossOfTreatment }
}

function quantileLiftWithPrior({ prior, ...arms }: Quantiles & { prior: { mean: number; sd: number } }) {
  return told(must(updateByPrior(must(liftOf(quantileArms(arms))), prior)))
}

function thetaOfCase({ pre, post }: { pre: number[]; post: number[] }) {
  const arm = pairedSumsOf(post, pre)
  return { theta: must(thetaOf({ control: arm, treatment: arm })) }
}

export function adjustedRatioLift() {
  const arms = { control: must(pairedRatioArmOf(ratioCuped.control)), treatment: must(pairedRatioArmOf(ratioCuped.treatment)) }
  return must(adjustedLift(arms, must(ratioThetaOf(arms))))
}

type PairedInput = { n: number; post: { sum: number; sumsq: number }; pre: { sum: number; sumsq: number }; sum_prod: number }

export function adjustedLiftOf({ control, treatment }: Arms<PairedInput>): Effect {
  const sums = ({ n, post, pre, sum_prod }: PairedInput) => ({
    n,
    outcome: { n, sum: post.sum, sumSquares: post.sumsq },
    covariate: { n, sum: pre.sum, sumSquares: pre.sumsq },
    crossProducts: sum_prod,
  })
  const arms = { control: sums(control), treatment: sums(treatment) }
  const paired = { control: must(pairedArmOf(arms.control)), treatment: must(pairedArmOf(arms.treatment)) }
  return must(adjustedLift(paired, must(thetaOf(arms)), 'expected'))
}

function sampleRatio(assignment: { observed: number[]; weights: number[] }) {
  const { statistic, p } = must(testSampleRatio(assignment))
  return { chi2: statistic, p }
}

type Batches = { batch: number[]; days: number; strength: number; weights: number[] }

function sampleRatioAnyTime({ batch, days, strength, weights }: Batches) {
  const batches = Array.from({ length: days }, () => batch)
  const steps = must(testSampleRatioSequentially({ batches, weights }, strength))
  return {
    ...numbered(
      'p',
      steps.map(({ p }) => p),
    ),
    logBayesFactor: steps.at(-1)!.logBayesFactor,
  }
}

function byNormal({ pooled, corrected, ...arms }: Arms<string> & { pooled: boolean; corrected: boolean }) {
  const { estimate, interval, p } = must(compareProportionsByNormal(bothCounts(arms), { pooled, corrected, alpha: 0.05 }))
  return { est: estimate, lo: interval.low, hi: interval.high, p }
}

function bounds({ low, high }: { low: number; high: number }) {
  return { lo: low, hi: high }
}

/** What two groups are compared by, at one look. */
export const experimentRunners: Record<string, Runner> = {
  lift: (input: GivenArms) => told(must(liftOf(bothArms(input)))),
  difference: (input: GivenArms) => told(must(differenceOf(bothArms(input)))),
  'lift-above': (input: GivenArms) => toldAbove(must(liftOf(bothArms(input)))),
  'difference-above': (input: GivenArms) => toldAbove(must(differenceOf(bothArms(input)))),
  welch: ({ control, treatment }: Arms<number[]>) => told(must(compareMeans({ control: sumsOf(control), treatment: sumsOf(treatment) }))),
  'users-mean': usersMean,
  'users-ratio': usersRatio,
  'lift-flat-prior': flatPrior,
  'normal-losses': normalLosses,
  'quantile-difference': (input: Quantiles) => told(asNormal(must(differenceOf(quantileArms(input))))),
  'quantile-lift-prior': quantileLiftWithPrior,
  theta: thetaOfCase,
  'adjusted-ratio-lift': () => told(adjustedRatioLift()),
  'sample-ratio': sampleRatio,
  'sample-ratio-any-time': sampleRatioAnyTime,
  table: ({ statistic: kind, corrected, ...arms }: Arms<string> & { statistic: TableStatistic['kind']; corrected: boolean }) =>
    must(testTable(bothCounts(arms), { kind, corrected })),
  fisher: ({ alternative, ...arms }: Arms<string> & { alternative: Alternative }) => ({
    p: must(testByFisher(bothCounts(arms), alternative)),
  }),
  'exact-table': ({ order, ...arms }: Arms<string> & { order: 'barnard' | 'boschloo' }) => ({
    p: must(testTableExactly(bothCounts(arms), order)),
  }),
  'proportions-by-normal': byNormal,
  'adjusted-ps': ({ p, method }: { p: number[]; method: Adjustment }) => numbered('p', adjustPValues(p, method)),
  wilson: ({ count }: { count: string }) => bounds(must(wilsonInterval(countOf(count), 0.05))),
  newcombe: (input: Arms<string>) => bounds(must(newcombeInterval(bothCounts(input), 0.05))),
  'counts-choice': (input: Arms<string>) => must(chooseByCounts(bothCounts(input))),
}
