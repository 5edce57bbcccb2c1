import { memo } from 'react'
import { middleOf } from '#domain/range-middle.ts'
import { StateChip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { formatPercent } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { Probability } from '../../ui/probability.tsx'
import { RangeBar } from '../../ui/range-bar.tsx'
import { EvidenceChip, GapChips } from '../bets/bet-chips.tsx'
import type { BetRow } from '../bets/queries.ts'

const percent = (share: number) => formatPercent(share)
const WHOLE = [0, 1] as const
const MOST_GAPS = 2

type BetCardProps = { bet: BetRow; mayMove: boolean; carried: boolean; dragged: boolean; onDrag: (id: string | null) => void }

/** A bet on the board: what it is to change, how sure we are, how we know, and what is missing. */
export const BetCard = memo(function BetCard({ bet, mayMove, carried, dragged, onDrag }: BetCardProps) {
  const { id, key, title, willChange, confidence, evidence, gaps, state } = bet
  const shownGaps = gaps.filter(({ name }) => name !== 'evidence' && name !== 'ranges')
  return (
    <Link
      to={`/bets/${key}`}
      className={classes('bet-card', carried && 'carried', dragged && 'dragged')}
      data-bet={id}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', key)
        onDrag(id)
      }}
      onDragEnd={() => onDrag(null)}
    >
      <span className="bet-card-head">
        <span className="key">{key}</span>
        <EvidenceChip evidence={evidence} />
      </span>
      <b className="bet-card-title">{title}</b>
      {willChange && <span className="soft">{willChange}</span>}
      <span className="bet-card-foot">
        {confidence ? (
          <>
            <RangeBar range={confidence} scale={WHOLE} format={percent} bare />
            <Probability value={middleOf(confidence)} />
          </>
        ) : (
          <span className="faint small">not estimated</span>
        )}
      </span>
      <span className="bet-card-gaps">
        <StateChip state={state} />
        <GapChips gaps={shownGaps} most={MOST_GAPS} />
      </span>
    </Link>
  )
})
