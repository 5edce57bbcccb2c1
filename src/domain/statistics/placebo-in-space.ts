import { findPanelFault, gapsTo, type Panel, syntheticControl } from './panel.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

/** How many times the squared gap grew at the change, where the changed group ranks among the others, 1 being the first, and of how many. */
export type PlaceboRank = { ratio: number; rank: number; groups: number; p: number | Refusal }

/** A mixture that follows a group this closely before the change, as a share of its own spread, inflates any ratio. */
const suspiciousFit = 0.01

/**
 * Placebo in space: a synthetic control for every group as if it had been the changed one, ranked by the mean squared gap after the change
 * over that before; p is the rank over the number of groups (Abadie, Diamond, Hainmueller, JASA 2010, section 3.4).
 * Refuses as `findPanelFault` and `mixToMatch` do, and: “A group does not vary before the change, so chance cannot be judged.”
 * Only p is refused where the rank breaks: “A group is matched almost perfectly before the change, so ranks say nothing; read the placebo
 * error instead.” (the error of `comparePanel`)
 */
export function rankAmongPlacebos(panel: Panel): PlaceboRank | Refusal {
  const fault = findPanelFault(panel)
  if (fault) return fault
  const groups = [panel.treated, ...panel.controls]
  const fits: Fitted[] = []
  for (const [at, treated] of groups.entries()) {
    const controls = panel.controls.filter((_, control) => control !== at - 1)
    const found = fitOf({ treated, controls, changeAt: panel.changeAt })
    if (isRefusal(found)) return found
    fits.push(found)
  }
  const [own, ...others] = fits as [Fitted, ...Fitted[]]
  const rank = 1 + others.filter(({ ratio }) => ratio >= own.ratio).length
  const tooClose = fits.some(({ missed, ratio }) => missed < suspiciousFit && ratio >= own.ratio)
  const p = tooClose
    ? refuse('A group is matched almost perfectly before the change, so ranks say nothing; read the placebo error instead.')
    : rank / groups.length
  return { ratio: own.ratio, rank, groups: groups.length, p }
}

type Fitted = { ratio: number; missed: number }

function fitOf(panel: Panel): Fitted | Refusal {
  const found = syntheticControl(panel)
  if (isRefusal(found)) return found
  const gaps = gapsTo(panel, found.groupWeights)
  const [before, after] = [meanSquare(gaps.slice(0, panel.changeAt)), meanSquare(gaps.slice(panel.changeAt))]
  const past = panel.treated.slice(0, panel.changeAt)
  const centre = past.reduce((sum, value) => sum + value, 0) / past.length
  const spread = meanSquare(past.map((value) => value - centre))
  if (!(spread > 0 && after < 1e290)) return refuse('A group does not vary before the change, so chance cannot be judged.')
  // A perfect match gives the largest ratio there is; the quotient itself would overflow.
  return { ratio: Math.min(Number.MAX_VALUE, after / Math.max(before, 1e-24 * spread)), missed: Math.sqrt(before / spread) }
}

function meanSquare(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length
}
