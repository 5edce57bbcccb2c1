import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { plainTable, tableIn, useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { Link } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import { lookOf } from '../../ui/states.ts'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { When } from '../../ui/when.tsx'
import { CopyVerdicts } from './copy-verdicts.tsx'
import { type VerdictRow, verdictQueries } from './queries.ts'
import { verdictsText as text } from './text.ts'
import { VerdictPeek } from './verdict-peek.tsx'

const bestFirst: VerdictRow['state'][] = ['worked', 'did-not-work', 'harmed', 'inconclusive', 'not-enough-data', 'not-measured']

const columns: Column<VerdictRow>[] = [
  { id: 'key', header: 'Key', width: 80, wide: true, value: ({ key }) => key, cell: ({ key }) => <span className="key">{key}</span> },
  { id: 'bet', header: 'Bet', main: true, value: ({ betTitle }) => betTitle, cell: ({ betTitle }) => betTitle },
  {
    id: 'state',
    header: 'Verdict',
    width: 150,
    value: ({ state }) => state,
    group: { words: ({ state }) => lookOf(state).word, order: ({ state }) => bestFirst.indexOf(state) },
    cell: ({ state }) => <StateChip state={state} />,
  },
  {
    id: 'sentence',
    header: 'In words',
    width: 300,
    long: true,
    wide: true,
    cell: ({ sentence }) => (
      <span className="soft" title={inReadersNumbers(sentence)}>
        {inReadersNumbers(sentence)}
      </span>
    ),
  },
  {
    id: 'final',
    header: 'Final',
    width: 100,
    wide: true,
    value: ({ final }) => Number(final),
    group: { words: ({ final }) => (final ? text.final : text.open) },
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

const peek: Peek<VerdictRow> = {
  title: ({ key, betTitle }) => `${key} ${betTitle}`,
  content: ({ key }) => <VerdictPeek verdictKey={key} />,
}

/** What came out, the newest first. */
export function VerdictsPage() {
  const [view, setView] = useView(plainTable)
  const { rows } = useSuspenseQuery(verdictQueries.list(useApi())).data
  return (
    <RoomPage title={text.title} chips={rows.length > 0 && <SavedViews list="verdicts" />} lead={text.lead}>
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
          label={text.title}
          rows={rows}
          rowId={({ id }) => id}
          columns={columns}
          href={({ key }) => `/verdicts/${key}`}
          {...tableIn(view, setView)}
          peek={peek}
          bulk={(chosen, clear) => <CopyVerdicts verdicts={chosen} onDone={clear} />}
        />
      )}
    </RoomPage>
  )
}
