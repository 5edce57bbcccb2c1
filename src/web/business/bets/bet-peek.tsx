import { useSuspenseQuery } from '@tanstack/react-query'
import { RecordEvidence } from '../../shell/record/record-evidence.tsx'
import { useApi } from '../../shell/session.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { BetAssumptions } from './bet-assumptions.tsx'
import { GapChips } from './bet-chips.tsx'
import { BetEstimates } from './bet-estimates.tsx'
import { BetHypothesis } from './bet-hypothesis.tsx'
import { BetMetric } from './bet-metric.tsx'
import './bets.css'
import { betQueries } from './queries.ts'
import { betsText as text } from './text.ts'

const MOST_GAPS = 8

/** A bet from the side: the hypothesis, what it lacks, what we expect of it, and the customers' words behind it. */
export function BetPeek({ betKey }: { betKey: string }) {
  const bet = useSuspenseQuery(betQueries.one(useApi(), betKey)).data
  return (
    <>
      <p className="row">
        <StateChip state={bet.state} /> {bet.verdict && <StateChip state={bet.verdict.state} />}
      </p>
      <BetHypothesis bet={bet} />
      {bet.gaps.length > 0 && (
        <p className="row">
          <GapChips gaps={bet.gaps} most={MOST_GAPS} />
        </p>
      )}
      <BetMetric bet={bet} />
      <BetEstimates bet={bet} />
      <BetAssumptions bet={bet} />
      <RecordEvidence recordKey={bet.key} empty={bet.problems.length ? undefined : text.noProblem} />
    </>
  )
}
