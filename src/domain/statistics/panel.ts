import { type Effect, soundEffect } from './estimates.ts'
import { areSummable, isRefusal, type Refusal, refuse } from './refusal.ts'
import { dot, mixToMatch } from './simplex-regression.ts'

/** One changed group and others that were not, each with a value per period, oldest first; `changeAt` is the first period after. */
export type Panel = { treated: readonly number[]; controls: readonly (readonly number[])[]; changeAt: number }

/** An average effect after the change, with the weight of each control group and, where used, of each period before. */
export type PanelEstimate = { effect: number; groupWeights: number[]; periodWeights: number[] }

export type PanelMethod = (panel: Panel) => PanelEstimate | Refusal

/**
 * Difference in differences: every group and every period before weighs the same (Angrist & Pischke 2009). Takes a sound panel, as
 * `findPanelFault` says; so do the two methods below.
 */
export function differenceInDifferences(panel: Panel): PanelEstimate {
  const even = (count: number) => Array.from({ length: count }, () => 1 / count)
  return estimateWith(panel, even(panel.controls.length), even(panel.changeAt))
}

/**
 * Synthetic control on the outcome alone: the mixture of controls nearest to the changed group before (Abadie, Diamond, Hainmueller, JASA
 * 2010). Refuses as `mixToMatch` does.
 */
export function syntheticControl(panel: Panel): PanelEstimate | Refusal {
  const { treated, controls, changeAt } = panel
  const weights = mixToMatch({ columns: controls.map((one) => one.slice(0, changeAt)), target: treated.slice(0, changeAt) })
  if (isRefusal(weights)) return weights
  return { effect: mean(gapsTo(panel, weights).slice(changeAt)), groupWeights: weights, periodWeights: [] }
}

/** The changed group less a mixture of the others, period by period: near 0 before the change where the mixture stands in for it. */
export function gapsTo({ treated, controls }: Pick<Panel, 'treated' | 'controls'>, groupWeights: readonly number[]): number[] {
  return treated.map((value, t) => groupWeights.reduce((gap, weight, at) => gap - weight * controls[at]![t]!, value))
}

/**
 * Synthetic difference in differences (Arkhangelsky, Athey, Hirshberg, Imbens, Wager, AER 2021, algorithm 1): groups weighted to move
 * like the changed one before, periods weighted to look like those after, both with an intercept. Refuses as `mixToMatch` does.
 */
export function syntheticDifference(panel: Panel): PanelEstimate | Refusal {
  const { treated, controls, changeAt } = panel
  const before = controls.map((one) => one.slice(0, changeAt))
  const [noise, zeta] = [noiseBefore(panel), ridgeOf(panel)]
  const groupWeights = mixToMatch({ columns: before, target: treated.slice(0, changeAt), ridge: zeta ** 2 * changeAt, intercept: true })
  if (isRefusal(groupWeights)) return groupWeights
  const periodWeights = mixToMatch({
    columns: before[0]!.map((_, t) => before.map((one) => one[t]!)),
    target: controls.map((one) => mean(one.slice(changeAt))),
    ridge: (1e-6 * noise) ** 2 * controls.length,
    intercept: true,
  })
  return isRefusal(periodWeights) ? periodWeights : estimateWith(panel, groupWeights, periodWeights)
}

/** ζ = (periods after)^¼ times the noise of the untouched groups before (ibid. eq. 5, for one changed group): how evenly their weights lie. */
export function ridgeOf(panel: Panel) {
  return (panel.treated.length - panel.changeAt) ** 0.25 * noiseBefore(panel)
}

/** Standard deviation of the steps from one period to the next. */
function noiseBefore({ controls, changeAt }: Panel) {
  return deviation(controls.flatMap((one) => one.slice(1, changeAt).map((value, t) => value - one[t]!)))
}

function estimateWith({ treated, controls, changeAt }: Panel, groupWeights: number[], periodWeights: number[]): PanelEstimate {
  const change = (one: readonly number[]) => mean(one.slice(changeAt)) - dot(periodWeights, one.slice(0, changeAt))
  return { effect: change(treated) - dot(groupWeights, controls.map(change)), groupWeights, periodWeights }
}

/** The fewest untouched groups from which chance is judged. */
export const fewestControls = 8

/**
 * The effect with its standard error from placebos: the same method with each control in the changed group's place (Arkhangelsky et al.,
 * AER 2021, algorithm 4).
 * Refuses as `findPanelFault`, `soundEffect` and the method do, and: “The untouched groups do not vary, so chance cannot be judged.”
 */
export function comparePanel(panel: Panel, method: PanelMethod = syntheticDifference): Effect | Refusal {
  const fault = findPanelFault(panel)
  if (fault) return fault
  const found = method(panel)
  if (isRefusal(found)) return found
  const placebos = placeboEffects(panel, method)
  if (isRefusal(placebos)) return placebos
  const standardError = deviation(placebos)
  if (!(standardError > 0)) return refuse('The untouched groups do not vary, so chance cannot be judged.')
  return soundEffect({ effect: found.effect, standardError, degreesOfFreedom: Infinity, n: panel.controls.length + 1 })
}

function placeboEffects({ controls, changeAt }: Panel, method: PanelMethod): number[] | Refusal {
  const placebos = controls.map((treated, out) => method({ treated, controls: controls.filter((_, at) => at !== out), changeAt }))
  return placebos.find(isRefusal) ?? placebos.flatMap((one) => (isRefusal(one) ? [] : [one.effect]))
}

/**
 * Why a panel cannot be compared with its own placebos, or null.
 * Fewer than 8 controls: “… untouched groups are too few to judge chance; … are the least.” Otherwise: “At least 4 periods before the
 * change and one after it are needed.” “A group has a gap or a number too large to compute with.”
 */
export function findPanelFault({ treated, controls, changeAt }: Panel): Refusal | null {
  if (controls.length < fewestControls)
    return refuse(`${controls.length} untouched groups are too few to judge chance; ${fewestControls} are the least.`)
  if (!(changeAt >= 4 && changeAt < treated.length)) return refuse('At least 4 periods before the change and one after it are needed.')
  const whole = [treated, ...controls].every((one) => one.length === treated.length && areSummable(one))
  return whole ? null : refuse('A group has a gap or a number too large to compute with.')
}

function mean(values: readonly number[]) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function deviation(values: readonly number[]) {
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}
