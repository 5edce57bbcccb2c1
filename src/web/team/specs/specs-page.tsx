import { useSuspenseQuery } from '@tanstack/react-query'
import { specStates } from '#domain/team/spec-states.ts'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { plainTable, tableIn, useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { formatAgo } from '../../ui/format.ts'
import { RoomPage } from '../../ui/page.tsx'
import { ShareBar } from '../../ui/progress.tsx'
import { lookOf } from '../../ui/states.ts'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { NewSpecDialog } from './new-spec-dialog.tsx'
import { type SpecRow, specQueries } from './queries.ts'
import { SpecBulk, useReadySpecs } from './spec-bulk.tsx'
import { SpecPeek } from './spec-peek.tsx'
import './specs.css'
import { specsText as text } from './text.ts'

const columns: Column<SpecRow>[] = [
  { id: 'key', header: 'Key', width: 90, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  { id: 'title', header: 'Spec', main: true, value: ({ title }) => title, cell: ({ title }) => title },
  {
    id: 'state',
    header: 'State',
    width: 120,
    value: ({ state }) => state,
    group: { words: ({ state }) => lookOf(state).word, order: ({ state }) => specStates.indexOf(state) },
    cell: ({ state }) => <StateChip state={state} />,
  },
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
    group: { words: ({ bet }) => (bet ? `${bet.key} ${bet.title}` : 'no bet') },
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

const defaults = { ...plainTable, new: '', bet: '' }

/** All specs, each with how ready it is. */
export function SpecsPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(specQueries.list(useApi())).data
  const mayMake = useMayMake()
  const { makeReady } = useReadySpecs()
  const create = mayMake && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage
      title={text.title}
      chips={rows.length > 0 && <SavedViews list="specs" />}
      lead={text.lead}
      actions={rows.length > 0 && create}
    >
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
          label={text.title}
          rows={rows}
          rowId={({ id }) => id}
          columns={columns}
          href={({ key }) => `/specs/${key}`}
          {...tableIn(view, setView)}
          peek={peek}
          done={mayMake ? { label: text.ready, run: (spec) => makeReady([spec]) } : undefined}
          bulk={mayMake ? (chosen, clear) => <SpecBulk specs={chosen} onDone={clear} /> : undefined}
        />
      )}
      {view.new && mayMake && <NewSpecDialog betKey={view.bet} onClose={() => setView({ new: '', bet: '' })} />}
    </RoomPage>
  )
}
