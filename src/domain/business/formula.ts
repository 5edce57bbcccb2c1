import { isRefusal, type Refusal, refuse } from '#domain/statistics/refusal.ts'
import { type Expression, type FunctionName, functionNames, type Operator, parseFormula } from './formula-parse.ts'

/** The names a formula reads, each once, in the order they come. */
export function namesIn(expression: Expression): string[] {
  return [...new Set(partsOf(expression).flatMap((part) => (part.kind === 'name' ? [part.name] : [])))]
}

function partsOf(expression: Expression): Expression[] {
  return [expression, ...childrenOf(expression).flatMap(partsOf)]
}

function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'negative':
      return [expression.of]
    case 'operation':
      return [expression.left, expression.right]
    case 'call':
      return expression.of
    default:
      return []
  }
}

/**
 * A formula whose every name is known.
 * Refuses as `parseFormula` does, and: ““…” is not known here; there are ….” “A formula needs at least one of …; otherwise every bet gets
 * the same score.”
 */
export function readFormula(text: string, known: readonly string[]): Expression | Refusal {
  const expression = parseFormula(text)
  if (isRefusal(expression)) return expression
  const names = namesIn(expression)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) return refuse(`“${unknown}” is not known here; there are ${known.join(', ')}.`)
  return names.length > 0
    ? expression
    : refuse(`A formula needs at least one of ${known.join(', ')}; otherwise every bet gets the same score.`)
}

const operations: Record<Operator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
}
const functions: Record<FunctionName, (values: number[]) => number> = {
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  sqrt: ([x]) => Math.sqrt(x!),
  ln: ([x]) => Math.log(x!),
  exp: ([x]) => Math.exp(x!),
  abs: ([x]) => Math.abs(x!),
}

/**
 * The value of a formula for one set of numbers.
 * Refuses: “There is no value for “…”.” “With these numbers the formula has no value: look for a division by 0 or a root of less than 0.”
 */
export function evaluateFormula(expression: Expression, values: Readonly<Record<string, number>>): number | Refusal {
  const missing = namesIn(expression).find((name) => !Object.hasOwn(values, name))
  if (missing !== undefined) return refuse(`There is no value for “${missing}”.`)
  const value = valueIn(expression, (name) => values[name]!)
  return Number.isFinite(value)
    ? value
    : refuse('With these numbers the formula has no value: look for a division by 0 or a root of less than 0.')
}

function valueIn(expression: Expression, read: (name: string) => number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'name':
      return read(expression.name)
    case 'negative':
      return -valueIn(expression.of, read)
    case 'operation':
      return operations[expression.operator](valueIn(expression.left, read), valueIn(expression.right, read))
    case 'call':
      return functions[expression.name](expression.of.map((part) => valueIn(part, read)))
  }
}

/** The values of a formula over all draws at once, column by column; where it has none the column holds NaN or an infinity. */
export function evaluateColumns(expression: Expression, columns: Readonly<Record<string, Float64Array>>, draws: number): Float64Array {
  switch (expression.kind) {
    case 'number':
      return new Float64Array(draws).fill(expression.value)
    case 'name':
      return columns[expression.name]!
    case 'negative':
      return evaluateColumns(expression.of, columns, draws).map((x) => -x)
    case 'operation':
      return combine(
        expression.operator,
        evaluateColumns(expression.left, columns, draws),
        evaluateColumns(expression.right, columns, draws),
      )
    case 'call': {
      const parts = expression.of.map((part) => evaluateColumns(part, columns, draws))
      const apply = functions[expression.name]
      return parts[0]!.map((_, at) => apply(parts.map((part) => part[at]!)))
    }
  }
}

// One loop per operator keeps each of them a few nanoseconds a draw.
function combine(operator: Operator, a: Float64Array, b: Float64Array) {
  const result = new Float64Array(a.length)
  if (operator === '*') for (let at = 0; at < a.length; at++) result[at] = a[at]! * b[at]!
  else if (operator === '/') for (let at = 0; at < a.length; at++) result[at] = a[at]! / b[at]!
  else if (operator === '+') for (let at = 0; at < a.length; at++) result[at] = a[at]! + b[at]!
  else if (operator === '-') for (let at = 0; at < a.length; at++) result[at] = a[at]! - b[at]!
  else for (let at = 0; at < a.length; at++) result[at] = a[at]! ** b[at]!
  return result
}

/** A formula that is one product: a factor times names to powers. Reach × impact ÷ effort is {1, {reach: 1, impact: 1, effort: −1}}. */
export type Product = { factor: number; powers: Map<string, number> }

/** The formula as a product, or undefined when it adds, or calls a function. Products of lognormals are lognormal, which spares most draws. */
export function asProduct(expression: Expression): Product | undefined {
  switch (expression.kind) {
    case 'number':
      return { factor: expression.value, powers: new Map() }
    case 'name':
      return { factor: 1, powers: new Map([[expression.name, 1]]) }
    case 'operation':
      return productOf(expression)
    default:
      return undefined
  }
}

function productOf({ operator, left, right }: Extract<Expression, { kind: 'operation' }>): Product | undefined {
  const a = asProduct(left)
  const b = asProduct(right)
  if (!a || !b) return undefined
  if (operator === '*') return multiply(a, b)
  if (operator === '/') return multiply(a, power(b, -1))
  return operator === '^' && b.powers.size === 0 ? power(a, b.factor) : undefined
}

function multiply(a: Product, b: Product): Product {
  const powers = new Map(a.powers)
  for (const [name, exponent] of b.powers) powers.set(name, (powers.get(name) ?? 0) + exponent)
  return { factor: a.factor * b.factor, powers }
}

function power({ factor, powers }: Product, exponent: number): Product {
  return { factor: factor ** exponent, powers: new Map([...powers].map(([name, own]) => [name, own * exponent])) }
}

/** Whether a name is taken by a function and so cannot name an input. */
export function isFunctionName(name: string) {
  return functionNames.some((taken) => taken === name)
}
