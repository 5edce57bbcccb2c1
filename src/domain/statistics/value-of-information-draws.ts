import { Matrix, QrDecomposition } from 'ml-matrix'
import { type Refusal, refuse } from './refusal.ts'

/** A column of net benefits per option, draw by draw, all as long. */
export type BenefitDraws = readonly (readonly number[] | Float64Array)[]

/**
 * Expected value of perfect information from draws: E[max over options] − max over options of E (Raiffa & Schlaifer 1961). In the benefits'
 * unit, at least 0.
 * Refuses: “There are no draws to learn from.” “Every option needs a benefit in every draw.” “A benefit is not a number.”
 */
export function drawnEvpi(options: BenefitDraws): number | Refusal {
  return findDrawFault(options) ?? gainOf(options)
}

/**
 * Expected value of knowing one parameter: E_φ[max_d E(NB_d | φ)] − max_d E(NB_d), the conditional means from equally filled bins of φ
 * (Brennan et al. 2007). A number of bins of about √draws/5 keeps its upward bias small.
 * Refuses as `drawnEvpi` does, and: “A parameter needs a value in every draw.” “A parameter is not a number.” “Every bin needs at least 10
 * draws.”
 */
export function evppiByBins(options: BenefitDraws, parameter: readonly number[], bins = 30): number | Refusal {
  const fault = findDrawFault(options) ?? findParameterFault(options, [parameter])
  if (fault) return fault
  const draws = parameter.length
  if (!(Number.isInteger(bins) && bins >= 1 && draws >= 10 * bins)) return refuse('Every bin needs at least 10 draws.')
  const order = parameter.map((_, at) => at).sort((a, b) => parameter[a]! - parameter[b]!)
  const bounds = Array.from({ length: bins + 1 }, (_, bin) => Math.round((bin * draws) / bins))
  const informed = bounds.slice(1).reduce((sum, to, bin) => {
    const own = order.slice(bounds[bin], to)
    return sum + Math.max(...options.map((column) => own.reduce((total, at) => total + column[at]!, 0)))
  }, 0)
  return Math.max(0, informed / draws - bestMean(options))
}

/**
 * The same by regression of the benefits on one or more parameters (Strong, Oakley, Brennan 2014), polynomials of the given degree in each
 * and the products of pairs.
 * Refuses as `drawnEvpi` does, and: “A parameter needs a value in every draw.” “A parameter is not a number.” “The degree is a whole number
 * from 1 to 6.” “Too few draws for so many parameters; 10 a term are the least.” “The parameters hardly vary, or move exactly together.”
 */
export function evppiByRegression(options: BenefitDraws, parameters: readonly (readonly number[])[], degree = 3): number | Refusal {
  const fault = findDrawFault(options) ?? findParameterFault(options, parameters)
  if (fault) return fault
  if (!(Number.isInteger(degree) && degree >= 1 && degree <= 6)) return refuse('The degree is a whole number from 1 to 6.')
  const terms = termsOf(parameters.map(standardise), degree)
  if (options[0]!.length < 10 * terms.length) return refuse('Too few draws for so many parameters; 10 a term are the least.')
  const decomposition = new QrDecomposition(new Matrix(terms).transpose())
  const size = Math.sqrt(terms[0]!.length)
  if (terms.some((_, at) => Math.abs(decomposition.upperTriangularMatrix.get(at, at)) < 1e-8 * size))
    return refuse('The parameters hardly vary, or move exactly together.')
  const q = decomposition.orthogonalMatrix
  return gainOf(options.map((column) => q.mmul(q.transpose().mmul(Matrix.columnVector([...column]))).to1DArray()))
}

function gainOf(options: BenefitDraws) {
  const draws = options[0]!.length
  let informed = 0
  for (let at = 0; at < draws; at++) informed += options.reduce((best, column) => Math.max(best, column[at]!), Number.NEGATIVE_INFINITY)
  return Math.max(0, informed / draws - bestMean(options))
}

function bestMean(options: BenefitDraws) {
  return Math.max(...options.map((column) => sumOf(column) / column.length))
}

function sumOf(column: readonly number[] | Float64Array) {
  let sum = 0
  for (let at = 0; at < column.length; at++) sum += column[at]!
  return sum
}

function findDrawFault(options: BenefitDraws): Refusal | null {
  const draws = options[0]?.length ?? 0
  if (draws === 0) return refuse('There are no draws to learn from.')
  if (options.some((column) => column.length !== draws)) return refuse('Every option needs a benefit in every draw.')
  return options.every((column) => Math.abs(sumOf(column)) < 1e300) ? null : refuse('A benefit is not a number.')
}

function findParameterFault(options: BenefitDraws, parameters: readonly (readonly number[])[]): Refusal | null {
  const matches = parameters.length > 0 && parameters.every((parameter) => parameter.length === options[0]!.length)
  if (!matches) return refuse('A parameter needs a value in every draw.')
  return parameters.every((parameter) => Math.abs(sumOf(parameter)) < 1e300) ? null : refuse('A parameter is not a number.')
}

function standardise(parameter: readonly number[]) {
  const mean = sumOf(parameter) / parameter.length
  const sd = Math.sqrt(sumOf(parameter.map((x) => (x - mean) ** 2)) / parameter.length) || 1
  return parameter.map((x) => (x - mean) / sd)
}

function termsOf(parameters: number[][], degree: number) {
  const powers = parameters.flatMap((x) => Array.from({ length: degree }, (_, at) => x.map((value) => value ** (at + 1))))
  const pairs = parameters.flatMap((x, i) => parameters.slice(i + 1).map((y) => x.map((value, at) => value * y[at]!)))
  return [parameters[0]!.map(() => 1), ...powers, ...pairs]
}
