import { fitAutocorrelated } from '../autocorrelated-regression.ts'
import { type BeforeAfterSeries, designOf } from '../before-after-design.ts'
import { compareCells } from '../difference-in-differences.ts'
import { meanOf as armOf, confidenceInterval, type Effect } from '../estimates.ts'
import { fitLocalLevel } from '../local-level.ts'
import { must } from '../must.ts'
import { comparePanel, differenceInDifferences, gapsTo, type Panel, ridgeOf, syntheticControl, syntheticDifference } from '../panel.ts'
import { rankAmongPlacebos } from '../placebo-in-space.ts'
import arma from '../reference-data/arma.json' with { type: 'json' }
import billboard from '../reference-data/billboard.json' with { type: 'json' }
import comparison from '../reference-data/comparison.json' with { type: 'json' }
import nile from '../reference-data/nile.json' with { type: 'json' }
import california from '../reference-data/proposition-99.json' with { type: 'json' }
import seatbelts from '../reference-data/seatbelts.json' with { type: 'json' }
import vignette from '../reference-data/vignette.json' with { type: 'json' }
import volkswagen from '../reference-data/volkswagen.json' with { type: 'json' }
import { contrastOf, fitLeastSquares } from '../regression.ts'
import { compareWithUntouched } from '../structural-series.ts'
import type { Runner } from './test-case.ts'

const files: Record<string, Record<string, unknown>> = {
  'arma.json': arma,
  'comparison.json': comparison,
  'nile.json': nile,
  'seatbelts.json': seatbelts,
  'vignette.json': vignette,
  'volkswagen.json': volkswagen,
}
const columnOf = (file: string, name: string) => files[file]![name] as number[]
const logs = (values: readonly number[]) => values.map(Math.log)
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

type StepInput = {
  file: string
  values: string
  columns?: string[]
  changeAt: number
  log?: boolean
  trend?: boolean
  months?: boolean
  missing?: number[]
}

function step({ file, values, columns = [], changeAt, log, trend, months, missing = [] }: StepInput) {
  const places = columnOf(file, values).flatMap((_, place) => (missing.includes(place) ? [] : [place]))
  const known = (column: number[]) => places.map((place) => column[place]!)
  const scaled = (name: string) => known(log ? logs(columnOf(file, name)) : columnOf(file, name))
  const series: BeforeAfterSeries = {
    values: scaled(values),
    places,
    changeAt: places.findIndex((place) => place >= changeAt),
    untouched: columns.map(scaled),
    ...(trend && { trend }),
    ...(months && { season: { period: 12, shape: 'dummies' } }),
  }
  const design = designOf(series)
  const model = { columns: design.columns, outcome: series.values, places }
  const plain = contrastOf(must(fitLeastSquares(model)), design.effectWeights)
  const fit = must(fitAutocorrelated(model))
  const reml = contrastOf(fit, design.effectWeights)
  return {
    ols: plain.effect,
    olsError: plain.standardError,
    reml: reml.effect,
    remlError: reml.standardError,
    autocorrelation: fit.autocorrelation,
  }
}

function seatbeltsLevel({ values }: { values: string }) {
  const outcome = logs(columnOf('seatbelts.json', values))
  const months = Array.from({ length: 11 }, (_, month) => outcome.map((_, t) => Number(t % 12 === month + 1)))
  const columns = [logs(seatbelts.PetrolPrice), outcome.map((_, t) => Number(t >= 169))]
  const { coefficients, covariance, noise, steps } = must(fitLocalLevel({ columns, season: months, outcome }))
  const [petrol, law] = coefficients as [number, number]
  return { petrol, law, lawError: Math.sqrt(covariance[1]![1]!), pct: Math.expm1(law), noise, steps }
}

type UntouchedInput = { file: string; values: string; columns: string[]; changeAt: number; step?: number }

