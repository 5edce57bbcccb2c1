import { useState } from 'react'
import { useApi, useMayAdminister } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { countOf, formatCount } from '../ui/format.ts'
import { Link } from '../ui/link.tsx'
import { complain, say } from '../ui/toast.ts'
import { downloadRejected, type ShownImport, useStart, useTakeBack } from './queries.ts'
import { importText as text } from './text.ts'

/** What became of every row, and the ways back. */
export function ImportReport({ row }: { row: ShownImport }) {
  const mayImport = useMayAdminister()
  return (
    <div className="stack">
      <dl className="import-numbers">
        <Count label="rows read" value={row.done} />
        <Count label="records made" value={row.imported} />
        <Count label="rows rejected" value={row.rejected} />
        <Count label="there already" value={row.alreadyThere} />
      </dl>
      {row.problem && <p className="import-problem">{row.problem}</p>}
      <div className="row">
        {row.state === 'failed' && mayImport && <Resume row={row} />}
        {row.rejected > 0 && <Download row={row} />}
        {row.state !== 'undone' && row.imported > 0 && mayImport && <Undo row={row} />}
        <Link to="/import" className="button">
          {text.again}
        </Link>
      </div>
    </div>
  )
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dd className="number">{formatCount(value)}</dd>
      <dt className="faint">{label}</dt>
    </div>
  )
}

function Download({ row }: { row: ShownImport }) {
  const api = useApi()
  return (
    <Button icon="download" onClick={() => void downloadRejected(api, row).catch(complain)}>
      {text.download}
    </Button>
  )
}

function Resume({ row }: { row: ShownImport }) {
  const start = useStart(row.id)
  return (
    <Button kind="main" busy={start.isPending} onClick={() => start.mutate()}>
      {text.resume}
    </Button>
  )
}

function Undo({ row }: { row: ShownImport }) {
  const [asking, setAsking] = useState(false)
  const takeBack = useTakeBack(row.id)
  const undo = () =>
    takeBack.mutate(undefined, {
      onSuccess: ({ removed, archived }) => {
        setAsking(false)
        say({
          text: `${countOf(removed, 'record')} removed.`,
          detail: archived > 0 ? `${countOf(archived, 'record')} that somebody had worked on went to the archive.` : undefined,
        })
      },
    })
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {text.undo}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={`${text.undo}?`}
        description={`Takes back ${countOf(row.imported, 'record')}. What somebody has worked on since is archived instead of removed. Possible for a day.`}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{text.keep}</Button>
            <Button kind="danger" busy={takeBack.isPending} onClick={undo}>
              {text.undo}
            </Button>
          </>
        }
      />
    </>
  )
}
