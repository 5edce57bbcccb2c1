import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../shell/session.tsx'
import { Chip } from '../ui/chip.tsx'
import { Link } from '../ui/link.tsx'
import { RoomPage } from '../ui/page.tsx'
import { Progress } from '../ui/progress.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import './import.css'
import { ImportBar, ImportPreviewPart } from './import-preview.tsx'
import { ImportReport } from './import-report.tsx'
import { MappingPart } from './mapping-part.tsx'
import { importQueries, type ShownImport } from './queries.ts'
import { importText as text } from './text.ts'

/** One import from the first look at the file to its report. */
export function OneImportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const row = useSuspenseQuery(importQueries.one(useApi(), id)).data
  return (
    <RoomPage title={row.fileName} chips={<Chip>{text.states[row.state]}</Chip>} actions={<AllImports />}>
      {row.state === 'preview' && <Review row={row} />}
      {row.state === 'running' && <Running row={row} />}
      {['finished', 'failed', 'undone'].includes(row.state) && <ImportReport row={row} />}
    </RoomPage>
  )
}

function AllImports() {
  return (
    <Link to="/import" className="text-link small">
      {text.all}
    </Link>
  )
}

function Review({ row }: { row: ShownImport }) {
  const { data: preview } = useQuery(importQueries.preview(useApi(), row.id))
  return (
    <>
      <div className="import-review">
        <MappingPart row={row} undated={preview?.undated ?? 0} />
        {preview ? <ImportPreviewPart row={row} preview={preview} /> : <Skeleton lines={8} />}
      </div>
      {preview && <ImportBar row={row} preview={preview} />}
    </>
  )
}

function Running({ row }: { row: ShownImport }) {
  return (
    <div className="import-running">
      <Progress label={text.importing} done={row.done} total={row.total} noun="rows" />
      <p className="faint">{text.keepsRunning}</p>
    </div>
  )
}
