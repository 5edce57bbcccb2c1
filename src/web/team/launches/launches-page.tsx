import { useSuspenseQuery } from '@tanstack/react-query'
import { launchStates } from '#domain/team/launch-states.ts'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { plainTable, tableIn, useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip, StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { countOf, formatDay } from '../../ui/format.ts'
import { RoomPage } from '../../ui/page.tsx'
import { lookOf } from '../../ui/states.ts'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { LaunchBulk, useFinishLaunches } from './launch-bulk.tsx'
import { LaunchPeek } from './launch-peek.tsx'
import './launches.css'
import { NewLaunchDialog } from './new-launch-dialog.tsx'
import { type LaunchRow, launchQueries } from './queries.ts'
import { launchVerbs, launchesText as text } from './text.ts'

const doneOf = ({ checklist }: LaunchRow) => checklist.filter(({ doneAt }) => doneAt).length

const columns: Column<LaunchRow>[] = [
  { id: 'key', header: 'Key', width: 100, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  { id: 'title', header: 'Launch', main: true, value: ({ title }) => title, cell: ({ title }) => title },
  {
    id: 'state',
    header: 'State',
    width: 130,
    value: ({ state }) => state,
    group: { words: ({ state }) => lookOf(state).word, order: ({ state }) => launchStates.indexOf(state) },
    cell: ({ state }) => <StateChip state={state} />,
  },
  {
    id: 'launchOn',
    header: text.launchOn,
    width: 100,
    value: ({ launchOn }) => launchOn,
    cell: ({ launchOn }) => (launchOn ? formatDay(launchOn) : <span className="faint">{text.noDate}</span>),
  },
  {
    id: 'checklist',
    header: text.checklist,
    width: 100,
    wide: true,
    value: (row) => (row.checklist.length ? doneOf(row) / row.checklist.length : null),
    cell: (row) => row.checklist.length > 0 && <span className="soft">{`${doneOf(row)} of ${row.checklist.length}`}</span>,
  },
  {
    id: 'gaps',
    header: 'Gaps',
    width: 110,
    wide: true,
    value: ({ gaps }) => gaps.length,
    cell: ({ gaps }) =>
      gaps.length > 0 && (
        <span title={gaps.join(' ')}>
          <Chip tone="unsure" icon="alert">
            {countOf(gaps.length, 'gap')}
          </Chip>
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
]

const peek: Peek<LaunchRow> = { title: ({ key, title }) => `${key} ${title}`, content: ({ key }) => <LaunchPeek launchKey={key} /> }

const defaults = { ...plainTable, new: '', bet: '', spec: '' }

/** All launches, the ones without a date first. */
export function LaunchesPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(launchQueries.list(useApi())).data
  const mayMake = useMayMake()
  const { finish } = useFinishLaunches()
  const create = mayMake && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage
      title={text.title}
      chips={rows.length > 0 && <SavedViews list="launches" />}
      lead={text.lead}
      actions={rows.length > 0 && create}
    >
      {rows.length === 0 ? (
        <EmptyRoom
          icon="launch"
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
          href={({ key }) => `/launches/${key}`}
          {...tableIn(view, setView)}
          peek={peek}
          done={mayMake ? { label: launchVerbs.launched, run: (launch) => finish([launch]) } : undefined}
          bulk={mayMake ? (chosen, clear) => <LaunchBulk launches={chosen} onDone={clear} /> : undefined}
        />
      )}
      {view.new && mayMake && (
        <NewLaunchDialog betKey={view.bet} specKey={view.spec} onClose={() => setView({ new: '', bet: '', spec: '' })} />
      )}
    </RoomPage>
  )
}
