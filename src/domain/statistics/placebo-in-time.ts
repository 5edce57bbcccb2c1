import { fitAutocorrelated } from './autocorrelated-regression.ts'
import { type BeforeAfterSeries, beginningOf, designOf, placesOf } from './before-after-design.ts'
import type { Effect } from './estimates.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { contrastOf } from './regression.ts'

const mostDates = 60

/**
 * |effect / standard error| of the same analysis at every date of the past that leaves enough points on both sides (at most 60, evenly
 * spread): what the method finds where nothing was changed (placebo in time; Abadie, Diamond, Hainmueller, AJPS 2015).
 * Studentised, because the past is shorter than the whole and its effects are less precise.
 */
export function tryFakeDates(series: BeforeAfterSeries): number[] {
  const past = beginningOf(series)
  return statisticsAt(fakeDates({ length: series.values.length, changeAt: series.changeAt }), (changeAt) => {
    const design = designOf({ ...past, changeAt })
    const fit = fitAutocorrelated({ columns: design.columns, outcome: past.values, places: placesOf(past) })
    return isRefusal(fit) ? fit : contrastOf(fit, design.effectWeights)
  })
}

/** |effect / standard error| at each of the dates where there is one; dates whose analysis refuses are left out. */
export function statisticsAt(dates: readonly number[], effectAt: (changeAt: number) => Effect | Refusal): number[] {
  return dates.flatMap((changeAt) => {
    const found = effectAt(changeAt)
    return isRefusal(found) ? [] : [Math.abs(found.effect / found.standardError)]
  })
}

/** Indices of the past at which a change could be faked, evenly spread and at most 60. In: points of the whole series, and before the change. */
export function fakeDates({ length, changeAt }: { length: number; changeAt: number }) {
  const after = length - changeAt
  // As many points after a fake date as after the real one where the past allows it, and never fewer than 4.
  const [first, last] = [Math.max(8, Math.floor(changeAt / 6)), changeAt - Math.max(4, Math.min(after, Math.floor(changeAt / 6)))]
  const count = Math.max(0, last - first + 1)
  const stride = Math.max(1, Math.ceil(count / mostDates))
  return Array.from({ length: Math.ceil(count / stride) }, (_, i) => first + i * stride)
}
