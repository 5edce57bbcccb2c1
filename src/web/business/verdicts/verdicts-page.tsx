import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { useView } from '../../shell/view.ts'
import { StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { Link } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import { When } from '../../ui/when.tsx'
import { type VerdictRow, verdictQueries } from './queries.ts'
import { verdictsText as text } from './text.ts'

const columns: Column<VerdictRow>[] = [
  { id: 'key', header: 'Key', width: 80, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  { id: 'bet', header: 'Bet', main: true, value: ({ betTitle }) => betTitle, cell: ({ betTitle }) => betTitle },
  { id: 'state', header: 'Verdict', width: 150, value: ({ state }) => state, cell: ({ state }) => <StateChip state={state} /> },
  {
    id: 'sentence',
    header: 'In words',
    width: 300,
    long: true,
    wide: true,
    cell: ({ sentence }) => (
      <span className="soft" title={sentence}>
        {sentence}
      </span>
    ),
  },
  {
    id: 'final',
    header: 'Final',
    width: 100,
    wide: true,
    value: ({ final }) => Number(final),
    cell: ({ final }) => (final ? text.final : text.open),
  },
  {
    id: 'at',
    header: 'Computed',
    width: 110,
    wide: true,
    value: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <When at={createdAt} />,
  },
]

const defaults = { sort: '' }

/** What came out, the newest first. */
export function VerdictsPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(verdictQueries.list(useApi())).data
  return (
    <RoomPage title={text.title} lead={text.lead}>
      {rows.length === 0 ? (
        <EmptyRoom
          icon="verdict"
          title={text.none}
          why={text.noneWhy}
          action={
            <Link to="/bets" className="button main">
              {text.toBets}
            </Link>
          }
          lesson={{ href: '/learn/three-hats/06-read-the-number-twice', title: text.lesson }}
        />
      ) : (
        <Table
          name="verdicts"
          label={text.title}
          rows={rows}
          rowId={({ id }) => id}
          columns={columns}
          href={({ key }) => `/verdicts/${key}`}
          sort={view.sort}
          onSort={(sort) => setView({ sort })}
        />
      )}
    </RoomPage>
  )
}
