import { useMayAdminister } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { countOf, formatCount } from '../ui/format.ts'
import { useGo } from '../ui/link.tsx'
import { Section } from '../ui/page.tsx'
import { factsOf, nameOf } from './draft-words.ts'
import { type ImportPreview, type ShownImport, useStart, useTakeBack } from './queries.ts'
import { importText as text, undatedAhead } from './text.ts'

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
        <Actions row={row} preview={preview} />
        <GoodRows row={row} preview={preview} />
      </Section>
      {preview.bad.length > 0 && <BadRows preview={preview} />}
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

function GoodRows({ row, preview }: PreviewProps) {
  return (
    <ol className="import-good">
      {preview.good.flatMap(({ line, drafts }) =>
        drafts.slice(0, 3).map((draft, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one row never change places
          <li key={`${line} ${i}`}>
            <span className="key">{line}</span>
            <div>
              <p className="import-words">{nameOf(draft)}</p>
              <p className="faint small">{factsOf(draft, row.mapping.undatedDay).join(' · ')}</p>
            </div>
          </li>
        )),
      )}
    </ol>
  )
}

function BadRows({ preview }: { preview: ImportPreview }) {
  return (
    <Section label={text.rejected} more={formatCount(preview.badRows)}>
      <ul className="import-reasons">
        {preview.reasons.slice(0, 8).map(({ reason, count }) => (
          <li key={reason}>
            <b className="number">{formatCount(count)}</b> {reason}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse, this is how a wide table is scrolled */}
      <section className="import-scroll" aria-label={text.rejectedLines} tabIndex={0}>
        <table className="import-bad">
          <thead>
            <tr>
              <th>{text.line}</th>
              <th>{text.reason}</th>
              <th>{text.cells}</th>
            </tr>
          </thead>
          <tbody>
            {preview.bad.map(({ line, reason, cells }) => (
              <tr key={`${line} ${reason}`}>
                <td className="key">{line}</td>
                <td>{reason}</td>
                <td className="faint clip">{cells.filter(Boolean).join(' · ').slice(0, 200)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
