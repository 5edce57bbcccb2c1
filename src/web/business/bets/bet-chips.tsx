import { Chip, StateChip } from '../../ui/chip.tsx'
import { formatDay } from '../../ui/format.ts'
import type { Tone } from '../../ui/states.ts'
import type { BetRow } from './queries.ts'
import { betsText as text } from './text.ts'

const tones: Record<BetRow['evidence']['level'], Tone> = { strong: 'good', some: 'plain', weak: 'unsure', none: 'unsure' }

/** How well the customers' words carry a bet. */
export function EvidenceChip({ evidence: { level }, short }: Pick<BetRow, 'evidence'> & { short?: boolean }) {
  const word = level === 'none' ? 'no' : level
  return (
    <Chip tone={tones[level]} icon={level === 'strong' ? 'check' : undefined}>
      {short ? level : `${word} evidence`}
    </Chip>
  )
}

/** What a bet still lacks; past `most`, the rest is counted. */
export function GapChips({ gaps, most = 3 }: Pick<BetRow, 'gaps'> & { most?: number }) {
  const rest = gaps.slice(most)
  return (
    <>
      {gaps.slice(0, most).map(({ sentence }) => (
        <Chip key={sentence} tone="unsure" icon="alert">
          {sentence}
        </Chip>
      ))}
      {rest.length > 0 && (
        <span className="faint small" title={rest.map(({ sentence }) => sentence).join(', ')}>
          {`${rest.length} more`}
        </span>
      )}
    </>
  )
}

/** What came out of a bet; of one that is out and not judged yet, when it will be. */
export function VerdictChip({ bet: { verdict, state, checkDate } }: { bet: Pick<BetRow, 'verdict' | 'state' | 'checkDate'> }) {
  if (verdict) return <StateChip state={verdict.state} />
  return state === 'launched' && checkDate ? <span className="faint">{text.dueOn(formatDay(checkDate))}</span> : null
}
