import { useCallback } from 'react'
import { dayIn, distinctly, rowsApart, timeMarks, type ValueFormat } from './axis.ts'
import { chartLook, Figure, type Plot } from './figure.tsx'
import { countOf, formatNumber } from './format.ts'

export type SeriesPoint = { at: string; value: number | null; people?: number; low?: number; high?: number }
type Moment = { at: string; label: string }

type SeriesChartProps = {
  points: SeriesPoint[]
  label: string
  format?: ValueFormat
  /** Moments worth a line, such as launches. */
  moments?: Moment[]
  target?: { value: number; label: string }
  /** What the picture leaves out, and why. */
  caption?: string
  height?: number
  hue?: string
}

const at = (point: { at: string }) => new Date(point.at)

function tipOf(point: SeriesPoint, format: ValueFormat) {
  const people = point.people === undefined ? [] : [countOf(point.people, 'person', 'people')]
  const band = point.low === undefined || point.high === undefined ? [] : [`${format(point.low)} to ${format(point.high)}`]
  return [dayIn(point.at), point.value === null ? 'no value' : format(point.value), ...band, ...people].join('\n')
}

const ROW_PX = 13
const LETTER_PX = 7
const ASIDE_PX = 6

type Placed = Moment & { isLate: boolean; row: number }

/** Labels stand beside their lines, those of the later half before it, in as many rows as keep them apart. */
function placeMoments(moments: Moment[], points: SeriesPoint[], width: number): Placed[] {
  const middle = points[Math.floor(points.length / 2)]?.at ?? ''
  const times = [...points, ...moments].map((one) => at(one).getTime())
  const [first, span] = [Math.min(...times), Math.max(...times) - Math.min(...times) || 1]
  const extents = moments.map((moment) => {
    const [line, length] = [((at(moment).getTime() - first) / span) * width, moment.label.length * LETTER_PX + ASIDE_PX]
    return moment.at > middle ? { from: line - length, to: line } : { from: line, to: line + length }
  })
  const rows = rowsApart(extents)
  return moments.map((moment, place) => ({ ...moment, isLate: moment.at > middle, row: rows[place]! }))
}

function momentMarks(plot: Plot, moments: Placed[]) {
  const label = { x: at, frameAnchor: 'top', text: 'label', fill: 'var(--ink-faint)' } as const
  return [
    plot.ruleX(moments, { x: at, stroke: 'var(--line-strong)', strokeDasharray: '3 3' }),
    ...moments.map(({ isLate, row, ...moment }) => {
      const side = isLate ? ({ textAnchor: 'end', dx: -ASIDE_PX } as const) : ({ textAnchor: 'start', dx: ASIDE_PX } as const)
      return plot.text([moment], { ...label, ...side, dy: -12 - ROW_PX * row })
    }),
  ]
}

/** A metric over time with its uncertainty and the people behind each point. */
export function SeriesChart({
  points,
  label,
  format = formatNumber,
  moments = [],
  target,
  caption,
  height = 200,
  hue = 'var(--business)',
}: SeriesChartProps) {
  const draw = useCallback(
    (plot: Plot, width: number) => {
      const look = chartLook(width, height)
      const placed = placeMoments(moments, points, width - look.marginLeft - look.marginRight)
      return plot.plot({
        ...look,
        marginTop: look.marginTop + ROW_PX * Math.max(0, ...placed.map(({ row }) => row)),
        x: {
          type: 'time',
          label: null,
          tickSize: 0,
          ticks: timeMarks(points, width),
          tickFormat: dayIn,
        },
        y: { label: null, tickSize: 0, ticks: 4, nice: true, tickFormat: distinctly(format), grid: false },
        marks: [
          plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
          ...momentMarks(plot, placed),
          plot.areaY(
            points.filter((point) => point.low !== undefined),
            { x: at, y1: 'low', y2: 'high', fill: hue, fillOpacity: 0.13 },
          ),
          target === undefined ? null : plot.ruleY([target.value], { stroke: 'var(--ink-faint)', strokeDasharray: '4 3' }),
          target &&
            plot.text([target], {
              y: 'value',
              frameAnchor: 'left',
              textAnchor: 'start',
              dx: 4,
              dy: -8,
              text: 'label',
              fill: 'var(--ink-faint)',
            }),
          plot.lineY(points, { x: at, y: 'value', stroke: hue, strokeWidth: 2 }),
          points.length < 40 ? plot.dot(points, { x: at, y: 'value', r: 2.4, fill: hue }) : null,
          plot.dot(points, plot.pointerX({ x: at, y: 'value', r: 4, fill: hue, stroke: 'var(--surface)', strokeWidth: 2 })),
          plot.tip(
            points,
            plot.pointerX({
              x: at,
              y: 'value',
              title: (point: SeriesPoint) => tipOf(point, format),
              stroke: 'var(--line)',
              fill: 'var(--surface)',
            }),
          ),
        ],
      })
    },
    [points, format, moments, target, height, hue],
  )
  return <Figure label={label} draw={draw} height={height} caption={caption} />
}
