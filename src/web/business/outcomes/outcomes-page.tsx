import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { plainTable, tableIn, useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { Link, useGo } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { MetricDialog } from './metric-dialog.tsx'
import { formatOf } from './metric-format.ts'
import { kindOptions } from './metric-kinds.ts'
import { MetricPeek } from './metric-peek.tsx'
import './outcomes.css'
import { type MetricRow, metricQueries } from './queries.ts'
import { outcomesText as text } from './text.ts'
import { wholePeriods } from './whole-periods.ts'

/** Every cell reads the one answer that holds all of them. */
function useSeries(id: string) {
  return useQuery(metricQueries.allSeries(useApi())).data?.rows.find((row) => row.id === id)?.points
}

function Shape({ metric: { id, name } }: { metric: MetricRow }) {
  const points = wholePeriods(useSeries(id) ?? [])
  return points.length > 0 && <Sparkline values={points.map(({ value }) => value)} label={`${name}, its shape over time`} />
}

function Latest({ metric: { id, definition } }: { metric: MetricRow }) {
  const points = useSeries(id)
  if (!points) return null
  const last = wholePeriods(points).findLast(({ value }) => value !== null)
  return <b>{last ? formatOf(definition)(last.value!) : '–'}</b>
}

const kindWord = ({ kind }: MetricRow['definition']) => kindOptions.find(({ value }) => value === kind)?.label.toLowerCase()

const columns: Column<MetricRow>[] = [
  { id: 'key', header: 'Key', width: 88, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  { id: 'name', header: 'Metric', main: true, value: ({ name }) => name, cell: ({ name }) => name },
  {
    id: 'star',
    header: 'Kind',
    width: 110,
    wide: true,
    group: { words: ({ definition }) => kindWord(definition) ?? '' },
    cell: ({ northStar, definition }) => (northStar ? <Chip icon="metric">{text.northStar}</Chip> : kindWord(definition)),
  },
  { id: 'latest', header: 'Latest', width: 72, align: 'right', cell: (metric) => <Latest metric={metric} /> },
  { id: 'shape', header: 'Shape', width: 116, cell: (metric) => <Shape metric={metric} /> },
  {
    id: 'words',
    header: 'In words',
    width: 250,
    long: true,
    wide: true,
    cell: ({ sentence }) => (
      <span className="soft" title={sentence}>
        {sentence}
      </span>
    ),
  },
  {
    id: 'direction',
    header: 'Better',
    width: 72,
    wide: true,
    cell: ({ direction }) => <span className="soft">{direction}</span>,
  },
]

const peek: Peek<MetricRow> = { title: ({ key, name }) => `${key} ${name}`, content: (metric) => <MetricPeek metric={metric} /> }

const defaults = { ...plainTable, new: '' }

/** The metrics, the north star first. */
export function OutcomesPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(metricQueries.list(useApi())).data
  const mayMake = useMayMake()
  const go = useGo()
  const create = mayMake && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage
      title={text.title}
      chips={rows.length > 0 && <SavedViews list="outcomes" />}
      lead={text.lead}
      actions={
        <>
          <Link to="/outcomes/events" className="button">
            {text.events}
          </Link>
          {rows.length > 0 && create}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyRoom
          icon="metric"
          title={text.none}
          why={text.noneWhy}
          action={create}
          lesson={{ href: '/learn/three-hats/05-success-defined-first', title: text.lesson }}
        />
      ) : (
        <Table
          label={text.title}
          rows={rows}
          rowId={({ id }) => id}
          columns={columns}
          href={({ key }) => `/outcomes/${key}`}
          {...tableIn(view, setView)}
          peek={peek}
          bulk={mayMake ? (chosen, clear) => <ArchiveRows kind="metric" room="metrics" rows={chosen} onDone={clear} /> : undefined}
        />
      )}
      {view.new && mayMake && (
        <MetricDialog onClose={() => setView({ new: '' })} onSaved={(key) => go(`/outcomes/${key}`, { replace: true })} />
      )}
    </RoomPage>
  )
}
