import type { FeedbackDraft } from '#domain/import/check-feedback.ts'
import { type CheckedRow, type Draft, rowChecker } from '#domain/import/check-rows.ts'
import { problemsOfMapping } from '#domain/import/mapping.ts'
import { type RejectedGroup, rejectionGroups } from '#domain/import/rejected-groups.ts'
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
  /** Records that the good rows would make, those already there included. */
  records: number
  alreadyThere: number
  /** Pieces of feedback without a date of their own; they get the day of the import. */
  undated: number
  /** Pieces of feedback whose row names neither a person nor an account. */
  unnamed: number
  good: { line: number; drafts: Draft[] }[]
  rejected: RejectedGroup[]
}

const nothing = () => ({ rows: 0, goodRows: 0, badRows: 0, records: 0, alreadyThere: 0, undated: 0, unnamed: 0, good: [], rejected: [] })

type Previewed = Pick<Import, 'layout' | 'mapping' | 'createdAt'>

export async function previewImport(scope: Scope, text: string, row: Previewed): Promise<Preview> {
  const { layout } = row.layout
  const problems = problemsOfMapping(row.mapping, layout.columns)
  const preview: Preview = { problems, ...nothing() }
  const check = checkerFor(scope, row)
  const rejected = rejectionGroups()
  let drafts: Draft[] = []
  for await (const read of readRows(text, layout)) {
    preview.rows++
    if (problems.length > 0) continue
    const checked = check(read)
    if (checked.rejection) rejected.note(checked.rejection)
    else noteGood(preview, checked)
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

const namesNobody = ({ contactName, contactEmail, accountName }: FeedbackDraft) => !(contactName || contactEmail || accountName)
