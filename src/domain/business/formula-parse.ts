import { type Refusal, refuse } from '#domain/statistics/refusal.ts'
import { type Token, tokensOf } from './formula-tokens.ts'

export type Operator = '+' | '-' | '*' | '/' | '^'
/** The functions a formula may call. */
export const functionNames = ['min', 'max', 'sqrt', 'ln', 'exp', 'abs'] as const
export type FunctionName = (typeof functionNames)[number]

/** A formula as a tree. There is nothing in it but numbers, names, five operators and six functions. */
export type Expression =
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string }
  | { kind: 'negative'; of: Expression }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression }
  | { kind: 'call'; name: FunctionName; of: Expression[] }

const LONGEST = 500
const DEEPEST = 40

/**
 * Reads a formula such as `reach * impact * confidence / effort`: numbers, names, + − * / ^, brackets, min, max, sqrt, ln, exp, abs.
 * Nothing is ever executed as code.
 * Refuses as `tokensOf` does, and: “A formula has at most … characters.” “The formula ends too early.” ““…” at character … does not belong
 * there.” “Expected “…” at character ….” “A “…” is missing at the end.” “There is no function “…”; there are ….” “… takes ….”
 * Deeper than 40: “The formula has too many brackets within brackets.” “The formula has too many signs or powers in a row.”
 */
export function parseFormula(text: string): Expression | Refusal {
  if (text.length > LONGEST) return refuse(`A formula has at most ${LONGEST} characters.`)
  try {
    const reader = startReader(tokensOf(text))
    const expression = readSum(reader, 0)
    const rest = reader.peek()
    if (rest) throw new Unreadable(`“${rest.text}” at character ${rest.at + 1} does not belong there.`)
    return expression
  } catch (problem) {
    if (problem instanceof Unreadable) return refuse(problem.message)
    throw problem
  }
}

/** Thrown while reading, always caught by `parseFormula`. */
export class Unreadable extends Error {}

type Reader = { peek: () => Token | undefined; take: () => Token; takeIf: (...texts: string[]) => Token | undefined }

function startReader(found: Token[] | Refusal): Reader {
  if (!Array.isArray(found)) throw new Unreadable(found.refused)
  let at = 0
  const peek = () => found[at]
  return {
    peek,
    take: () => {
      const token = found[at++]
      if (!token) throw new Unreadable('The formula ends too early.')
      return token
    },
    takeIf: (...texts) => {
      const token = peek()
      if (!token || !texts.includes(token.text)) return undefined
      at++
      return token
    },
  }
}

function readSum(reader: Reader, depth: number): Expression {
  if (depth > DEEPEST) throw new Unreadable('The formula has too many brackets within brackets.')
  let left = readProduct(reader, depth)
  for (let token = reader.takeIf('+', '-'); token; token = reader.takeIf('+', '-'))
    left = { kind: 'operation', operator: token.text as Operator, left, right: readProduct(reader, depth) }
  return left
}

function readProduct(reader: Reader, depth: number): Expression {
  let left = readSigned(reader, depth)
  for (let token = reader.takeIf('*', '/'); token; token = reader.takeIf('*', '/'))
    left = { kind: 'operation', operator: token.text as Operator, left, right: readSigned(reader, depth) }
  return left
}

// As in mathematics −2^2 is −4, and 2^3^2 is 2^9.
function readSigned(reader: Reader, depth: number): Expression {
  if (depth > DEEPEST) throw new Unreadable('The formula has too many signs or powers in a row.')
  if (reader.takeIf('-')) return { kind: 'negative', of: readSigned(reader, depth + 1) }
  const base = readOperand(reader, depth)
  return reader.takeIf('^') ? { kind: 'operation', operator: '^', left: base, right: readSigned(reader, depth + 1) } : base
}

function readOperand(reader: Reader, depth: number): Expression {
  const token = reader.take()
  if (token.kind === 'number') return { kind: 'number', value: Number(token.text) }
  if (token.kind === 'name') return reader.peek()?.text === '(' ? readCall(token, reader, depth) : { kind: 'name', name: token.text }
  if (token.text !== '(') throw new Unreadable(`“${token.text}” at character ${token.at + 1} does not belong there.`)
  const inner = readSum(reader, depth + 1)
  expectText(reader, ')')
  return inner
}

function readCall(token: Token, reader: Reader, depth: number): Expression {
  const name = functionNames.find((known) => known === token.text)
  if (!name) throw new Unreadable(`There is no function “${token.text}”; there are ${functionNames.join(', ')}.`)
  expectText(reader, '(')
  const of = [readSum(reader, depth + 1)]
  while (reader.takeIf(',')) of.push(readSum(reader, depth + 1))
  expectText(reader, ')')
  const takesMany = name === 'min' || name === 'max'
  if (takesMany ? of.length < 2 : of.length !== 1) throw new Unreadable(`${name} takes ${takesMany ? 'at least two values' : 'one value'}.`)
  return { kind: 'call', name, of }
}

function expectText(reader: Reader, text: string) {
  const token = reader.peek()
  if (!reader.takeIf(text))
    throw new Unreadable(token ? `Expected “${text}” at character ${token.at + 1}.` : `A “${text}” is missing at the end.`)
}
