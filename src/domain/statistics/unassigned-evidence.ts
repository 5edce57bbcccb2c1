import { type BeforeAfterEffect, compareBeforeAfter } from './before-after.ts'
import type { BeforeAfterSeries } from './before-after-design.ts'
import { describeFakeDates, intervalAgainst } from './before-after-gates.ts'
import { type CountSeries, compareCounts } from './count-series.ts'
import { type Cells, compareCells, compareCellsInPerCent, compareChanges } from './difference-in-differences.ts'
import type { Arms, Effect, Interval } from './estimates.ts'
import { agreeAboutZero, asLift, type Evidence, fixedEvidence } from './evidence.ts'
import { comparePanel, type Panel, syntheticDifference } from './panel.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import { type ControlledSeries, compareWithUntouched } from './structural-series.ts'
import type { Sums } from './sums.ts'

/** What can be compared where chance did not decide who got the change. */
export type UnassignedMeasurement =
  /** One change (mean after − mean before) per unit of either group. */
  | ({ kind: 'changes' } & Arms<Sums>)
  /** Both groups before and after, the units not followed. */
  | ({ kind: 'cells' } & Cells)
  /** One changed group and at least 8 others, period by period. */
  | ({ kind: 'panel' } & Panel)
  /** One series with others the change cannot have touched. */
  | ({ kind: 'untouched-series' } & ControlledSeries)
  /** One series and nothing to compare it with but its own past. */
  | ({ kind: 'series' } & BeforeAfterSeries)
  /** The same of counts (events, people), with the people behind each where the metric is a rate. */
  | ({ kind: 'counts' } & CountSeries)

/** Absolute in the metric's own unit, or relative as a share (0.1 is +10 %). */
export type Scale = 'absolute' | 'relative'

/** Evidence with what it lacks, what forbids a verdict, what weakens the claim, and how it was checked, as sentences. */
export type Measured = {
  evidence: Evidence
  missing: string[]
  objections: string[]
  cautions: string[]
  how: string[]
  /** What was expected at each point after the change had there been none, in the unit of the metric; empty for what is no single series. */
  expected: number[]
}

/**
 * Evidence of a comparison without random assignment, for one look, by the method of its kind.
 * Refuses as `compareChanges`, `compareCells`, `compareCellsInPerCent`, `comparePanel`, `compareWithUntouched`, `compareBeforeAfter` and
 * `compareCounts` do.
 * For a plan in per cent also: “Changes of units are compared in their own unit; a plan in per cent needs both groups before and after.” “A
 * change in per cent needs an expected value above 0.” “A change in per cent needs every point of the series above 0.”
 */
export function unassignedEvidence(measurement: UnassignedMeasurement, scale: Scale): Measured | Refusal {
  switch (measurement.kind) {
    case 'changes':
      return withoutRemarks(changesEvidence(measurement, scale))
    case 'cells':
      return withoutRemarks(cellsEvidence(measurement, scale))
    case 'panel':
      return withoutRemarks(panelEvidence(measurement, scale))
    case 'untouched-series':
      return untouchedEvidence(measurement, scale)
    case 'series':
      return seriesEvidence(measurement, scale)
    case 'counts':
      return countsEvidence(measurement, scale)
  }
}

const unremarked = { missing: [], objections: [], cautions: [], how: [], expected: [] }

/** Evidence about which nothing more is to be said. Refuses as what it is given: a refusal comes back as it is. */
export function withoutRemarks(evidence: Evidence | Refusal): Measured | Refusal {
  return isRefusal(evidence) ? evidence : { ...unremarked, evidence }
}

function changesEvidence(changes: Arms<Sums>, scale: Scale): Evidence | Refusal {
  if (scale === 'relative')
    return refuse('Changes of units are compared in their own unit; a plan in per cent needs both groups before and after.')
  const found = compareChanges(changes)
  return isRefusal(found) ? found : fixedEvidence(found, 'difference-in-differences')
}

