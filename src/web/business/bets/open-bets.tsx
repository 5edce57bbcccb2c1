import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../shell/session.tsx'
import { type plainTable, tableIn } from '../../shell/view.ts'
import { Table } from '../../ui/table.tsx'
import { BetBulk } from './bet-bulk.tsx'
import { betPeek, comparedColumns, type ScoredRow } from './bet-columns.tsx'
import { type BetRow, betQueries, type ScoresAsked } from './queries.ts'
import { ScoreStrip, type ScoreView } from './score-strip.tsx'
import { SideBySide } from './side-by-side.tsx'
import { betsText as text } from './text.ts'

type OpenView = ScoreView & typeof plainTable & { compare: string }
type OpenBetsProps = { bets: BetRow[]; view: OpenView; setView: (changes: Partial<OpenView>) => void }

const askedBy = ({ by, capacity }: ScoreView): ScoresAsked => ({
  ...(by === 'ice' ? { method: 'ice' } : {}),
  ...(Number(capacity) > 0 ? { capacity } : {}),
})

/** The bets there are to choose from, with what is known of how they compare. */
export function OpenBets({ bets, view, setView }: OpenBetsProps) {
  const asked = askedBy(view)
  const { data: scores } = useQuery(betQueries.scores(useApi(), asked))
  const columns = useMemo(() => comparedColumns(scores), [scores])
  const rows = useMemo(() => withScores(bets, scores?.rows), [bets, scores])
  return (
    <>
      {scores && <ScoreStrip key={view.capacity} scores={scores} view={view} onChange={setView} />}
      <Table
        key={scores?.capacity ? 'plan' : 'open'}
        label={text.title}
        rows={rows}
        rowId={({ id }) => id}
        columns={columns}
        href={({ key }) => `/bets/${key}`}
        {...tableIn(view, setView)}
        peek={betPeek}
        bulk={(chosen, clear) => <BetBulk bets={chosen} onDone={clear} onCompare={(compare) => setView({ compare })} />}
        empty={text.noneSuch}
      />
      {view.compare && <SideBySide keys={view.compare} asked={asked} onClose={() => setView({ compare: '' })} />}
    </>
  )
}

function withScores(bets: BetRow[], scores: NonNullable<ScoredRow['score']>[] = []): ScoredRow[] {
  const byId = new Map(scores.map((score) => [score.id, score]))
  return bets.map((bet) => ({ ...bet, score: byId.get(bet.id) }))
}
