import { read } from '#client/api.ts'
import { type Horizon, horizons, isOpenBet } from '#domain/business/bet-states.ts'
import { ArchiveRows } from '../../shell/record/archive-rows.tsx'
import { useTogether } from '../../shell/record/together.ts'
import { useApi, useMayMake } from '../../shell/session.tsx'
import { BulkAction, BulkMenu } from '../../ui/bulk.tsx'
import { countOf } from '../../ui/format.ts'
import type { ScoredRow } from './bet-columns.tsx'
import { horizonWords, betsText as text } from './text.ts'

const MOST_COMPARED = 5
const keysOf: Record<Horizon, string> = { now: 'h 1', next: 'h 2', later: 'h 3' }

type BetBulkProps = { bets: ScoredRow[]; onDone: () => void; onCompare?: (keys: string) => void }

/** What can be done with all bets that are selected. */
export function BetBulk({ bets, onDone, onCompare }: BetBulkProps) {
  const mayMake = useMayMake()
  return (
    <>
      {onCompare && <CompareAction bets={bets} onCompare={onCompare} />}
      {mayMake && bets.some(isOpenBet) && <HorizonMenu bets={bets.filter(isOpenBet)} onDone={onDone} />}
      {mayMake && <ArchiveRows kind="bet" room="bets" rows={bets} onDone={onDone} />}
    </>
  )
}

function CompareAction({ bets, onCompare }: { bets: ScoredRow[]; onCompare: (keys: string) => void }) {
  const scored = bets.filter(({ score }) => score)
  const isComparable = scored.length >= 2 && scored.length <= MOST_COMPARED
  return (
    <>
      {!isComparable && <span className="small">{text.compareWhich(MOST_COMPARED)}</span>}
      <BulkAction
        keys="="
        label={`${text.compare} ${countOf(scored.length, 'bet')}`}
        disabled={!isComparable}
        run={() => onCompare(scored.map(({ key }) => key).join(','))}
      >
        {text.compare}
      </BulkAction>
    </>
  )
}

function HorizonMenu({ bets, onDone }: { bets: ScoredRow[]; onDone: () => void }) {
  const api = useApi()
  const placing = useTogether<ScoredRow, Horizon>({
    room: 'bets',
    deed: ({ id }, horizon) => read(api.bets[':id'].place.$put({ param: { id }, json: { horizon } })),
    said: (count, horizon) => `${countOf(count, 'bet')}: ${horizonWords[horizon]}`,
  })
  const choices = horizons.map((horizon) => ({
    keys: keysOf[horizon],
    words: horizonWords[horizon],
    label: `${countOf(bets.length, 'bet')}: ${text.horizon} ${horizonWords[horizon]}`,
    run: () => placing.mutate({ rows: bets.filter((bet) => bet.horizon !== horizon), given: horizon }, { onSuccess: onDone }),
  }))
  return (
    <BulkMenu choices={choices} busy={placing.isPending}>
      {text.horizon}…
    </BulkMenu>
  )
}
