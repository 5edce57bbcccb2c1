import { useMayAdminister } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { countOf, formatCount } from '../ui/format.ts'
import { useGo } from '../ui/link.tsx'
import { Section } from '../ui/page.tsx'
import { PreviewRows } from './preview-rows.tsx'
import { type ImportPreview, type ShownImport, useStart, useTakeBack } from './queries.ts'
import { RejectedRows } from './rejected-rows.tsx'
import { importText as text, undatedAhead } from './text.ts'
import { Unnamed } from './unnamed.tsx'

type PreviewProps = { row: ShownImport; preview: ImportPreview }

/** What importing would do, before anything is done. */
export function ImportPreviewPart({ row, preview }: PreviewProps) {
  return (
    <div className="stack">
      <Section label={text.preview}>
        <p className="import-counts" role="status">
          <b>{formatCount(preview.goodRows)}</b> of {countOf(preview.rows, 'row')} become <b>{recordsIn(row, preview)}</b>.
          {preview.badRows > 0 && ` ${countOf(preview.badRows, 'row')} would be rejected.`}
          {preview.alreadyThere > 0 && ` ${countOf(preview.alreadyThere, 'record')} are there already.`}
          {preview.undated > 0 && ` ${undatedAhead(preview.undated, row.mapping)}`}
        </p>
        {preview.problems.map((problem) => (
          <p key={problem} className="import-problem" role="alert">
            {problem}
          </p>
        ))}
        <Unnamed row={row} preview={preview} />
        <Actions row={row} preview={preview} />
        <PreviewRows row={row} preview={preview} />
      </Section>
      {preview.badRows > 0 && (
        <RejectedRows label={text.rejectedAhead} groups={preview.rejected} total={preview.badRows} rest={text.restAhead} />
      )}
    </div>
  )
}

function recordsIn({ mapping }: ShownImport, { records }: ImportPreview) {
  if (mapping.kind === 'feedback') return countOf(records, 'piece of feedback', 'pieces of feedback')
  return countOf(records, mapping.kind.slice(0, -1))
}

function Actions({ row, preview }: PreviewProps) {
  const mayImport = useMayAdminister()
  const start = useStart(row.id)
  const discard = useTakeBack(row.id)
  const go = useGo()
  if (!mayImport) return null
  const ready = preview.problems.length === 0 && preview.goodRows > 0
  return (
    <div className="row import-actions">
      <Button kind="main" disabled={!ready} busy={start.isPending} onClick={() => start.mutate()}>
        {text.start}
      </Button>
      <Button kind="quiet" busy={discard.isPending} onClick={() => discard.mutate(undefined, { onSuccess: () => go('/import') })}>
        {text.discard}
      </Button>
    </div>
  )
}
