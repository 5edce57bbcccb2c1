import { middleOf } from '#domain/range-middle.ts'
import type { Range } from '#domain/ranges.ts'
import { formatNumber } from './format.ts'
import './measures.css'

const SPARE = 0.12

/** Where on a scale of 0 to 100 a value stands. The scale is the caller's, or the range with some air around it. */
function scaleFor({ low, high }: Range, [from, to]: readonly [number, number]) {
  const left = Math.min(from, low)
  const width = Math.max(to, high) - left || 1
  return (value: number) => Math.min(100, Math.max(0, ((value - left) / width) * 100))
}

const airAround = ({ low, high }: Range) => [low - (high - low) * SPARE, high + (high - low) * SPARE] as const

type RangeBarProps = { range: Range; scale?: readonly [number, number]; unit?: string; format?: (value: number) => string; bare?: boolean }

/** An estimate drawn as what it is: from low to high, a mark at the median. Give rows that are compared the same `scale`. */
export function RangeBar({ range, scale, unit = '', format = (value) => formatNumber(value), bare }: RangeBarProps) {
  const middle = middleOf(range)
  const at = scaleFor(range, scale ?? airAround(range))
  const words = `${format(range.low)} to ${format(range.high)} ${unit}`.trim()
  return (
    <span className="range-bar">
      <span className="range" role="img" aria-label={`${words}, most likely ${format(middle)}`}>
        <span className="range-span" style={{ left: `${at(range.low)}%`, right: `${100 - at(range.high)}%` }} />
        <span className="range-mid" style={{ left: `${at(middle)}%` }} />
      </span>
      {!bare && (
        <span className="range-words" aria-hidden="true">
          {words}
        </span>
      )}
    </span>
  )
}
