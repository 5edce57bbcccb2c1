import { readDate } from './dates.ts'
import { readNumber } from './numbers.ts'
import { type Answers, measureAnswers, questionOf, whyNotSaid } from './own-words.ts'

type CellKind = 'empty' | 'date' | 'e-mail' | 'web-address' | 'number' | 'words'

/** What the cells of one column look like together. */
export type ColumnProfile = {
  name: string
  position: number
  /** What at least four in five cells are. */
  kind: CellKind
  /** What at least half of them are: enough when the column's name says the same, and the rest is worth a complaint. */
  leaning: CellKind
  filled: number
  /** Different values among the filled ones, 0 to 1. */
  variety: number
  meanWords: number
  meanLength: number
  /** All columns of the same question together, so that its second and third answer are read like the first. */
  answers: Answers
  samples: string[]
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const webAddress = /^https?:\/\/\S+$/i

export function profileColumns(columns: string[], rows: string[][]): ColumnProfile[] {
  const filled = columns.map((name, position) => ({ name, position, values: filledIn(rows, position) }))
  const questions = new Map(
    [...Map.groupBy(filled, ({ name }) => questionOf(name))].map(([question, asked]) => [
      question,
      measureAnswers(asked.flatMap(({ values }) => values)),
    ]),
  )
  return filled.map(({ name, position, values }) => ({ name, position, answers: questions.get(questionOf(name))!, ...profile(values) }))
}

const filledIn = (rows: string[][], position: number) => rows.map((row) => row[position]?.trim() ?? '').filter(Boolean)

function profile(values: string[]): Omit<ColumnProfile, 'name' | 'position' | 'answers'> {
  return {
    kind: kindOf(values, 0.8),
    leaning: kindOf(values, 0.5),
    filled: values.length,
    variety: values.length === 0 ? 0 : new Set(values).size / values.length,
    meanWords: mean(values.map((value) => value.split(/\s+/).length)),
    meanLength: mean(values.map((value) => value.length)),
    samples: values.slice(0, 200),
  }
}

function kindOf(values: string[], share: number): CellKind {
  if (values.length === 0) return 'empty'
  const mostly = (test: (value: string) => boolean) => values.filter(test).length >= values.length * share
  if (mostly((value) => email.test(value))) return 'e-mail'
  if (mostly((value) => webAddress.test(value))) return 'web-address'
  if (mostly((value) => readDate(value, null) !== null)) return 'date'
  return mostly((value) => readNumber(value, 'point') !== null) ? 'number' : 'words'
}

const mean = (numbers: number[]) => (numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length)

/** Whether people wrote these cells in their own words. */
export const isInOwnWords = ({ name, kind, answers }: ColumnProfile) => kind === 'words' && whyNotSaid(name, answers) === null

/** Whether these cells could be words of people, where no column is surely so: several words, and hardly two alike. */
export function isFreeText({ kind, variety, meanWords, meanLength }: ColumnProfile) {
  return kind === 'words' && variety >= 0.6 && meanWords >= 2.5 && meanLength >= 14
}
