import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { problemStates } from '#domain/customer/problem-states.ts'
import { useApi, useMayMake, useMe } from '../../shell/session.tsx'
import { plainTable, tableIn, useView } from '../../shell/view.ts'
import { SavedViews } from '../../shell/views/saved-views.tsx'
import { Button } from '../../ui/button.tsx'
import { ChipButton, StateChip } from '../../ui/chip.tsx'
import { EmptyRoom } from '../../ui/empty-room.tsx'
import { countOf, formatMoney } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { RoomPage } from '../../ui/page.tsx'
import { lookOf } from '../../ui/states.ts'
import { StrengthBar } from '../../ui/strength-bar.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-model.ts'
import type { Peek } from '../../ui/table-peek.tsx'
import { NewProblemDialog } from './new-problem-dialog.tsx'
import { ProblemBulk, useMoveProblems } from './problem-bulk.tsx'
import { ProblemPeek } from './problem-peek.tsx'
import './problems.css'
import { type ProblemRow, problemQueries } from './queries.ts'
import { moveWords, problemsText as text } from './text.ts'
import { type TreeLine, treeLines } from './tree.ts'

type Row = TreeLine<ProblemRow>

const strongerFirst = (a: ProblemRow, b: ProblemRow) => b.strength.score - a.strength.score

/** Groups would tear the tree apart. */
const flatLines = (rows: ProblemRow[]): Row[] => rows.toSorted(strongerFirst).map((problem) => ({ problem, depth: 0 }))

const columns: Column<Row>[] = [
  { id: 'key', header: 'Key', width: 84, wide: true, cell: ({ problem }) => <span className="key">{problem.key}</span> },
  {
    id: 'title',
    header: 'Problem',
    main: true,
    cell: ({ problem, depth }) => (
      <span className="problem-title" style={{ paddingLeft: depth * 20 }}>
        {depth > 0 && <span className="problem-branch" aria-hidden="true" />}
        {problem.title}
      </span>
    ),
  },
  {
    id: 'strength',
    header: 'Evidence',
    width: 130,
    value: ({ problem }) => problem.strength.score,
    group: { words: ({ problem }) => `${problem.strength.level} evidence`, order: ({ problem }) => -problem.strength.bars },
    cell: ({ problem: { strength } }) => <StrengthBar level={strength.bars} word={strength.level} />,
  },
  {
    id: 'sources',
    header: 'Sources',
    width: 110,
    wide: true,
    align: 'right',
    value: ({ problem }) => problem.strength.supporting,
    cell: ({ problem }) => <Sources {...problem.strength} />,
  },
  {
    id: 'revenue',
    header: 'At stake',
    width: 110,
    wide: true,
    align: 'right',
    value: ({ problem }) => problem.strength.revenue,
    cell: ({ problem }) => <AtStake revenue={problem.strength.revenue} />,
  },
  {
    id: 'state',
    header: 'State',
    width: 120,
    wide: true,
    value: ({ problem }) => problemStates.indexOf(problem.state),
    group: { words: ({ problem }) => lookOf(problem.state).word, order: ({ problem }) => problemStates.indexOf(problem.state) },
    cell: ({ problem }) => <StateChip state={problem.state} />,
  },
  {
    id: 'missing',
    header: 'Not said yet',
    width: 200,
    wide: true,
    hidden: true,
    cell: ({ problem }) => <span className="soft">{problem.missing.join(', ')}</span>,
  },
]

/** As beside the record: those that support it, and apart from them those that contradict. */
function Sources({ supporting, contradicting }: ProblemRow['strength']) {
  if (contradicting === 0) return supporting
  return (
    <>
      <span className="faint">{text.against(contradicting)}</span> {supporting}
    </>
  )
}

function AtStake({ revenue }: { revenue: number }) {
  const { currency } = useMe().workspace
  return revenue > 0 ? formatMoney(revenue, currency) : <span className="faint">–</span>
}

const peek: Peek<Row> = {
  title: ({ problem: { key, title } }) => `${key} ${title}`,
  content: ({ problem }) => <ProblemPeek problem={problem} />,
}

const view0 = { state: '', ...plainTable, new: '' }

/** All problems as a tree, with how sure we are of each. */
export function ProblemsPage() {
  const { rows } = useSuspenseQuery(problemQueries.list(useApi())).data
  const [view, setView] = useView(view0)
  const mayMake = useMayMake()
  const isEmpty = rows.length === 0
  const create = mayMake && (
    <Button kind="main" icon="add" onClick={() => setView({ new: '1' })}>
      {text.create}
    </Button>
  )
  return (
    <RoomPage
      title={text.title}
      chips={!isEmpty && <SavedViews list="problems" />}
      lead={text.lead}
      note={!isEmpty && countOf(rows.length, 'problem')}
      actions={!isEmpty && create}
    >
      {isEmpty ? <NoProblems create={create} /> : <ProblemList rows={rows} view={view} setView={setView} />}
      {view.new && mayMake && <NewProblemDialog onClose={() => setView({ new: '' })} />}
    </RoomPage>
  )
}

function NoProblems({ create }: { create: ReactNode }) {
  return (
    <EmptyRoom
      icon="problem"
      title={text.none}
      why={text.noneWhy}
      action={
        <>
          {create}
          <Link to="/inbox" className="button">
            {text.inbox}
          </Link>
        </>
      }
      lesson={{ href: '/learn/three-hats/02-request-or-need', title: text.lesson }}
    />
  )
}

type ProblemListProps = { rows: ProblemRow[]; view: typeof view0; setView: (changes: Partial<typeof view0>) => void }

function ProblemList({ rows, view, setView }: ProblemListProps) {
  const mayMake = useMayMake()
  const move = useMoveProblems()
  const shown = rows.filter(({ state }) => !view.state || state === view.state)
  const solve = ({ problem }: Row) => problem.state !== 'solved' && move.mutate({ rows: [problem], given: 'solved' })
  return (
    <>
      <StateFilter rows={rows} state={view.state} onChange={(state) => setView({ state })} />
      <Table
        label={text.title}
        rows={view.group ? flatLines(shown) : treeLines(shown, strongerFirst)}
        rowId={({ problem }) => problem.id}
        columns={columns}
        href={({ problem }) => `/problems/${problem.key}`}
        {...tableIn(view, setView)}
        peek={peek}
        done={mayMake ? { label: moveWords.solved, run: solve } : undefined}
        bulk={mayMake ? (chosen, clear) => <ProblemBulk problems={chosen.map(({ problem }) => problem)} onDone={clear} /> : undefined}
        empty={<p className="soft">{text.noneOfState}</p>}
      />
    </>
  )
}

type StateFilterProps = { rows: ProblemRow[]; state: string; onChange: (state: string) => void }

function StateFilter({ rows, state, onChange }: StateFilterProps) {
  const counted = problemStates.map((one) => ({ one, count: rows.filter((row) => row.state === one).length }))
  return (
    <fieldset className="row problem-states" aria-label="State">
      {counted
        .filter(({ one, count }) => count > 0 || one === state)
        .map(({ one, count }) => (
          <ChipButton key={one} pressed={one === state} icon={lookOf(one).icon} onClick={() => onChange(one === state ? '' : one)}>
            {lookOf(one).word} {count}
          </ChipButton>
        ))}
    </fieldset>
  )
}
