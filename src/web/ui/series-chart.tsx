import { useCallback } from 'react'
import { dayIn, distinctly, timeMarks, type ValueFormat } from './axis.ts'
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

function momentMarks(plot: Plot, moments: Moment[], points: SeriesPoint[]) {
  const middle = points[Math.floor(points.length / 2)]?.at ?? ''
  const late = moments.filter((moment) => moment.at > middle)
  const early = moments.filter((moment) => moment.at <= middle)
  const label = { x: at, frameAnchor: 'top', dy: -12, text: 'label', fill: 'var(--ink-faint)' } as const
  return [
    plot.ruleX(moments, { x: at, stroke: 'var(--line-strong)', strokeDasharray: '3 3' }),
    plot.text(early, { ...label, textAnchor: 'start', dx: 6 }),
    plot.text(late, { ...label, textAnchor: 'end', dx: -6 }),
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
    (plot: Plot, width: number) =>
      plot.plot({
        ...chartLook(width, height),
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
          ...momentMarks(plot, moments, points),
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
      }),
    [points, format, moments, target, height, hue],
  )
  return <Figure label={label} draw={draw} height={height} caption={caption} />
}
