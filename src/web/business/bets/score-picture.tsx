import { RangeBar } from '../../ui/range-bar.tsx'
import type { BetScore } from './queries.ts'
import { formatScore } from './score-format.ts'

type ScoreBarProps = { score: BetScore; to: number; bare?: boolean }

/** A score from its 5 % to its 95 % point, with the mark at the median, on a scale that compared bets share. */
export function ScoreBar({ score: { quantiles }, to, bare }: ScoreBarProps) {
  return (
    <RangeBar range={{ low: quantiles.p5, likely: quantiles.p50, high: quantiles.p95 }} scale={[0, to]} format={formatScore} bare={bare} />
  )
}

/** Where the draws of a score lie: their density above the bar of its range. */
export function ScorePicture({ score, to = score.density.to }: { score: BetScore; to?: number }) {
  return (
    <div className="score-picture">
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <path d={outlineOf(score.density, to)} />
      </svg>
      <ScoreBar score={score} to={to} bare />
      <span className="score-ends small faint" aria-hidden="true">
        <span>0</span>
        <span>{formatScore(to)}</span>
      </span>
    </div>
  )
}

function outlineOf({ to: own, shares }: BetScore['density'], to: number) {
  const highest = Math.max(...shares) || 1
  const width = to > 0 ? own / to / shares.length : 0
  const steps = shares.map((share, bin) => `L${((bin + 0.5) * width).toFixed(4)} ${(1 - share / highest).toFixed(4)}`)
  return `M0 1${steps.join('')}L${(shares.length * width).toFixed(4)} 1Z`
}
