import { type ArmEstimate, type Arms, meanOf } from '../estimates.ts'
import { must } from '../must.ts'
import { type Count, proportionOf } from '../proportions.ts'
import type { Sums } from '../sums.ts'

/** A number computed elsewhere: what goes in, what must come out to within `tol`, and who says so. */
export type ReferenceCase = {
  kind: string
  /** Its place in the list of things every build of this library must reproduce. */
  number: number
  input: unknown
  expected: Record<string, number | string>
  tol: number
  source: string
}

/** Puts a case's input through the library; the names of the numbers that come out are those of the case's `expected`. */
export type Runner = (input: never) => Record<string, number>

export type GivenArm = string | { n: number; sum: number; sumsq: number }
export type GivenArms = Arms<GivenArm>

export function countOf(text: string): Count {
  const [successes, trials] = text.split('/').map(Number) as [number, number]
  return { successes, trials }
}

export function sumsOfArm({ n, sum, sumsq }: Exclude<GivenArm, string>): Sums {
  return { n, sum, sumSquares: sumsq }
}

export function bothArms({ control, treatment }: GivenArms): Arms<ArmEstimate> {
  const armOf = (arm: GivenArm) => (typeof arm === 'string' ? must(proportionOf(countOf(arm))) : must(meanOf(sumsOfArm(arm))))
  return { control: armOf(control), treatment: armOf(treatment) }
}

export function bothCounts({ control, treatment }: Arms<string>): Arms<Count> {
  return { control: countOf(control), treatment: countOf(treatment) }
}

/** Numbers by name: `numbered('p', [0.1, 0.2])` is `{ p0: 0.1, p1: 0.2 }`. */
export function numbered(prefix: string, values: readonly number[]) {
  return Object.fromEntries(values.map((value, at) => [`${prefix}${at}`, value]))
}