function standardisedLevel({ file, values, columns, changeAt }: UntouchedInput) {
  const [outcome, ...rest] = [values, ...columns].map((name) => {
    const past = columnOf(file, name).slice(0, changeAt)
    const spread = Math.sqrt(past.reduce((sum, x) => sum + (x - mean(past)) ** 2, 0) / (changeAt - 1))
    return past.map((x) => (x - mean(past)) / spread)
  }) as [number[], ...number[][]]
  const { coefficients, noise, steps } = must(fitLocalLevel({ columns: rest, outcome }))
  return { noise, steps, ...Object.fromEntries(coefficients.map((b, at) => [`b${at}`, b])) }
}

function untouched({ file, values, columns, changeAt, step: added = 0 }: UntouchedInput) {
  const found = must(
    compareWithUntouched({
      values: columnOf(file, values).map((value, t) => (t >= changeAt ? value + added : value)),
      untouched: columns.map((name) => columnOf(file, name)),
      changeAt,
    }),
  )
  const { interval, observed, expected, deviation, effect, tail } = found
  return { ...interval(0.05), observed, expected, deviation, effect, tail, share: effect / expected }
}

const smoking: Panel = { treated: california.treated, controls: california.controls, changeAt: 19 }
const methods = { differenceInDifferences, syntheticControl, syntheticDifference }

const placeboErrors = new Map<keyof typeof methods, number>()

/** Each takes a second, and several cases ask for the same one. */
function placeboErrorOf(method: keyof typeof methods) {
  const known = placeboErrors.get(method) ?? must(comparePanel(smoking, methods[method])).standardError
  placeboErrors.set(method, known)
  return known
}

function panel({ method }: { method: keyof typeof methods }) {
  const { effect, groupWeights, periodWeights } = must(methods[method](smoking))
  const gaps = gapsTo(smoking, groupWeights)
  return {
    effect,
    zeta: ridgeOf(smoking),
    placeboError: placeboErrorOf(method),
    missBefore: rootMeanSquare(gaps.slice(0, 19)),
    gapLast: gaps.at(-1)!,
    ...Object.fromEntries(groupWeights.map((weight, at) => [`w:${california.controlNames[at]}`, weight])),
    ...Object.fromEntries(periodWeights.map((weight, at) => [`t:${california.years[at]}`, weight])),
  }
}

function givenWeights({ weights }: { weights: Record<string, number> }) {
  const gaps = gapsTo(
    smoking,
    california.controlNames.map((name) => weights[name] ?? 0),
  )
  const effect = mean(gaps.slice(19))
  return {
    effect,
    share: effect / (mean(california.treated.slice(19)) - effect),
    missBefore: rootMeanSquare(gaps.slice(0, 19)),
    ...Object.fromEntries(gaps.map((gap, at) => [`gap${california.years[at]}`, gap])),
  }
}

function rootMeanSquare(values: readonly number[]) {
  return Math.sqrt(mean(values.map((value) => value * value)))
}

function cells() {
  const found = must(compareCells(billboard))
  const { low, high } = confidenceInterval(found, 0.05)
  return { effect: found.effect, hc1: found.standardError, ols: leastSquaresError(found), low, high }
}

/** The error with one variance for all four cells, which least squares would take. */
function leastSquaresError({ degreesOfFreedom }: Effect) {
  const arms = [billboard.controlBefore, billboard.controlAfter, billboard.treatedBefore, billboard.treatedAfter].map((one) =>
    must(armOf(one)),
  )
  const variance = arms.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0) / degreesOfFreedom
  return Math.sqrt(variance * arms.reduce((sum, { n }) => sum + 1 / n, 0))
}

function placeboRank() {
  const { ratio, rank, groups } = must(rankAmongPlacebos(smoking))
  return { ratio, rank, groups }
}

/** What is compared over time, without random assignment. */
export const seriesRunners: Record<string, Runner> = {
  step,
  'local-level': () => must(fitLocalLevel({ columns: [], outcome: nile.flow })) as never,
  'seatbelts-level': seatbeltsLevel,
  'standardised-level': standardisedLevel,
  untouched,
  panel,
  'given-weights': givenWeights,
  'placebo-rank': placeboRank,
  billboard: cells,
}
