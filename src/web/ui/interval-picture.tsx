import { classes } from './classes.ts'
import { formatChange } from './format.ts'
import './interval-picture.css'

type IntervalPictureProps = {
  estimate: number
  low: number
  high: number
  /** The smallest effect worth having, signed in the direction that is good. */
  worthHaving?: number
  /** The harm that is not acceptable, for a guardrail. */
  notAcceptable?: number
  format?: (value: number) => string
  unit?: string
  /** `good`, `bad` or `unsure`, as the verdict is. */
  tone?: 'good' | 'bad' | 'unsure'
}

const AIR = 0.15

function spanOf(values: number[]) {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const air = (high - low || 1) * AIR
  return { from: low - air, width: high - low + 2 * air }
}

/** An effect with its interval, against zero and against the smallest effect worth having. */
export function IntervalPicture({
  estimate,
  low,
  high,
  worthHaving,
  notAcceptable,
  format = formatChange,
  unit = '',
  tone,
}: IntervalPictureProps) {
  const lines = [
    { value: 0, label: 'no effect', kind: 'zero' },
    worthHaving !== undefined && { value: worthHaving, label: `worth having ${format(worthHaving)}`, kind: 'worth' },
    notAcceptable !== undefined && { value: notAcceptable, label: `not acceptable ${format(notAcceptable)}`, kind: 'harm' },
  ].filter((line) => line !== false)
  const { from, width } = spanOf([low, high, estimate, ...lines.map(({ value }) => value)])
  const place = (value: number) => `${((value - from) / width) * 100}%`
  const words = `${format(estimate)} ${unit}`.trim()
  const interval = `${format(low)} to ${format(high)}`
  const told = [`Estimate ${words}, interval ${interval}`, ...lines.slice(1).map(({ label }) => label)].join('; ')
  return (
    <div className={classes('interval', tone)} role="img" aria-label={told}>
      {lines.map(({ value, label, kind }) => (
        <span key={kind} className={classes('interval-line', kind, (value - from) / width > 0.72 && 'late')} style={{ left: place(value) }}>
          <span>{label}</span>
        </span>
      ))}
      <span className="interval-bar" style={{ left: place(low), right: `calc(100% - ${place(high)})` }} />
      <span className="interval-dot" style={{ left: place(estimate) }} />
      <span className="interval-words" style={{ left: `clamp(80px, ${place(estimate)}, calc(100% - 80px))` }}>
        <b>{words}</b> <span className="faint">{interval}</span>
      </span>
    </div>
  )
}
