import { useCallback } from 'react'
import { dayIn, distinctly, timeMarks, type ValueFormat } from './axis.ts'
import { chartLook, Figure, type Plot } from './figure.tsx'
import { formatNumber } from './format.ts'

export type Observed = { at: string; value: number }
export type Expected = { at: string; value: number; low: number; high: number }

type ItsChartProps = {
  observed: Observed[]
  /** What the series before the launch let us expect after it. */
  expected: Expected[]
  launchedAt: string
  label: string
  format?: ValueFormat
  height?: number
}

const at = (point: { at: string }) => new Date(point.at)

/** The label stands on the side that has more room, away from the words at the ends of the lines. */
function launchMarks(plot: Plot, launchedAt: string, observed: Observed[]) {
  const launch = [{ at: launchedAt, label: `launched ${dayIn(launchedAt)}` }]
  const before = observed.filter((point) => point.at < launchedAt).length
  const side = before > observed.length / 2 ? ({ textAnchor: 'end', dx: -6 } as const) : ({ textAnchor: 'start', dx: 6 } as const)
  return [
    plot.ruleX(launch, { x: at, stroke: 'var(--line-strong)', strokeDasharray: '3 3' }),
    plot.text(launch, { x: at, frameAnchor: 'top', ...side, dy: -24, text: 'label', fill: 'var(--ink-faint)' }),
  ]
}

/** The part of the series over which a label at its end is written. */
const LABELLED = 0.4

/** Two labels at the end of the series, one above and one below everything that is drawn there, so that neither sits on a line. */
function endLabels(plot: Plot, observed: Observed[], expected: Expected[]) {
  const seen = observed.at(-1)
  const foreseen = expected.at(-1)
  if (!seen || !foreseen) return []
  const above = seen.value >= foreseen.value
  const near = observed.slice(-Math.ceil(observed.length * LABELLED)).map(({ value }) => value)
  const top = Math.max(...near, ...expected.map(({ high }) => high))
  const bottom = Math.min(...near, ...expected.map(({ low }) => low))
  const over = { y: () => top, dy: -9 }
  const under = { y: () => bottom, dy: 10 }
  const end = { x: at, textAnchor: 'end', stroke: 'var(--surface)', strokeWidth: 3 } as const
  return [
    plot.text([seen], { ...end, ...(above ? over : under), text: () => 'what happened', fontWeight: 600, fill: 'var(--business)' }),
    plot.text([foreseen], { ...end, ...(above ? under : over), text: () => 'expected without it', fill: 'var(--ink-faint)' }),
  ]
}

/** Interrupted time series: what happened before and after, beside what was expected without the launch. */
export function ItsChart({ observed, expected, launchedAt, label, format = formatNumber, height = 220 }: ItsChartProps) {
  const draw = useCallback(
    (plot: Plot, width: number) => {
      const launch = new Date(launchedAt)
      const before = observed.filter((point) => at(point) <= launch)
      const after = [...before.slice(-1), ...observed.filter((point) => at(point) > launch)]
      return plot.plot({
        ...chartLook(width, height),
        marginTop: 32,
        x: {
          type: 'time',
          label: null,
          tickSize: 0,
          ticks: timeMarks(observed, width),
          tickFormat: dayIn,
        },
        y: { label: null, tickSize: 0, ticks: 4, nice: true, tickFormat: distinctly(format) },
        marks: [
          plot.gridY({ ticks: 4, stroke: 'var(--line)', strokeOpacity: 1 }),
          ...launchMarks(plot, launchedAt, observed),
          plot.areaY(expected, { x: at, y1: 'low', y2: 'high', fill: 'var(--ink)', fillOpacity: 0.09 }),
          plot.lineY(expected, { x: at, y: 'value', stroke: 'var(--ink-faint)', strokeWidth: 1.5, strokeDasharray: '4 3' }),
          plot.lineY(before, { x: at, y: 'value', stroke: 'var(--ink-soft)', strokeWidth: 1.8 }),
          plot.lineY(after, { x: at, y: 'value', stroke: 'var(--business)', strokeWidth: 2.2 }),
          ...endLabels(plot, observed, expected),
          plot.tip(
            observed,
            plot.pointerX({
              x: at,
              y: 'value',
              title: (point: Observed) => `${dayIn(point.at)}\n${format(point.value)}`,
              stroke: 'var(--line)',
              fill: 'var(--surface)',
            }),
          ),
        ],
      })
    },
    [observed, expected, launchedAt, format, height],
  )
  return <Figure label={label} draw={draw} height={height} />
}
