import type { FeedbackDraft } from '#domain/import/check-feedback.ts'
import { type CheckedRow, type Draft, rowChecker } from '#domain/import/check-rows.ts'
import { type Mapping, problemsOfMapping } from '#domain/import/mapping.ts'
import { isSilent } from '#domain/import/nothing-said.ts'
import { type RejectedGroup, rejectionGroups } from '#domain/import/rejected-groups.ts'
import type { Rejection, Row } from '#domain/import/row.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'
import { countKnown } from './known-sources.ts'
import { readRows } from './read-rows.ts'

const shownGood = 20
const knownAtOnce = 5_000

/** What importing would do, over the whole file: counts, the first good rows as they would be stored, some of the bad ones by reason. */
export type Preview = {
  problems: string[]
  rows: number
  goodRows: number
  badRows: number
  /** Of the bad rows, those in which nobody said anything. */
  silentRows: number
  /** Records that the good rows would make, those already there included. */
  records: number
  alreadyThere: number
  /** Pieces of feedback without a date of their own; they get the day of the import. */
  undated: number
  /** Pieces of feedback whose row names neither a person nor an account. */
  unnamed: number
  /** Columns that hold what was said, or seem to, and how many rows have something there; in a survey each is a question. */
  asked: { column: string; pieces: number }[]
  good: { line: number; drafts: Draft[] }[]
  rejected: RejectedGroup[]
}

const nothing = () => ({
  rows: 0,
  goodRows: 0,
  badRows: 0,
  silentRows: 0,
  records: 0,
  alreadyThere: 0,
  undated: 0,
  unnamed: 0,
  asked: [],
  good: [],
  rejected: [],
})

type Previewed = Pick<Import, 'layout' | 'mapping' | 'createdAt'>

export async function previewImport(scope: Scope, text: string, row: Previewed): Promise<Preview> {
  const { layout } = row.layout
  const problems = problemsOfMapping(row.mapping, layout.columns)
  const asked = askedIn(row)
  const preview: Preview = { problems, ...nothing(), asked: asked.columns }
  const check = checkerFor(scope, row)
  const rejected = rejectionGroups()
  let drafts: Draft[] = []
  for await (const read of readRows(text, layout)) {
    preview.rows++
    if (problems.length > 0) continue
    const checked = check(read)
    if (checked.rejection) noteBad(preview, checked.rejection, rejected)
    else noteGood(preview, checked)
    if (!checked.rejection || isSilent(checked.rejection)) asked.note(read)
    drafts.push(...checked.drafts)
    if (drafts.length < knownAtOnce) continue
    preview.alreadyThere += await countKnown(scope, row.mapping, drafts)
    drafts = []
  }
  preview.alreadyThere += await countKnown(scope, row.mapping, drafts)
  const badRows = problems.length > 0 ? 0 : preview.rows - preview.goodRows
  return { ...preview, badRows, rejected: rejected.shown() }
}

function checkerFor({ workspace: { currency } }: Scope, { layout: { layout, fingerprint }, mapping, createdAt }: Previewed) {
  return rowChecker({ mapping, columns: layout.columns, fingerprint, currency, now: createdAt })
}

function noteGood(preview: Preview, { line, drafts }: CheckedRow) {
  preview.goodRows++
  preview.records += drafts.length
  preview.undated += drafts.filter((draft) => 'saidAt' in draft && draft.saidAt === null).length
  preview.unnamed += drafts.filter((draft) => 'text' in draft && namesNobody(draft)).length
  if (preview.good.length < shownGood) preview.good.push({ line, drafts })
}

function noteBad(preview: Preview, rejection: Rejection, groups: ReturnType<typeof rejectionGroups>) {
  groups.note(rejection)
  if (isSilent(rejection)) preview.silentRows++
}

/** Counts what stands in the columns that are taken for what was said, and in those that were before somebody said otherwise. */
function askedIn({ mapping, layout: { layout, guesses } }: Previewed) {
  const guessed = new Set(guesses.filter(({ field }) => field === 'text').map(({ column }) => column))
  const isAsked = ({ column, field }: Mapping['columns'][number]) => field === 'text' || guessed.has(column)
  const columns = mapping.kind === 'feedback' ? mapping.columns.filter(isAsked).map(({ column }) => ({ column, pieces: 0 })) : []
  const places = columns.map((one) => ({ one, position: layout.columns.indexOf(one.column) }))
  function note({ cells }: Row) {
    for (const { one, position } of places) if (cells[position]?.trim()) one.pieces++
  }
  return { columns, note }
}

const namesNobody = ({ contactName, contactEmail, accountName }: FeedbackDraft) => !(contactName || contactEmail || accountName)
