import { type CheckedRow, type Draft, rowChecker } from '#domain/import/check-rows.ts'
import { problemsOfMapping } from '#domain/import/mapping.ts'
import type { Rejection } from '#domain/import/row.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'
import { countKnown } from './known-sources.ts'
import { readRows } from './read-rows.ts'

const shownGood = 20
const shownBad = 50
const knownAtOnce = 5_000

/** What importing would do, over the whole file: counts, the first good rows as they would be stored, the first bad ones with their reasons. */
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
  good: { line: number; drafts: Draft[] }[]
  bad: Rejection[]
  reasons: { reason: string; count: number }[]
}

export async function previewImport(scope: Scope, text: string, row: Pick<Import, 'layout' | 'mapping' | 'createdAt'>): Promise<Preview> {
  const { layout, fingerprint } = row.layout
  const problems = problemsOfMapping(row.mapping, layout.columns)
  const preview: Preview = {
    problems,
    rows: 0,
    goodRows: 0,
    badRows: 0,
    records: 0,
    alreadyThere: 0,
    undated: 0,
    good: [],
    bad: [],
    reasons: [],
  }
  const check = rowChecker({
    mapping: row.mapping,
    columns: layout.columns,
    fingerprint,
    currency: scope.workspace.currency,
    now: row.createdAt,
  })
  const reasons = new Map<string, number>()
  let drafts: Draft[] = []
  for await (const read of readRows(text, layout)) {
    preview.rows++
    if (problems.length > 0) continue
    const checked = check(read)
    if (checked.rejection) noteBad(preview, checked.rejection, reasons)
    else noteGood(preview, checked)
    drafts.push(...checked.drafts)
    if (drafts.length < knownAtOnce) continue
    preview.alreadyThere += await countKnown(scope, row.mapping, drafts)
    drafts = []
  }
  preview.alreadyThere += await countKnown(scope, row.mapping, drafts)
  preview.reasons = [...reasons]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, shownBad)
  return preview
}

function noteBad(preview: Preview, rejection: Rejection, reasons: Map<string, number>) {
  preview.badRows++
  reasons.set(kindOfReason(rejection.reason), (reasons.get(kindOfReason(rejection.reason)) ?? 0) + 1)
  if (preview.bad.length < shownBad) preview.bad.push(shortened(rejection))
}

/** “soon” and “later” are the same fault of the same column. */
const kindOfReason = (reason: string) =>
  reason.replace(/^“[^”]*” in /, 'A value in ').replace(/^The id “.*$/, 'The id stands in this file already.')

const shortened = ({ cells, ...rest }: Rejection): Rejection => ({ ...rest, cells: cells.slice(0, 100).map((cell) => cell.slice(0, 500)) })

function noteGood(preview: Preview, { line, drafts }: CheckedRow) {
  preview.goodRows++
  preview.records += drafts.length
  preview.undated += drafts.filter((draft) => 'saidAt' in draft && draft.saidAt === null).length
  if (preview.good.length < shownGood) preview.good.push({ line, drafts })
}
