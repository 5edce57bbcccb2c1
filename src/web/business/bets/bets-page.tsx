import { useSuspenseQuery } from '@tanstack/react-query'
import { type BetState, isOpenBet } from '#domain/business/bet-states.ts'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { plainTable, tableIn, useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Table } from '../../ui/table.tsx'
import { BetBulk } from './bet-bulk.tsx'
import { betPeek, plainColumns } from './bet-columns.tsx'
import './bets.css'
import { NewBetDialog } from './new-bet-dialog.tsx'
import { OpenBets } from './open-bets.tsx'
import { type BetRow, betQueries } from './queries.ts'
import { betsText as text } from './text.ts'

const shown = { launched: ['launched'], over: ['learned', 'dropped'] } satisfies Record<string, BetState[]>
const isShown = ({ state }: BetRow, show: string) =>
  show === 'all' || (shown[show as keyof typeof shown] ?? []).some((one) => one === state)

const defaults = { show: 'open', ...plainTable, new: '', problem: '', by: 'rice', capacity: '', compare: '' }

/** All bets in a list; those that are open with how they compare. */
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
      chips={rows.length > 0 && <SavedViews list="bets" />}
      lead={text.lead}
      actions={
        <>
          <Segments
            label="Which bets"
            value={view.show}
            onChange={(show) => setView({ show, ...plainTable })}
            options={(['open', 'launched', 'over', 'all'] as const).map((value) => ({ value, label: text[value] }))}
          />
          {rows.length > 0 && create}
        </>
      }
    >
      {rows.length === 0 && (
        <EmptyRoom
          icon="bet"
          title={text.none}
          why={text.noneWhy}
          action={create}
          lesson={{ href: '/learn/what-a-pm-is-not/06-three-bets-three-horizons', title: text.lesson }}
        />
      )}
      {rows.length > 0 && view.show === 'open' && <OpenBets bets={rows.filter(isOpenBet)} view={view} setView={setView} />}
      {rows.length > 0 && view.show !== 'open' && (
        <Table
          key={view.show}
          label={text.title}
          rows={rows.filter((bet) => isShown(bet, view.show)).map((bet) => ({ ...bet, score: undefined }))}
          rowId={({ id }) => id}
          columns={plainColumns}
          href={({ key }) => `/bets/${key}`}
          {...tableIn(view, setView)}
          peek={betPeek}
          bulk={mayMake ? (chosen, clear) => <BetBulk bets={chosen} onDone={clear} /> : undefined}
          empty={text.noneSuch}
        />
      )}
      {view.new && mayMake && <NewBetDialog problemKey={view.problem} onClose={() => setView({ new: '', problem: '' })} />}
    </RoomPage>
  )
}
