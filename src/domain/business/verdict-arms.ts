import { adjustArms } from '#domain/statistics/cuped.ts'
import type { Arms } from '#domain/statistics/estimates.ts'
import type { ArmsMeasurement } from '#domain/statistics/measurement.ts'
import { adjustRatioArms } from '#domain/statistics/ratio-cuped.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import { type ArmSums, pairedRatioSumsOfArm, pairedSumsOfArm, ratioSumsOfArm, sumsOfArm } from './arm-sums.ts'
import { isYesOrNo, type MetricDefinition } from './metric.ts'

/** Below it a share keeps the exact methods for small counts, which know nothing of a time before. */
const fewestToAdjust = 50

export type MeasuredArms = { data: ArmsMeasurement /** How it was measured, as sentences. */; how: string[] }

/** Two arms ready for the verdict: adjusted by the days before exposure where the plan asks for it and they tell something. */
export function measureArms(metric: MetricDefinition, arms: Arms<ArmSums>, daysBefore: number | null): MeasuredArms {
  const plain = plainArms(metric, arms)
  if (daysBefore === null) return { data: plain, how: [] }
  const days = daysBefore === 1 ? 'day' : `${daysBefore} days`
  if (isTooSmall(plain)) return { data: plain, how: [`Not adjusted by the ${days} before: the groups are too small for that.`] }
  const adjusted = adjustedArms(arms)
  const found = adjusted?.kind === 'adjusted-ratio' ? adjustRatioArms(adjusted) : adjusted && adjustArms(adjusted)
  if (!adjusted || !found) return { data: plain, how: [] }
  if (isRefusal(found)) return { data: plain, how: [`Not adjusted by the ${days} before. ${found.refused}`] }
  const removed = Math.round(100 * Math.max(0, found.varianceRemoved))
  return {
    data: adjusted,
    how: [`Adjusted by the ${days} before each person came in (CUPED), which takes out ${removed} % of the spread.`],
  }
}

function isTooSmall(arms: ArmsMeasurement) {
  if (arms.kind !== 'proportion') return false
  return [arms.control, arms.treatment].some(({ successes, trials }) => Math.min(successes, trials - successes) < fewestToAdjust)
}

const both = <T>({ control, treatment }: Arms<ArmSums>, shape: (arm: ArmSums) => T): Arms<T> => ({
  control: shape(control),
  treatment: shape(treatment),
})

function plainArms(metric: MetricDefinition, arms: Arms<ArmSums>): ArmsMeasurement {
  if (isYesOrNo(metric))
    return { kind: 'proportion', ...both(arms, ({ n, sum, ratio }) => ({ successes: sum, trials: ratio ? ratio.denominatorSum : n })) }
  const { control, treatment } = both(arms, ratioSumsOfArm)
  return control && treatment ? { kind: 'ratio', control, treatment } : { kind: 'mean', ...both(arms, sumsOfArm) }
}

function adjustedArms(arms: Arms<ArmSums>) {
  const ratios = both(arms, pairedRatioSumsOfArm)
  if (ratios.control && ratios.treatment) return { kind: 'adjusted-ratio' as const, control: ratios.control, treatment: ratios.treatment }
  const means = both(arms, pairedSumsOfArm)
  return means.control && means.treatment ? { kind: 'adjusted-mean' as const, control: means.control, treatment: means.treatment } : null
}
