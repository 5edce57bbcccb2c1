import type { SqlContext } from './action-sql.ts'
import type { Read } from './database.ts'
import type { ArmStatistics, ExperimentArms } from './events.ts'
import { armsSql, exclusionsSql, exposuresSql, type FixedQuestion } from './experiment-sql.ts'

type Sums = 'sum' | 'squares' | 'base_sum' | 'base_squares' | 'base_cross' | 'pre_sum' | 'pre_squares' | 'pre_cross'
type ArmRow = { variant: string; n: bigint; cap: number | null } & Record<Sums, number>

function isRatio({ metric }: FixedQuestion) {
  return metric.kind === 'conversion' || metric.kind === 'engagement' || (metric.kind === 'revenue' && metric.per === 'person')
}

function toArm(row: ArmRow, question: FixedQuestion): ArmStatistics {
  return {
    variant: row.variant,
    n: Number(row.n),
    sum: row.sum,
    sumSquares: row.squares,
    ...(isRatio(question) && { ratio: { denominatorSum: row.base_sum, denominatorSquares: row.base_squares, cross: row.base_cross } }),
    ...(question.preDays && { pre: { sum: row.pre_sum, sumSquares: row.pre_squares, cross: row.pre_cross } }),
  }
}

const noSums = { sum: 0, squares: 0, base_sum: 0, base_squares: 0, base_cross: 0, pre_sum: 0, pre_squares: 0, pre_cross: 0 }
const emptyArm = (variant: string): ArmRow => ({ variant, n: 0n, cap: null, ...noSums })

/** Control first, then the other variants by name; a variant that nobody has completed yet is there with n = 0. */
function variantsOf({ exposure }: FixedQuestion, seen: string[]) {
  const others = new Set(exposure.treatment === undefined ? seen.toSorted() : [exposure.treatment])
  others.delete(exposure.control)
  return [exposure.control, ...others]
}

export async function readExperiment(read: Read, context: SqlContext, question: FixedQuestion): Promise<ExperimentArms> {
  const rows = await read<ArmRow>(armsSql(context, question))
  const exposures = await read<{ day: Date; variant: string; people: bigint }>(exposuresSql(context, question))
  const [excluded] = await read<{ several: bigint; waiting: bigint }>(exclusionsSql(context, question))
  const byVariant = new Map(rows.map((row) => [row.variant, row]))
  const variants = variantsOf(
    question,
    exposures.map(({ variant }) => variant),
  )
  const cap = rows[0]?.cap
  return {
    arms: variants.map((variant) => toArm(byVariant.get(variant) ?? emptyArm(variant), question)),
    exposures: exposures.map((row) => ({ ...row, people: Number(row.people) })),
    severalVariants: Number(excluded?.several ?? 0),
    waiting: Number(excluded?.waiting ?? 0),
    ...(typeof cap === 'number' && { cap }),
  }
}