function cellsEvidence(cells: Cells, scale: Scale): Evidence | Refusal {
  const found = scale === 'relative' ? compareCellsInPerCent(cells) : compareCells(cells)
  if (isRefusal(found)) return found
  const evidence = fixedEvidence(found, 'difference-in-differences')
  return scale === 'relative' ? asLift(evidence) : evidence
}

function panelEvidence(panel: Panel, scale: Scale): Evidence | Refusal {
  const found = comparePanel(panel, syntheticDifference)
  if (isRefusal(found)) return found
  const evidence = fixedEvidence(found, 'placebo')
  if (scale === 'absolute') return evidence
  const after = panel.treated.slice(panel.changeAt)
  return asShareOf(evidence, after.reduce((sum, value) => sum + value, 0) / after.length - found.effect)
}

function untouchedEvidence(series: ControlledSeries, scale: Scale): Measured | Refusal {
  const found = compareWithUntouched(series)
  if (isRefusal(found)) return found
  const evidence: Evidence = {
    estimate: found.effect,
    standardError: found.deviation,
    units: series.values.length,
    interval: found.interval,
    bounds: (alpha) => found.interval(2 * alpha),
    p: Math.min(1, 2 * found.tail),
    method: 'untouched-series',
  }
  const told = scale === 'relative' ? asShareOf(evidence, found.expected) : evidence
  if (isRefusal(told)) return told
  const loose =
    found.explained < 0.5
      ? ['The untouched series explain less than half of how this one moved before, too little to stand in for it.']
      : []
  return { ...unremarked, evidence: told, objections: loose }
}

function asShareOf(evidence: Evidence, expected: number): Evidence | Refusal {
  if (!(expected > 0)) return refuse('A change in per cent needs an expected value above 0.')
  const share = ({ low, high }: Interval) => ({ low: low / expected, high: high / expected })
  return {
    ...evidence,
    estimate: evidence.estimate / expected,
    standardError: evidence.standardError / expected,
    interval: (alpha) => share(evidence.interval(alpha)),
    bounds: (alpha) => share(evidence.bounds(alpha)),
  }
}

function seriesEvidence(series: BeforeAfterSeries, scale: Scale): Measured | Refusal {
  if (scale === 'relative' && !series.values.every((value) => value > 0))
    return refuse('A change in per cent needs every point of the series above 0.')
  const found = compareBeforeAfter(scale === 'relative' ? { ...series, values: series.values.map(Math.log) } : series)
  if (isRefusal(found)) return found
  const evidence = beforeAfterEvidence(found, found)
  return scale === 'relative'
    ? { ...remarksOn(found), evidence: asLift(evidence), expected: found.expected.map(Math.exp) }
    : { ...remarksOn(found), evidence }
}

function countsEvidence(series: CountSeries, scale: Scale): Measured | Refusal {
  const found = compareCounts(series)
  if (isRefusal(found)) return found
  const log = beforeAfterEvidence(found, found)
  const evidence = scale === 'relative' ? asLift(log) : agreeAboutZero(beforeAfterEvidence(found.difference, found), log)
  return { ...remarksOn(found), evidence }
}

function remarksOn(found: BeforeAfterEffect): Omit<Measured, 'evidence'> {
  const { missing, objections, cautions, expected } = found
  return { missing, objections, cautions, how: describeFakeDates(found), expected }
}

function beforeAfterEvidence(effect: Effect, { placebos, p }: Pick<BeforeAfterEffect, 'placebos' | 'p'>): Evidence {
  const interval = (alpha: number): Interval => intervalAgainst(effect, placebos, alpha)
  return {
    estimate: effect.effect,
    standardError: effect.standardError,
    units: effect.n,
    interval,
    bounds: (alpha) => interval(2 * alpha),
    p: p.reported,
    method: 'before-after',
  }
}
