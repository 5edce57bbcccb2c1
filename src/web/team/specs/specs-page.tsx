import { useSuspenseQuery } from '@tanstack/react-query'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { useView } from '../../shell/view.ts'
import { Button } from '../../ui/button.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { formatAgo } from '../../ui/format.ts'
import { RoomPage } from '../../ui/page.tsx'
import { ShareBar } from '../../ui/progress.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { NewSpecDialog } from './new-spec-dialog.tsx'
import { type SpecRow, specQueries } from './queries.ts'
import { SpecPeek } from './spec-peek.tsx'
import './specs.css'
import { specsText as text } from './text.ts'

const columns: Column<SpecRow>[] = [
  { id: 'key', header: 'Key', width: 90, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  { id: 'title', header: 'Spec', main: true, value: ({ title }) => title, cell: ({ title }) => title },
  { id: 'state', header: 'State', width: 120, value: ({ state }) => state, cell: ({ state }) => <StateChip state={state} /> },
  {
    id: 'readiness',
    header: 'Ready',
    width: 150,
    wide: true,
    value: ({ readiness }) => readiness.done / readiness.of,
    cell: ({ title, readiness: { done, of } }) => (
      <span className="spec-ready">
        <ShareBar share={done / of} label={`How ready ${title} is`} />
        <span className="faint small">{`${done} of ${of}`}</span>
      </span>
    ),
  },
  {
    id: 'missing',
    header: 'Missing first',
    width: 240,
    long: true,
    wide: true,
    cell: ({ readiness: { missing } }) => (
      <span className="soft" title={missing[0]?.sentence}>
        {missing[0]?.sentence}
      </span>
    ),
  },
  {
    id: 'bet',
    header: 'Bet',
    width: 90,
    wide: true,
    value: ({ bet }) => bet?.key,
    cell: ({ bet }) => (bet ? <span className="key">{bet.key}</span> : <span className="faint">no bet</span>),
  },
  {
    id: 'changed',
    header: 'Changed',
    width: 110,
    wide: true,
    value: ({ updatedAt }) => updatedAt,
    cell: ({ updatedAt }) => <span className="faint">{formatAgo(updatedAt)}</span>,
  },
]

const peek: Peek<SpecRow> = { title: ({ key, title }) => `${key} ${title}`, content: ({ key }) => <SpecPeek specKey={key} /> }

const defaults = { sort: '', new: '' }

/** All specs, each with how ready it is. */
export function SpecsPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(specQueries.list(useApi())).data
  const mayMake = useMayMake()
  const create = mayMake && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage title={text.title} lead={text.lead} actions={rows.length > 0 && create}>
      {rows.length === 0 ? (
        <EmptyRoom
          icon="spec"
          title={text.none}
          why={text.noneWhy}
          action={create}
          lesson={{ href: text.lessonHref, title: text.lesson }}
        />
      ) : (
        <Table
          name="specs"
          label={text.title}
          rows={rows}
          rowId={({ id }) => id}
          columns={columns}
          href={({ key }) => `/specs/${key}`}
          sort={view.sort}
          onSort={(sort) => setView({ sort })}
          peek={peek}
          bulk={mayMake ? (chosen, clear) => <ArchiveRows kind="spec" room="specs" rows={chosen} onDone={clear} /> : undefined}
        />
      )}
      {view.new && mayMake && <NewSpecDialog onClose={() => setView({ new: '' })} />}
    </RoomPage>
  )
}
