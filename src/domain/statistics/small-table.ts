import type { Arms, Interval } from './estimates.ts'
import { type Evidence, pAgainst } from './evidence.ts'
import { exactProportionInterval } from './exact-sequential.ts'
import { must } from './must.ts'
import { type Count, isSmallTable, newcombeInterval, proportionOf } from './proportions.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import type { SequentialPlan } from './sequential.ts'

const fewestForRunning = 10

/**
 * Evidence about a difference of proportions where counts are too small for a normal interval, null where the table is large enough:
 * Newcombe's (1998, method 10) below 30 in a cell for one look, two exact sequences (Howard et al. 2021) with alpha halved between the arms
 * below 10 for running looks.
 * An exact sequence promises nothing about how its error lies on the two sides, so its one-sided bounds are those of the whole interval.
 * Refuses as `proportionOf` does.
 */
export function smallTableEvidence(
  arms: Arms<Count>,
  looks: { kind: 'once' } | ({ kind: 'always' } & SequentialPlan),
): Evidence | Refusal | null {
  const [c, t] = [proportionOf(arms.control), proportionOf(arms.treatment)]
  if (isRefusal(c)) return c
  if (isRefusal(t)) return t
  const interval = looks.kind === 'once' ? newcombeOf(arms) : exactOf(arms, looks)
  if (!interval) return null
  const both = {
    estimate: t.value - c.value,
    standardError: Math.sqrt(t.variance / t.n + c.variance / c.n),
    units: c.n + t.n,
    interval,
    bounds: looks.kind === 'once' ? (alpha: number) => interval(2 * alpha) : interval,
  }
  return { ...both, p: twoSidedP(interval), method: looks.kind === 'once' ? 'newcombe' : 'exact-always-valid' }
}

type IntervalAt = (alpha: number) => Interval

function newcombeOf(arms: Arms<Count>): IntervalAt | null {
  return isSmallTable(arms) ? (alpha) => must(newcombeInterval(arms, alpha)) : null
}

function exactOf(arms: Arms<Count>, { plannedUnits }: SequentialPlan): IntervalAt | null {
  const both = [arms.control, arms.treatment]
  if (both.every(({ successes, trials }) => Math.min(successes, trials - successes) >= fewestForRunning)) return null
  const total = arms.control.trials + arms.treatment.trials
  const sequence = (count: Count, alpha: number) =>
    must(exactProportionInterval(count, { alpha: alpha / 2, plannedTrials: (plannedUnits * count.trials) / total }))
  return (alpha) => {
    const [c, t] = [sequence(arms.control, alpha), sequence(arms.treatment, alpha)]
    return { low: t.low - c.high, high: t.high - c.low }
  }
}

function twoSidedP(interval: IntervalAt) {
  const below: IntervalAt = (alpha) => ({ low: -interval(alpha).high, high: -interval(alpha).low })
  return Math.min(pAgainst({ interval }, 0), pAgainst({ interval: below }, 0), 1)
}
