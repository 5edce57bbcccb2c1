import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { comparedColumns, type ScoredRow } from './bet-columns.tsx'
import { type BetRow, betQueries, type ScoresAsked } from './queries.ts'
import { ScoreStrip, type ScoreView } from './score-strip.tsx'
import { SideBySide } from './side-by-side.tsx'
import { betsText as text } from './text.ts'

const MOST_COMPARED = 5

type OpenView = ScoreView & { sort: string; compare: string }
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
        name={scores?.capacity ? 'bets-plan' : 'bets-open'}
        label={text.title}
        rows={rows}
        rowId={({ id }) => id}
        columns={columns}
        href={({ key }) => `/bets/${key}`}
        sort={view.sort}
        onSort={(sort) => setView({ sort })}
        bulk={(chosen) => <CompareButton chosen={chosen} onCompare={(compare) => setView({ compare })} />}
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

function CompareButton({ chosen, onCompare }: { chosen: ScoredRow[]; onCompare: (keys: string) => void }) {
  const scored = chosen.filter(({ score }) => score)
  const isComparable = scored.length >= 2 && scored.length <= MOST_COMPARED
  return (
    <>
      {!isComparable && <span className="small">{text.compareWhich(MOST_COMPARED)}</span>}
      <Button kind="main" size="small" disabled={!isComparable} onClick={() => onCompare(scored.map(({ key }) => key).join(','))}>
        {text.compare}
      </Button>
    </>
  )
}
