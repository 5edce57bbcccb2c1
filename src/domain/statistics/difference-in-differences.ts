import { type ArmEstimate, type Arms, compareMeans, type Effect, meanOf, soundEffect } from './estimates.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'
import type { Sums } from './sums.ts'

/** Sums of the two groups before and after, where before and after are different units or visits (repeated cross-sections). */
export type Cells = { controlBefore: Sums; controlAfter: Sums; treatedBefore: Sums; treatedAfter: Sums }

/**
 * How much more the treated units changed than the others: one change (mean after − mean before) per unit, compared by Welch.
 * Collapsing each unit to one number keeps autocorrelation out of the error (Bertrand, Duflo, Mullainathan, QJE 2004).
 * Refuses as `compareMeans` does, and: “Each group needs at least 3 units to compare their changes.” With so few, compare with
 * `comparePanel`'s placebos.
 */
export function compareChanges(changes: Arms<Sums>): Effect | Refusal {
  if (changes.control.n < 3 || changes.treatment.n < 3) return refuse('Each group needs at least 3 units to compare their changes.')
  return compareMeans(changes)
}

/**
 * (treated after − before) − (control after − before) with the heteroskedasticity-robust error HC1, n / (n − 4) · Σ s²(n_c − 1)/n_c²
 * (MacKinnon & White 1985). Holds when both groups would have changed alike; repeated units need `compareChanges`.
 * Refuses as `varianceOf` does for any cell, and as `soundEffect`; no spread, or four units in all: “The groups do not vary, so their
 * difference has no interval.”
 */
export function compareCells(cells: Cells): Effect | Refusal {
  return combine(cells, (mean) => ({ value: mean, slope: 1 }))
}

/**
 * The same as a log ratio of ratios, its error by the delta method (both groups would have changed by the same per cent).
 * Refuses as `compareCells` does, and: “A change in per cent needs every group above 0, before and after.”
 */
export function compareCellsInPerCent(cells: Cells): Effect | Refusal {
  const { controlBefore, controlAfter, treatedBefore, treatedAfter } = cells
  if (![controlBefore, controlAfter, treatedBefore, treatedAfter].every(({ sum }) => sum > 0))
    return refuse('A change in per cent needs every group above 0, before and after.')
  return combine(cells, (mean) => ({ value: Math.log(mean), slope: 1 / mean }))
}

function combine(cells: Cells, scale: (mean: number) => { value: number; slope: number }): Effect | Refusal {
  const arms = [cells.treatedAfter, cells.treatedBefore, cells.controlAfter, cells.controlBefore].map(meanOf)
  const fault = arms.find(isRefusal)
  if (fault) return fault
  const found = arms.filter((arm): arm is ArmEstimate => !isRefusal(arm))
  const n = found.reduce((sum, arm) => sum + arm.n, 0)
  const variance = found.reduce((sum, arm) => sum + (scale(arm.value).slope ** 2 * arm.variance * (arm.n - 1)) / arm.n ** 2, 0)
  if (!(variance > 0) || n <= 4) return refuse('The groups do not vary, so their difference has no interval.')
  const effect = found.reduce((sum, arm, cell) => sum + [1, -1, -1, 1][cell]! * scale(arm.value).value, 0)
  return soundEffect({ effect, standardError: Math.sqrt((variance * n) / (n - 4)), degreesOfFreedom: n - 4, n })
}
