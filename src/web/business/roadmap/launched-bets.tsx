import { StateChip } from '../../ui/chip.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { GapChips, VerdictChip } from '../bets/bet-chips.tsx'
import type { BetRow } from '../bets/queries.ts'
import { launchDay } from '../bets/when-words.ts'
import { roadmapText as text } from './text.ts'

/** Bets that are out and not learned from yet: no longer on the board, and not forgotten either. */
export function LaunchedBets({ bets }: { bets: BetRow[] }) {
  if (bets.length === 0) return null
  return (
    <Section label={text.launched} more={text.launchedNote}>
      <ul className="roadmap-launched">
        {bets.map((bet) => (
          <li key={bet.id}>
            <Link to={`/bets/${bet.key}`} className="roadmap-launched-line">
              <span className="key">{bet.key}</span>
              <span className="roadmap-launched-title">{bet.title}</span>
              {bet.launchedAt && <span className="faint small">{text.since(launchDay(bet.launchedAt))}</span>}
              {bet.verdict || bet.checkDate ? (
                <VerdictChip bet={bet} />
              ) : (
                <GapChips gaps={bet.gaps.filter(({ name }) => name === 'plan')} most={1} />
              )}
              {!bet.verdict && <StateChip state={bet.state} />}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
