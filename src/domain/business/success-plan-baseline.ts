import { ratioOf } from '#domain/statistics/ratios.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import { varianceOf } from '#domain/statistics/sums.ts'
import { type ArmSums, correlationWithBefore, ratioSumsOfArm, sumsOfArm } from './arm-sums.ts'
import { isYesOrNo, type MetricDefinition } from './metric.ts'
import type { Baseline } from './success-plan-design.ts'

/** Before anybody can be looked at, a spread has to be assumed; counts and amounts per person rarely spread more than this. */
const assumedSpread = 1.5

/** What the metric and its spread were among people nobody changed anything for; null where they all are alike or nobody came. */
export function measuredBaseline(metric: MetricDefinition, arm: ArmSums): Baseline | null {
  const correlationBefore = correlationWithBefore(arm)
  const ratio = ratioSumsOfArm(arm)
  if (!ratio && isYesOrNo(metric)) return shareBaseline(arm, correlationBefore)
  const variance = ratio ? ratioOf(ratio) : varianceOf(sumsOfArm(arm))
  if (isRefusal(variance)) return null
  const baseline =
    typeof variance === 'number' ? { mean: arm.sum / arm.n, variance } : { mean: variance.value, variance: variance.variance }
  return baseline.variance > 0 ? { kind: 'mean', ...baseline, correlationBefore } : null
}

function shareBaseline({ n, sum }: ArmSums, correlationBefore: number): Baseline | null {
  return sum > 0 && sum < n ? { kind: 'share', share: sum / n, correlationBefore } : null
}

/** From the metric as a whole alone; null where its value says nothing of single people. */
export function assumedBaseline(metric: MetricDefinition, { value, people }: { value: number; people: number }): Baseline | null {
  if (isYesOrNo(metric)) return value > 0 && value < 1 ? { kind: 'share', share: value } : null
  const mean = metric.kind === 'revenue' && metric.per === 'total' ? value / people : value
  return mean > 0 && Number.isFinite(mean) ? { kind: 'mean', mean, variance: (assumedSpread * mean) ** 2 } : null
}

export function describeAssumption({ kind }: Baseline) {
  const what = kind === 'share' ? 'the share of everybody' : `a spread of ${assumedSpread} times the mean`
  return `Nobody’s whole time to count lies in the past yet, so ${what} is taken.`
}
