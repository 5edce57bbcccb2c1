import type { Measurement } from '#domain/statistics/measurement.ts'
import type { Assignment } from '#domain/statistics/sample-ratio.ts'
import type { Scale } from '#domain/statistics/unassigned-evidence.ts'

/** How the comparison is made, from the strongest claim to the weakest. */
export type PlanDesign = 'experiment' | 'rollout' | 'comparison-group' | 'before-after'

export type Direction = 'up' | 'down'

/** A metric of the plan. Its unit is shown after numbers; `share` means values from 0 to 1, shown as points. */
export type NamedMetric = { key: string; name: string; unit: string; direction: Direction; scale: Scale }

/** `smallestEffect` ≥ 0 in the direction that is good: 0 asks only whether it is better at all. 0.02 on a relative scale is 2 %. */
export type SuccessMetric = NamedMetric & { smallestEffect: number }

/** `largestHarm` > 0: the loss that is still acceptable, in the direction that is bad. */
export type Guardrail = NamedMetric & { largestHarm: number }

/**
 * When the plan may be looked at: `once` at the check date, `always`, or `hybrid` (any time at a fifth of alpha, at the check date with
 * the rest).
 */
export type LookPolicy = 'once' | 'always' | 'hybrid'

/** What was fixed before the launch. The same plan and data always give the same verdict. */
export type VerdictPlan = {
  design: PlanDesign
  success: SuccessMetric[]
  /** Whether one success metric is enough, or all must reach their target. */
  rule: 'any' | 'all'
  guardrails: Guardrail[]
  alpha: number
  power: number
  looks: LookPolicy
  /** Units of both arms together the run was planned for; needed to look more than once. */
  plannedUnits: number | null
  /** Whether a guardrail that got worse, though perhaps within its margin, already counts as harm. */
  anyDeteriorationHarms: boolean
  /** Share of this workspace's past verdicts that worked, for the false-positive risk of a win. */
  pastWinRate: number | null
}

/** `too-little` is a matter of people and time; what is `not-measured` does not exist for this plan. */
export type MetricData = Measurement | { kind: 'not-measured'; because: string } | { kind: 'too-little'; because: string }

export type VerdictData = {
  /** The design really used, which may be weaker than the plan's. */
  design: PlanDesign
  measurements: Record<string, MetricData>
  checkDateReached: boolean
  /** Whole days after the launch on which the plan was locked; 0 is as it should be. */
  daysLate: number
  /** p of the first success metric at the looks recorded while it ran, oldest first. */
  earlierP: number[]
  /** Units per arm with their weights, and the same per day if looked at while running. Null where nothing was assigned by chance. */
  assignment: (Assignment & { batches?: number[][] }) | null
  /** Why the data cannot be what the plan meant (a definition changed, events were lost), as sentences. */
  broken: string[]
  /** The measurements of metrics whose plan cuts values at a cap, as they would be without it. */
  uncapped: Record<string, MetricData>
  /** How it was measured (adjusted, capped), as sentences. */
  how: string[]
  /** Other launches inside the window, as sentences: they spoil a comparison without a group beside it. */
  otherLaunches: string[]
}
