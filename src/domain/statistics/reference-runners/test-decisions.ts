import { normalQuantile } from '../distributions.ts'
import { liftOf } from '../lift.ts'
import { must } from '../must.ts'
import { spreadOfMean, spreadOfProportion, unitsFor } from '../power.ts'
import { growthNeeded } from '../power-midway.ts'
import { type Span, survivalCurve } from '../survival.ts'
import { compareSurvival } from '../survival-log-rank.ts'
import { perArmForT, powerOfT } from '../t-power.ts'
import { chanceAGreater, chancesOfTopK, type NormalScore } from '../top-k.ts'
import { type Triangle, triangularMoments, triangularQuantile } from '../triangular.ts'
import { logParametersOf, pertShapeOf, quantityMean, quantityQuantile, type UncertainQuantity } from '../uncertain-quantity.ts'
import { normalEvpi, normalEvsi, rateEvpi, rateEvsi } from '../value-of-information.ts'
import { bothArms, type GivenArms, numbered, type Runner } from './test-case.ts'

type GivenSpan = [time: number, ended: 0 | 1]
const spansOf = (given: readonly GivenSpan[]): Span[] => given.map(([time, ended]) => ({ time, ended: ended === 1 }))

function survival({ spans }: { spans: GivenSpan[] }) {
  const steps = must(survivalCurve(spansOf(spans)))
  return Object.fromEntries(
    steps.flatMap(({ time, survival: share, standardError, interval }) => [
      [`at${time}`, share],
      [`se${time}`, standardError],
      [`low${time}`, interval.low],
      [`high${time}`, interval.high],
    ]),
  )
}

function logRank({ groups }: { groups: GivenSpan[][] }) {
  const { statistic, p } = must(compareSurvival(groups.map(spansOf)))
  return { statistic, p }
}

function growth({ mde_rel, power, ...arms }: GivenArms & { mde_rel: number; power: number }) {
  return { scaling_factor: must(growthNeeded(must(liftOf(bothArms(arms))), { aim: mde_rel, alpha: 0.05, power })) }
}

function unitsForProportions({ from, to, power }: { from: number; to: number; power: number }) {
  const spread = must(spreadOfProportion(from, to - from))
  return { perArm: must(unitsFor(to - from, spread, { alpha: 0.05, power })) / 2 }
}

/** The plain normal formula, that is without the z²/2 the planner adds because the spread is estimated. */
function normalUnits({ effect, power }: { effect: number; power: number }) {
  const units = must(unitsFor(effect, must(spreadOfMean({ variance: 1 })), { alpha: 0.05, power }))
  return { perArm: (units - normalQuantile(0.975) ** 2 / 2) / 2 }
}

function sampleSizes(expected: (n: number) => number) {
  return Object.fromEntries([1, 5, 10, 20, 25, 50, 100, 200, 400, 500, 1000, 1600].map((n) => [`evsi${n}`, expected(n)]))
}

function normalInformation({ noise, ...benefit }: { mean: number; sd: number; noise: number }) {
  return { evpi: must(normalEvpi(benefit)), ...sampleSizes((n) => must(normalEvsi(benefit, { n, sd: noise }))) }
}

function rateInformation(rate: { a: number; b: number; threshold: number; value: number }) {
  return { evpi: must(rateEvpi(rate)), ...sampleSizes((n) => must(rateEvsi(rate, n))) }
}

function topK({ means, sds, k }: { means: number[]; sds: number[]; k: number }) {
  return numbered(
    'p',
    must(
      chancesOfTopK(
        means.map((mean, at) => ({ mean, sd: sds[at]! })),
        k,
      ),
    ),
  )
}

type Ends = [low: number, high: number]
type Item = { reach: Ends; impact: Ends; conf: Ends; effort: Ends }
type Items = Record<'A' | 'B' | 'C' | 'D', Item>

/** A product and quotient of lognormals is lognormal: the logarithm's means add with their signs, its variances add. */
function scoreOf({ reach, impact, conf, effort }: Item): NormalScore {
  const parts = [reach, impact, conf, effort].map(([low, high]) => logParametersOf({ low, high }))
  const signs = [1, 1, 1, -1]
  return {
    mean: parts.reduce((sum, { mu }, at) => sum + signs[at]! * mu, 0),
    sd: Math.hypot(...parts.map(({ sigma }) => sigma)),
  }
}

function rice({ item, items }: { item: keyof Items; items: Items }) {
  const { mean: mu, sd: sigma } = scoreOf(items[item])
  const [low, high] = [-1.6448536269514722, 1.6448536269514722].map((z) => Math.exp(mu + sigma * z)) as [number, number]
  const quantity: UncertainQuantity = { kind: 'lognormal', low, high }
  const at = (p: number) => must(quantityQuantile(quantity, p))
  return { mu, sigma, median: at(0.5), mean: must(quantityMean(quantity)), p05: at(0.05), p95: at(0.95) }
}

function riceChances({ items }: { items: Items }) {
  const names = Object.keys(items) as (keyof Items)[]
  const scores = names.map((name) => scoreOf(items[name]))
  const named = (prefix: string, k: number) =>
    Object.fromEntries(must(chancesOfTopK(scores, k)).map((chance, at) => [`${prefix}${names[at]}`, chance]))
  return { aBeatsB: must(chanceAGreater(scores[0]!, scores[1]!)), ...named('best', 1), ...named('topTwo', 2) }
}

type Quantity = UncertainQuantity | ({ kind: 'triangular' } & Triangle)

function quantity({ quantity: given }: { quantity: Quantity }) {
  if (given.kind === 'triangular') return { ...must(triangularMoments(given)), ...quantiles((p) => must(triangularQuantile(given, p))) }
  const shape = given.kind === 'pert' ? pertMoments(given) : given.kind === 'lognormal' ? logParametersOf(given) : {}
  return { ...shape, mean: must(quantityMean(given)), ...quantiles((p) => must(quantityQuantile(given, p))) }
}

function pertMoments(pert: { low: number; likely: number; high: number }) {
  const { a, b } = pertShapeOf(pert)
  return { alpha: a, beta: b, sd: (pert.high - pert.low) * Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1))) }
}

function quantiles(at: (p: number) => number) {
  return { p05: at(0.05), p50: at(0.5), p95: at(0.95) }
}

/** What is planned, ranked and weighed before anything is measured. */
export const decisionRunners: Record<string, Runner> = {
  survival,
  'log-rank': logRank,
  'growth-needed': growth,
  'units-for-proportions': unitsForProportions,
  'normal-units': normalUnits,
  't-power': ({ perArm, effect }: { perArm: number; effect: number }) => ({ power: must(powerOfT({ perArm, effect, alpha: 0.05 })) }),
  't-units': ({ effect, power }: { effect: number; power: number }) => ({ perArm: must(perArmForT({ effect, power, alpha: 0.05 })) }),
  'normal-information': normalInformation,
  'rate-information': rateInformation,
  'top-k': topK,
  rice,
  'rice-chances': riceChances,
  quantity,
}
