import type { SqlContext } from './action-sql.ts'
import type { Read } from './database.ts'
import type { ArmStatistics, ExperimentArms } from './events.ts'
import { armsSql, exclusionsSql, exposuresSql, type FixedQuestion } from './experiment-sql.ts'

const sums = [
  'sum',
  'squares',
  'base_sum',
  'base_squares',
  'base_cross',
  'pre_sum',
  'pre_squares',
  'pre_cross',
  'pre_base_sum',
  'pre_base_squares',
  'pre_base_cross',
  'value_pre_base',
  'base_pre',
  'base_pre_base',
] as const
type ArmRow = { variant: string; n: bigint; cap: number | null; capped: bigint } & Record<(typeof sums)[number], number>

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
    ...(question.preDays && { pre: toPast(row, question) }),
  }
}

function toPast(row: ArmRow, question: FixedQuestion): NonNullable<ArmStatistics['pre']> {
  return {
    sum: row.pre_sum,
    sumSquares: row.pre_squares,
    cross: row.pre_cross,
    ...(isRatio(question) && {
      ratio: {
        denominatorSum: row.pre_base_sum,
        denominatorSquares: row.pre_base_squares,
        cross: row.pre_base_cross,
        numeratorDenominator: row.value_pre_base,
        denominatorNumerator: row.base_pre,
        denominators: row.base_pre_base,
      },
    }),
  }
}

const noSums = Object.fromEntries(sums.map((sum) => [sum, 0])) as Record<(typeof sums)[number], number>
const emptyArm = (variant: string): ArmRow => ({ variant, n: 0n, cap: null, capped: 0n, ...noSums })

/** Control first, then the other variants by name; a variant that nobody has completed yet is there with n = 0. */
function variantsOf({ exposure }: FixedQuestion, seen: string[]) {
  const others = new Set(exposure.treatment === undefined ? seen.toSorted() : [exposure.treatment])
  others.delete(exposure.control)
  return [exposure.control, ...others]
}

/** Without variants there are no sizes to check and nobody to leave out. */
function onlyArm(row: ArmRow, question: FixedQuestion): ExperimentArms {
  const cut = row.cap === null ? {} : { cap: row.cap, capped: Number(row.capped) }
  return { arms: [toArm(row, question)], exposures: [], severalVariants: 0, waiting: 0, ...cut }
}

export async function readExperiment(read: Read, context: SqlContext, question: FixedQuestion): Promise<ExperimentArms> {
  const rows = await read<ArmRow>(armsSql(context, question))
  if (question.exposure.variantProperty === undefined) return onlyArm(rows[0] ?? emptyArm(question.exposure.control), question)
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
    ...(typeof cap === 'number' && { cap, capped: rows.reduce((people, { capped }) => people + Number(capped), 0) }),
  }
}
