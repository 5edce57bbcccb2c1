import { logGamma } from './distributions.ts'
import type { Arms } from './estimates.ts'
import type { Count } from './proportions.ts'
import { type Refusal, refuse } from './refusal.ts'
import { findLowest } from './root-finding.ts'
import { findTableFault } from './two-by-two.ts'

/** `less` asks whether the treatment's share is below the control's, `greater` whether it is above. */
export type Alternative = 'two-sided' | 'less' | 'greater'

/**
 * Fisher's exact test, both margins held fixed (Fisher 1935; two-sided by adding every table no likelier than this one, as SciPy and R do).
 * Refuses as `findTableFault` does; more than a million tables: “There are too many people for an exact test; with so many `testTable`
 * agrees with it.”
 */
export function testByFisher({ control, treatment }: Arms<Count>, alternative: Alternative = 'two-sided'): number | Refusal {
  const fault = findTableFault({ control, treatment })
  if (fault) return fault
  const tables = tablesWithMargins({ control, treatment })
  if (tables.last - tables.first > 1e6)
    return refuse('There are too many people for an exact test; with so many `testTable` agrees with it.')
  const at = treatment.successes - tables.first
  const chances = Float64Array.from({ length: tables.last - tables.first + 1 }, (_, i) => tables.chanceOf(tables.first + i))
  // SciPy's tolerance: tables as likely as this one up to rounding count as such.
  const counts = (chance: number, i: number) => {
    if (alternative === 'two-sided') return chance <= chances[at]! * (1 + 1e-7)
    return alternative === 'less' ? i <= at : i >= at
  }
  return Math.min(1, sumWhere(chances, counts))
}

function tablesWithMargins({ control, treatment }: Arms<Count>) {
  const successes = control.successes + treatment.successes
  const [first, last] = [Math.max(0, successes - control.trials), Math.min(treatment.trials, successes)]
  const whole = logChoose(control.trials + treatment.trials, successes)
  const chanceOf = (inTreatment: number) =>
    Math.exp(logChoose(treatment.trials, inTreatment) + logChoose(control.trials, successes - inTreatment) - whole)
  return { first, last, chanceOf }
}

const mostTables = 250_000

/**
 * Exact unconditional test: the chance of a table at least as extreme, at the common share that makes it largest. More powerful than
 * Fisher's.
 * `barnard` orders tables by the pooled z (Barnard 1945), `boschloo` by Fisher's one-sided p and doubles the smaller side (Boschloo 1970).
 * Refuses as `findTableFault` does; group sizes that multiply to more than 250,000: “There are too many people for an exact test; with so
 * many `testTable` agrees with it.”
 */
export function testTableExactly(arms: Arms<Count>, order: 'barnard' | 'boschloo'): number | Refusal {
  const fault = findTableFault(arms)
  if (fault) return fault
  const sizes = { control: arms.control.trials, treatment: arms.treatment.trials }
  if (sizes.control * sizes.treatment > mostTables)
    return refuse('There are too many people for an exact test; with so many `testTable` agrees with it.')
  if (order === 'barnard') return worstChance(sizes, byPooledZ(sizes), arms)
  const sides = (['less', 'greater'] as const).map((side) => worstChance(sizes, byFisher(sizes, side), arms))
  return Math.min(1, 2 * Math.min(...sides))
}

type Sizes = Arms<number>
/** How extreme every table is, smaller being more so: rows by successes of the control, columns by those of the treatment. */
type Extremes = Float64Array[]

function byPooledZ(sizes: Sizes): Extremes {
  return everyTable(sizes, (c, t) => {
    const share = (c + t) / (sizes.control + sizes.treatment)
    const variance = share * (1 - share) * (1 / sizes.control + 1 / sizes.treatment)
    return variance > 0 ? -Math.abs(t / sizes.treatment - c / sizes.control) / Math.sqrt(variance) : 0
  })
}

function byFisher(sizes: Sizes, side: 'less' | 'greater'): Extremes {
  const tails = everyTable(sizes, () => 0)
  for (let successes = 0; successes <= sizes.control + sizes.treatment; successes++) {
    const inControl = Math.min(successes, sizes.control)
    const margins = {
      control: { successes: inControl, trials: sizes.control },
      treatment: { successes: successes - inControl, trials: sizes.treatment },
    }
    const { first, last, chanceOf } = tablesWithMargins(margins)
    const steps = Array.from({ length: last - first + 1 }, (_, i) => (side === 'less' ? first + i : last - i))
    let tail = 0
    for (const inTreatment of steps) {
      tail += chanceOf(inTreatment)
      tails[successes - inTreatment]![inTreatment] = tail
    }
  }
  return tails
}

function everyTable(sizes: Sizes, at: (control: number, treatment: number) => number): Extremes {
  return Array.from({ length: sizes.control + 1 }, (_, c) => Float64Array.from({ length: sizes.treatment + 1 }, (_, t) => at(c, t)))
}

const shares = 200

function worstChance(sizes: Sizes, extremes: Extremes, { control, treatment }: Arms<Count>) {
  const own = extremes[control.successes]![treatment.successes]!
  const counted = extremes.map((row) => row.map((extreme) => (extreme <= own + 1e-12 * Math.abs(own) ? 1 : 0)))
  const [c, t] = [binomialOf(sizes.control), binomialOf(sizes.treatment)]
  const chanceAt = (share: number) => weigh(counted, c(share), t(share))
  const grid = Array.from({ length: shares - 1 }, (_, i) => (i + 1) / shares)
  const chances = grid.map(chanceAt)
  const most = Math.max(...chances)
  const best = grid[chances.indexOf(most)]!
  const refined = findLowest((share) => -chanceAt(share), {
    low: Math.max(1e-9, best - 1 / shares),
    high: Math.min(1 - 1e-9, best + 1 / shares),
  })
  return Math.min(1, Math.max(most, chanceAt(refined)))
}

// Runs over every table 240 times a test, hence the plain loops.
function weigh(counted: Extremes, rows: Float64Array, columns: Float64Array) {
  let sum = 0
  for (let row = 0; row < rows.length; row++) {
    const own = counted[row]!
    let part = 0
    for (let at = 0; at < columns.length; at++) part += own[at]! * columns[at]!
    sum += rows[row]! * part
  }
  return sum
}

function binomialOf(n: number) {
  const ways = Float64Array.from({ length: n + 1 }, (_, k) => logChoose(n, k))
  return (share: number) => {
    const [hit, miss] = [Math.log(share), Math.log1p(-share)]
    return ways.map((way, k) => Math.exp(way + k * hit + (n - k) * miss))
  }
}

function logChoose(n: number, k: number) {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
}

function sumWhere(values: Float64Array, holds: (value: number, at: number) => boolean) {
  return values.reduce((sum, value, at) => (holds(value, at) ? sum + value : sum), 0)
}
