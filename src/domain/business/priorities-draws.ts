import type { Refusal } from '#domain/statistics/refusal.ts'
import { columnOf, drawScores, lognormalColumn, shareFactor, startNamedChance } from '#domain/statistics/uncertain-columns.ts'
import { findQuantityFault, logParametersOf, type UncertainQuantity } from '#domain/statistics/uncertain-quantity.ts'
import { asProduct, evaluateColumns, namesIn, type Product } from './formula.ts'
import type { Expression } from './formula-parse.ts'
import type { ScoredBet } from './priorities.ts'

/** Inputs that err together, such as everybody's optimism about effort: correlation ρ of the named input across bets. */
export type SharedError = { input: string; rho: number }

export type DrawPlan = { expression: Expression; seed: number; draws: number; shared?: SharedError }

/**
 * Why a bet cannot be drawn, or null. Its inputs must hold every name of the formula.
 * Refuses as `findQuantityFault` does, the name of the input before its sentence.
 */
export function findInputFault(bet: ScoredBet, expression: Expression): Refusal | null {
  for (const name of namesIn(expression)) {
    const fault = findQuantityFault(bet.inputs[name]!)
    if (fault) return { refused: `${name}: ${fault.refused}` }
  }
  return null
}

/**
 * A bet's scores in every draw. Where every score of the session is lognormal, `log` holds the parameters of its logarithm and the column
 * the logarithms: their order is the same, and quantiles and means are known exactly.
 */
export type DrawnBet = { column: Float64Array; log?: { mu: number; sigma: number } }

/** The scores themselves, whichever scale they were drawn on. */
export function plainScores({ column, log }: DrawnBet): Float64Array {
  return log ? column.map(Math.exp) : column
}

/** The drawn scores of every bet. Each bet's draws depend on the seed and its id alone, so other bets come and go without moving them. */
export function drawBets(bets: readonly ScoredBet[], plan: DrawPlan): DrawnBet[] {
  const product = asProduct(plan.expression)
  const factor = plan.shared ? drawScores(startNamedChance(plan.seed, 'shared'), plan.draws) : undefined
  const sources = bets.map((bet) => sourceOf(bet, plan, factor))
  if (!product) return sources.map((source) => ({ column: drawFormula(source, plan.expression) }))
  const names = [...product.powers.keys()]
  const areLognormal = product.factor > 0 && sources.every((source) => names.every((name) => isDrawnTogether(source, name)))
  return sources.map((source) => (areLognormal ? drawLogarithms(source, product) : { column: drawProduct(source, product) }))
}

type Source = { inputs: ScoredBet['inputs']; draws: number; isShared: (name: string) => boolean; scores: (name: string) => Float64Array }

function sourceOf(bet: ScoredBet, { seed, draws, shared }: DrawPlan, factor: Float64Array | undefined): Source {
  const isShared = (name: string) => name === shared?.input
  const scores = (name: string) => {
    const own = drawScores(startNamedChance(seed, `${bet.id} ${name}`), draws)
    return isShared(name) ? shareFactor(own, { factor: factor!, rho: shared!.rho }) : own
  }
  return { inputs: bet.inputs, draws, isShared, scores }
}

function drawFormula({ inputs, draws, scores }: Source, expression: Expression) {
  const columns = Object.fromEntries(namesIn(expression).map((name) => [name, columnOf(inputs[name]!, scores(name))]))
  return evaluateColumns(expression, columns, draws)
}

/** The product of lognormals is one lognormal: exact, and one draw instead of one for each. */
function drawLogarithms(source: Source, { factor, powers }: Product): DrawnBet {
  const { mu, sigma } = logOfProduct(source, [...powers], factor)
  const column = source.scores('product')
  for (let at = 0; at < column.length; at++) column[at] = mu + sigma * column[at]!
  return { column, log: { mu, sigma } }
}

/** The lognormal inputs of a product as one, times the others. */
function drawProduct(source: Source, { factor, powers }: Product) {
  const { together = [], apart = [] } = Object.groupBy(powers, ([name]) => (isDrawnTogether(source, name) ? 'together' : 'apart'))
  const { mu, sigma } = logOfProduct(source, together, 1)
  const column = sigma === 0 ? new Float64Array(source.draws).fill(Math.exp(mu)) : lognormalColumn(mu, sigma, source.scores('product'))
  for (const [name, exponent] of apart) multiplyInto(column, columnOf(source.inputs[name]!, source.scores(name)), exponent)
  if (factor !== 1) for (let at = 0; at < column.length; at++) column[at]! *= factor
  return column
}

function isDrawnTogether(source: Source, name: string) {
  return isMultiplying(source.inputs[name]!) && !source.isShared(name)
}

function isMultiplying(quantity: UncertainQuantity) {
  return quantity.kind === 'lognormal' || (quantity.kind === 'fixed' && quantity.value > 0)
}

function logOfProduct(source: Source, powers: [string, number][], factor: number) {
  let [mu, variance] = [Math.log(factor), 0]
  for (const [name, exponent] of powers) {
    const { mu: own, sigma } = logOf(source.inputs[name]!)
    mu += exponent * own
    variance += (exponent * sigma) ** 2
  }
  return { mu, sigma: Math.sqrt(variance) }
}

function logOf(quantity: UncertainQuantity) {
  if (quantity.kind === 'fixed') return { mu: Math.log(quantity.value), sigma: 0 }
  return logParametersOf(quantity as Extract<UncertainQuantity, { kind: 'lognormal' }>)
}

function multiplyInto(column: Float64Array, other: Float64Array, exponent: number) {
  if (exponent === 1) for (let at = 0; at < column.length; at++) column[at]! *= other[at]!
  else if (exponent === -1) for (let at = 0; at < column.length; at++) column[at]! /= other[at]!
  else for (let at = 0; at < column.length; at++) column[at]! *= other[at]! ** exponent
}
