import { chiSquareUpperTail, normalQuantile, normalUpperTail } from './distributions.ts'
import type { Arms, Interval } from './estimates.ts'
import { type Count, findCountFault } from './proportions.ts'
import { findAlphaFault, type Refusal, refuse } from './refusal.ts'

/** `pearson` is Σ(O − E)²/E, `likelihood` the G statistic 2ΣO ln(O/E); `corrected` moves every cell up to ½ towards E (Yates 1934). */
export type TableStatistic = { kind: 'pearson' | 'likelihood'; corrected: boolean }

/**
 * Two-sided test that two groups share one proportion, χ² with one degree of freedom (Pearson 1900; SciPy `chi2_contingency`). Good where
 * every expected cell is 5 or more; below that use `testTableExactly`. Refuses as `findTableFault` does.
 */
export function testTable(arms: Arms<Count>, { kind, corrected }: TableStatistic): { statistic: number; p: number } | Refusal {
  const fault = findTableFault(arms)
  if (fault) return fault
  const cells = cellsOf(arms).map(({ observed, expected }) => {
    const towards = corrected ? Math.min(0.5, Math.abs(expected - observed)) * Math.sign(expected - observed) : 0
    return { observed: observed + towards, expected }
  })
  const parts = cells.map(kind === 'pearson' ? pearsonPart : likelihoodPart)
  const statistic = Math.max(
    0,
    parts.reduce((sum, part) => sum + part, 0),
  )
  return { statistic, p: chiSquareUpperTail(statistic, 1) }
}

type Cell = { observed: number; expected: number }

function cellsOf({ control, treatment }: Arms<Count>): Cell[] {
  const total = control.trials + treatment.trials
  const share = (control.successes + treatment.successes) / total
  return [control, treatment].flatMap(({ successes, trials }) => [
    { observed: successes, expected: trials * share },
    { observed: trials - successes, expected: trials * (1 - share) },
  ])
}

function pearsonPart({ observed, expected }: Cell) {
  return (observed - expected) ** 2 / expected
}

function likelihoodPart({ observed, expected }: Cell) {
  return observed === 0 ? 0 : 2 * observed * Math.log(observed / expected)
}

/** `pooled` takes one variance for both groups, as under no difference; `corrected` adds Yates's half unit per group. */
export type ProportionTest = { pooled: boolean; corrected: boolean; alpha: number }

/**
 * Treatment − control as a normal difference, with its interval and two-sided p (R `prop.test` where unpooled and corrected). For large
 * counts; `newcombeInterval` holds for small ones.
 * Refuses as `findTableFault` and `findAlphaFault` do, and: “Every unit of both groups has the same value, so a normal interval has no
 * width.”
 */
export function compareProportionsByNormal(
  { control, treatment }: Arms<Count>,
  { pooled, corrected, alpha }: ProportionTest,
): { estimate: number; interval: Interval; p: number } | Refusal {
  const fault = findTableFault({ control, treatment }) ?? findAlphaFault(alpha)
  if (fault) return fault
  const [c, t] = [control.successes / control.trials, treatment.successes / treatment.trials]
  const all = (control.successes + treatment.successes) / (control.trials + treatment.trials)
  const spread = ({ trials }: Count, share: number) => (pooled ? all * (1 - all) : share * (1 - share)) / trials
  const standardError = Math.sqrt(spread(control, c) + spread(treatment, t))
  if (!(standardError > 0)) return refuse('Every unit of both groups has the same value, so a normal interval has no width.')
  const [estimate, half] = [t - c, corrected ? (1 / control.trials + 1 / treatment.trials) / 2 : 0]
  const correction = Math.min(Math.abs(estimate), half)
  const width = -normalQuantile(alpha / 2) * standardError + correction
  const p = Math.min(1, 2 * normalUpperTail((Math.abs(estimate) - correction) / standardError))
  return { estimate, interval: { low: estimate - width, high: estimate + width }, p }
}

/**
 * Why two counts cannot be tested against each other, or null. Refuses as `findCountFault` does, and: “Nobody, or everybody, did it in both
 * groups, so there is nothing to compare.”
 */
export function findTableFault({ control, treatment }: Arms<Count>): Refusal | null {
  const fault = findCountFault(control) ?? findCountFault(treatment)
  if (fault) return fault
  const successes = control.successes + treatment.successes
  const trivial = successes === 0 || successes === control.trials + treatment.trials
  return trivial ? refuse('Nobody, or everybody, did it in both groups, so there is nothing to compare.') : null
}
