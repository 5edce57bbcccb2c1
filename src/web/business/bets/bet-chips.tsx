import { Chip } from '../../ui/chip.tsx'
import type { Tone } from '../../ui/states.ts'
import type { BetRow } from './queries.ts'

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
