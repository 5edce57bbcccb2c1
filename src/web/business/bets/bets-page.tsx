import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { useView } from '../../shell/view.ts'
import { Button } from '../../ui/button.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import { EvidenceChip, GapChips } from './bet-chips.tsx'
import './bets.css'
import { NewBetDialog } from './new-bet-dialog.tsx'
import { type BetRow, betQueries } from './queries.ts'
import { horizonWords, betsText as text } from './text.ts'

const horizonOrder = ['now', 'next', 'later']

const columns: Column<BetRow>[] = [
  { id: 'key', header: 'Key', width: 68, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  { id: 'title', header: 'Bet', main: true, value: ({ title }) => title, cell: ({ title }) => title },
  { id: 'state', header: 'State', width: 120, value: ({ state }) => state, cell: ({ state }) => <StateChip state={state} /> },
  {
    id: 'horizon',
    header: 'Horizon',
    width: 116,
    wide: true,
    value: ({ horizon }) => horizonOrder.indexOf(horizon),
    cell: ({ horizon, quarter }) => (
      <span className="soft">{quarter ? `${horizonWords[horizon]}, ${quarter.replace('-', ' ')}` : horizonWords[horizon]}</span>
    ),
  },
  {
    id: 'evidence',
    header: 'Evidence',
    width: 100,
    wide: true,
    value: ({ evidence }) => evidence.bars,
    cell: (bet) => <EvidenceChip evidence={bet.evidence} short />,
  },
  {
    id: 'gaps',
    header: 'Gaps',
    width: 196,
    wide: true,
    value: ({ gaps }) => gaps.length,
    cell: ({ gaps }) => (
      <span className="bet-gaps">
        <GapChips gaps={gaps} most={1} />
      </span>
    ),
  },
  {
    id: 'verdict',
    header: 'Verdict',
    wide: true,
    width: 156,
    value: ({ verdict }) => verdict?.state,
    cell: ({ verdict }) => verdict && <StateChip state={verdict.state} />,
  },
]

const shownStates = { open: ['idea', 'considering', 'committed', 'building'], over: ['launched', 'learned', 'dropped'] }
const isShown = ({ state }: BetRow, shown: string) => shown === 'all' || shownStates[shown as 'open' | 'over']?.includes(state)
const defaults = { show: 'all', sort: '', new: '', problem: '' }

/** All bets in a list. */
export function BetsPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(betQueries.list(useApi())).data
  const mayMake = useMayMake()
  const create = mayMake && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage
      title={text.title}
      lead={text.lead}
      actions={
        <>
          <Segments
            label="Which bets"
            value={view.show}
            onChange={(show) => setView({ show })}
            options={(['all', 'open', 'over'] as const).map((value) => ({ value, label: text[value] }))}
          />
          {rows.length > 0 && create}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyRoom icon="bet" title={text.none} why={text.noneWhy} action={create} lesson={{ href: '/learn', title: text.lesson }} />
      ) : (
        <Table
          name="bets"
          label={text.title}
          rows={rows.filter((bet) => isShown(bet, view.show))}
          rowId={({ id }) => id}
          columns={columns}
          href={({ key }) => `/bets/${key}`}
          sort={view.sort}
          onSort={(sort) => setView({ sort })}
          empty="No bet is in this state."
        />
      )}
      {view.new && mayMake && <NewBetDialog problemKey={view.problem} onClose={() => setView({ new: '', problem: '' })} />}
    </RoomPage>
  )
}
