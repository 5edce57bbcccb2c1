import { normalQuantile } from './distributions.ts'
import type { Interval } from './estimates.ts'
import { findAlphaFault, type Refusal, refuse } from './refusal.ts'

/** How long somebody was watched (≥ 0, any unit), and whether it ended with the event or they were merely still there when we looked. */
export type Span = { time: number; ended: boolean }

/** The curve from a time on: those at risk just before it, events at it, the share still there after it with Greenwood's error and interval. */
export type SurvivalStep = { time: number; atRisk: number; events: number; survival: number; standardError: number; interval: Interval }

/** Why spans cannot be used, or null: “Nobody has been watched yet.” “A time to an event is a number of at least 0.” */
export function findSpanFault(spans: readonly Span[]): Refusal | null {
  if (spans.length === 0) return refuse('Nobody has been watched yet.')
  return spans.every(({ time }) => time >= 0 && time < 1e15) ? null : refuse('A time to an event is a number of at least 0.')
}

/**
 * Kaplan–Meier: the share still there over time, whoever is not yet through counting for as long as watched (Kaplan & Meier 1958). Out: one
 * step per event time, ascending; none when nobody had the event.
 * Standard error by Greenwood (1926), interval on the log(−log) scale (Kalbfleisch & Prentice 1980), so always within 0 and 1; once nobody
 * is left it is [0, 0].
 * Refuses as `findSpanFault` and `findAlphaFault` do.
 */
export function survivalCurve(spans: readonly Span[], alpha = 0.05): SurvivalStep[] | Refusal {
  const fault = findSpanFault(spans) ?? findAlphaFault(alpha)
  if (fault) return fault
  let [survival, hazard] = [1, 0]
  return eventTimes(spans).map(({ time, atRisk, events }) => {
    survival *= 1 - events / atRisk
    hazard += events === atRisk ? 0 : events / (atRisk * (atRisk - events))
    const standardError = survival * Math.sqrt(hazard)
    return { time, atRisk, events, survival, standardError, interval: intervalOf({ survival, hazard }, alpha) }
  })
}

function intervalOf({ survival, hazard }: { survival: number; hazard: number }, alpha: number): Interval {
  if (survival === 0) return { low: 0, high: 0 }
  const spread = (-normalQuantile(alpha / 2) * Math.sqrt(hazard)) / Math.abs(Math.log(survival))
  return { low: survival ** Math.exp(spread), high: survival ** Math.exp(-spread) }
}

/** Every time at which something ended, ascending, with those at risk just before; somebody censored at that time still was. */
export function eventTimes(spans: readonly Span[]) {
  const inOrder = spans.toSorted((a, b) => a.time - b.time)
  const times: { time: number; atRisk: number; events: number }[] = []
  for (const [at, { time, ended }] of inOrder.entries()) {
    if (!ended) continue
    const last = times.at(-1)
    if (last?.time === time) last.events++
    else times.push({ time, atRisk: inOrder.length - firstAt(inOrder, at), events: 1 })
  }
  return times
}

function firstAt(inOrder: readonly Span[], at: number) {
  let first = at
  while (first > 0 && inOrder[first - 1]!.time === inOrder[at]!.time) first--
  return first
}

/** The share still there just after a time: 1 before the first event. Beyond the last watched span the curve says nothing, so ask within it. */
export function survivalAt(curve: readonly SurvivalStep[], time: number) {
  return curve.findLast((step) => step.time <= time)?.survival ?? 1
}

/**
 * The time by which half are through, in the unit of the spans (Kaplan & Meier 1958).
 * Refuses a curve that never falls to one half: “More than half are still there, so the median is not known yet.”
 */
export function medianSurvival(curve: readonly SurvivalStep[]): number | Refusal {
  return curve.find(({ survival }) => survival <= 0.5)?.time ?? refuse('More than half are still there, so the median is not known yet.')
}
