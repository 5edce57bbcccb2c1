import { useMayAdminister } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { countOf, formatCount } from '../ui/format.ts'
import { useGo } from '../ui/link.tsx'
import { Section } from '../ui/page.tsx'
import { Asked } from './asked.tsx'
import { PreviewRows } from './preview-rows.tsx'
import { type ImportPreview, type ShownImport, useStart, useTakeBack } from './queries.ts'
import { NotImported } from './rejected-rows.tsx'
import { countRecords, newAhead, notImportedAhead, perRow, importText as text, undatedAhead } from './text.ts'
import { Unnamed } from './unnamed.tsx'

type PreviewProps = { row: ShownImport; preview: ImportPreview }

/** What importing would do, before anything is done. */
export function ImportPreviewPart({ row, preview }: PreviewProps) {
  return (
    <div className="stack">
      <Section label={text.preview}>
        <p className="import-counts" role="status">
          <Becomes row={row} preview={preview} /> {aheadOf(row, preview).join(' ')}
        </p>
        {preview.problems.map((problem) => (
          <p key={problem} className="import-problem" role="alert">
            {problem}
          </p>
        ))}
        <Asked row={row} asked={preview.asked} />
        <Unnamed row={row} preview={preview} />
        <Actions row={row} preview={preview} />
        <PreviewRows row={row} preview={preview} />
      </Section>
      <NotImported
        label={text.rejectedAhead}
        groups={preview.rejected}
        rejected={preview.badRows}
        silent={preview.silentRows}
        rest={text.restAhead}
      />
    </div>
  )
}

function Becomes({ row: { mapping }, preview }: PreviewProps) {
  const average = perRow(preview)
  return (
    <>
      <b>{formatCount(preview.goodRows)}</b> of {countOf(preview.rows, 'row')} become <b>{countRecords(mapping.kind, preview.records)}</b>
      {mapping.kind === 'feedback' && ' in the inbox'}
      {average && `, ${average}`}.
    </>
  )
}

const aheadOf = ({ mapping }: ShownImport, preview: ImportPreview) =>
  [newAhead(preview), notImportedAhead(preview), preview.undated > 0 && undatedAhead(preview.undated, mapping)].filter(Boolean)

/** Where the columns push all else out of sight: what comes, and the way to bring it. */
export function ImportBar({ row, preview }: PreviewProps) {
  return (
    <div className="import-bar">
      <span className="small">
        {preview.problems[0] ?? `${countRecords(row.mapping.kind, preview.records - preview.alreadyThere)} to import`}
      </span>
      <Actions row={row} preview={preview} />
    </div>
  )
}

function Actions({ row, preview }: PreviewProps) {
  const mayImport = useMayAdminister()
  const start = useStart(row.id)
  const discard = useTakeBack(row.id)
  const go = useGo()
  if (!mayImport) return null
  const ready = preview.problems.length === 0 && preview.records > preview.alreadyThere
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
