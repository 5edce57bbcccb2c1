import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip, StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { dayOf, formatDay } from '../../ui/format.ts'
import { RoomPage, Section } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { Calibration } from './calibration.tsx'
import { DecisionPeek } from './decision-peek.tsx'
import './decisions.css'
import { NewDecisionDialog } from './new-decision-dialog.tsx'
import { type DecisionRow, decisionQueries } from './queries.ts'
import { decisionsText as text } from './text.ts'

const isOverdue = ({ state, decideBy }: DecisionRow) => state === 'open' && decideBy !== null && decideBy < dayOf(new Date())
const chosenTitle = ({ options, chosenOption }: DecisionRow) => options.find(({ id }) => id === chosenOption)?.title

const keyColumn: Column<DecisionRow> = {
  id: 'key',
  header: 'Key',
  width: 80,
  wide: true,
  value: ({ key }) => key,
  cell: ({ key }) => <span className="key">{key}</span>,
}
const question: Column<DecisionRow> = {
  id: 'question',
  header: 'Question',
  main: true,
  value: (row) => row.question,
  cell: (row) => row.question,
}
const openColumns: Column<DecisionRow>[] = [
  keyColumn,
  question,
  {
    id: 'door',
    header: 'Door',
    width: 130,
    wide: true,
    value: ({ reversible }) => Number(reversible),
    cell: ({ reversible }) => <span className="soft">{reversible ? text.twoWay : text.oneWay}</span>,
  },
  {
    id: 'heard',
    header: 'Heard',
    width: 80,
    wide: true,
    align: 'right',
    value: ({ heard }) => heard.length,
    cell: ({ heard }) => `${heard.filter(({ position }) => position !== 'not-asked').length} of ${heard.length}`,
  },
  {
    id: 'decideBy',
    header: 'Decide by',
    width: 170,
    value: ({ decideBy }) => decideBy,
    cell: (row) => <DecideBy row={row} />,
  },
]
const decidedColumns: Column<DecisionRow>[] = [
  keyColumn,
  question,
  {
    id: 'chosen',
    header: 'Chosen',
    width: 260,
    wide: true,
    value: chosenTitle,
    cell: (row) => <span className="soft">{chosenTitle(row)}</span>,
  },
  { id: 'state', header: 'State', width: 110, cell: ({ state }) => <StateChip state={state} /> },
  {
    id: 'decidedAt',
    header: 'Decided',
    width: 100,
    wide: true,
    value: ({ decidedAt }) => decidedAt,
    cell: ({ decidedAt }) => decidedAt && formatDay(decidedAt),
  },
]

function DecideBy({ row }: { row: DecisionRow }) {
  return (
    <span className="decide-by">
      {row.decideBy ? formatDay(row.decideBy) : <span className="faint">{text.noDate}</span>}
      {isOverdue(row) && (
        <Chip tone="bad" icon="clock">
          {text.overdue}
        </Chip>
      )}
    </span>
  )
}

const peek: Peek<DecisionRow> = {
  title: ({ key, question: asked }) => `${key} ${asked}`,
  content: ({ key }) => <DecisionPeek decisionKey={key} />,
}

const defaults = { new: '', open: 'decideBy', openColumns: '', decided: '-decidedAt', decidedColumns: '' }

/** What waits to be decided, what was decided, and how well we foresee. */
export function DecisionsPage() {
  const [view, setView] = useView(defaults)
  const { rows } = useSuspenseQuery(decisionQueries.list(useApi())).data
  const mayMake = useMayMake()
  const create = mayMake && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage
      title={text.title}
      chips={rows.length > 0 && <SavedViews list="decisions" />}
      lead={text.lead}
      actions={rows.length > 0 && create}
    >
      {rows.length === 0 ? (
        <EmptyRoom
          icon="decision"
          title={text.none}
          why={text.noneWhy}
          action={create}
          lesson={{ href: text.lessonHref, title: text.lesson }}
        />
      ) : (
        <DecisionLists rows={rows} view={view} setView={setView} mayMake={mayMake} />
      )}
      {view.new && mayMake && <NewDecisionDialog onClose={() => setView({ new: '' })} />}
    </RoomPage>
  )
}

type DecisionListsProps = {
  rows: DecisionRow[]
  view: typeof defaults
  setView: (changes: Partial<typeof defaults>) => void
  mayMake: boolean
}

function DecisionLists({ rows, view, setView, mayMake }: DecisionListsProps) {
  const open = rows.filter(({ state }) => state === 'open')
  const decided = rows.filter(({ state }) => state === 'decided')
  const [focused, setFocused] = useState<DecisionRow['state']>('open')
  const inFront = open.length === 0 ? 'decided' : decided.length === 0 ? 'open' : focused
  const href = ({ key }: DecisionRow) => `/decisions/${key}`
  const rowId = ({ id }: DecisionRow) => id
  const archive = (chosen: DecisionRow[], clear: () => void) => (
    <ArchiveRows kind="decision" room="decisions" rows={chosen} onDone={clear} />
  )
  const lists = { rowId, href, peek, bulk: mayMake ? archive : undefined }
  return (
    <>
      <Section label={text.open} more={String(open.length)}>
        <Table
          label={text.open}
          rows={open}
          columns={openColumns}
          sort={view.open}
          onSort={(open) => setView({ open })}
          shown={view.openColumns}
          onShown={(openColumns) => setView({ openColumns })}
          {...lists}
          empty={text.noOpen}
          keys={inFront === 'open'}
          onFocus={() => setFocused('open')}
        />
      </Section>
      <Section label={text.decided} more={String(decided.length)}>
        <Table
          label={text.decided}
          rows={decided}
          columns={decidedColumns}
          sort={view.decided}
          onSort={(decided) => setView({ decided })}
          shown={view.decidedColumns}
          onShown={(decidedColumns) => setView({ decidedColumns })}
          {...lists}
          empty={text.noDecided}
          keys={inFront === 'decided'}
          onFocus={() => setFocused('decided')}
        />
      </Section>
      <Calibration />
    </>
  )
}
