import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi, useMayAdminister } from '../shell/session.tsx'
import { settingsQueries } from '../shell/settings/queries.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { countOf, formatCount, formatTime } from '../ui/format.ts'
import { Link } from '../ui/link.tsx'
import { complain, say } from '../ui/toast.ts'
import { downloadRejected, importQueries, type ShownImport, useStart, useTakeBack } from './queries.ts'
import { NotImported } from './rejected-rows.tsx'
import { importText as text, undatedWords, whatStands } from './text.ts'

/** What became of every row, and the ways back. */
export function ImportReport({ row }: { row: ShownImport }) {
  const mayImport = useMayAdminister()
  return (
    <div className="stack">
      {row.state === 'undone' ? <TakenBack row={row} /> : <Made row={row} />}
      {row.problem && row.state === 'failed' && <p className="import-problem">{row.problem}</p>}
      <div className="row">
        {row.state === 'failed' && mayImport && <Resume row={row} />}
        {row.state !== 'undone' && row.imported > 0 && <Look row={row} />}
        {row.rejected > 0 && <Download row={row} />}
        {row.state !== 'undone' && row.imported > 0 && mayImport && <Undo row={row} />}
        <Link to="/import" className="button">
          {text.again}
        </Link>
      </div>
      {row.rejected > 0 && <Rejected row={row} />}
    </div>
  )
}

function Rejected({ row }: { row: ShownImport }) {
  const { data } = useQuery(importQueries.rejections(useApi(), row))
  return data && <NotImported label={text.rejected} groups={data.groups} rejected={row.rejected} silent={row.silent} rest={text.rest} />
}

function Made({ row }: { row: ShownImport }) {
  return (
    <>
      <dl className="import-numbers">
        <Count label="rows read" value={row.done} />
        <Count label="records made" value={row.imported} />
        {row.silent > 0 && <Count label="rows left out: nothing was said" value={row.silent} />}
        <Count label="rows rejected" value={row.rejected - row.silent} />
        <Count label="there already" value={row.alreadyThere} />
      </dl>
      {row.undated > 0 && <p className="soft">{undatedWords(row)}</p>}
    </>
  )
}

/** That nothing stands any more, since when, and who said so. */
function TakenBack({ row: { undoneAt, undoneBy, undone } }: { row: ShownImport }) {
  const by = useQuery(settingsQueries.members(useApi())).data?.rows.find(({ id }) => id === undoneBy)?.name
  return (
    <>
      <p role="status">
        {text.undone} {undoneAt && formatTime(undoneAt)}
        {by && ` by ${by}`}. {undone && whatStands(undone)}
      </p>
      {undone && (
        <dl className="import-numbers">
          <Count label="records removed" value={undone.removed} />
          {undone.archived > 0 && <Count label="in the archive" value={undone.archived} />}
          {undone.kept > 0 && <Count label="customers kept" value={undone.kept} />}
          {undone.putBack > 0 && <Count label="customers put back" value={undone.putBack} />}
        </dl>
      )}
    </>
  )
}

const places = { feedback: '/inbox', accounts: '/customers', contacts: '/customers?show=people', events: '/outcomes/events' }

/** To what this import brought. */
function Look({ row: { id, mapping } }: { row: ShownImport }) {
  const place = places[mapping.kind]
  return (
    <Link to={mapping.kind === 'feedback' ? `${place}?import=${id}&state=all` : place} className="button main">
      {text.places[mapping.kind]}
    </Link>
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
