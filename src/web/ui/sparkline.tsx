import './figure.css'

type SparklineProps = { values: (number | null)[]; label: string; width?: number; height?: number }

/** The shape of a series in a line of text. */
export function Sparkline({ values, label, width = 96, height = 20 }: SparklineProps) {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  if (known.length < 2) return <span className="faint">too few points</span>
  const low = Math.min(...known.map(({ value }) => value))
  const spread = Math.max(...known.map(({ value }) => value)) - low || 1
  const place = ({ value, index }: { value: number; index: number }) =>
    [(index / (values.length - 1)) * (width - 6) + 3, height - 3 - ((value - low) / spread) * (height - 6)] as const
  const places = known.map(place)
  const [x, y] = places.at(-1)!
  return (
    <svg className="sparkline" width={width} height={height} role="img" aria-label={label}>
      <polyline
        points={places.map((pair) => pair.join(',')).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <circle cx={x} cy={y} r="2.2" fill="var(--hat)" />
    </svg>
  )
}
