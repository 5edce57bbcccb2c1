import { useCallback } from 'react'
import { chartLook, Figure, type Plot } from './figure.tsx'
import { countOf, formatCount, formatPercent } from './format.ts'

export type CalibrationBin = { forecast: number; happened: number; count: number }
/** How often it happens at what was said, and between which ends that would lie in most such records. */
export type CalibrationCurve = {
  line: { forecast: number; happened: number }[]
  band: { forecast: number; low: number; high: number }[]
}

const countLabel = ({ count }: CalibrationBin) => formatCount(count)

const tipOf = ({ forecast, happened, count }: CalibrationBin) =>
  `said ${formatPercent(forecast)}\nhappened ${formatPercent(happened)}\n${countOf(count, 'forecast')}`

const noCurve: CalibrationCurve = { line: [], band: [] }

type CalibrationChartProps = { bins: CalibrationBin[]; curve?: CalibrationCurve; label: string; height?: number }

/** What was said to be likely against how often it happened; on the dashed line, people knew what they did not know. */
export function CalibrationChart({ bins, curve = noCurve, label, height = 280 }: CalibrationChartProps) {
  const draw = useCallback(
    (plot: Plot, width: number) =>
      plot.plot({
        ...chartLook(Math.min(width, 420), height),
        marginTop: 30,
        marginBottom: 38,
        x: {
          domain: [0, 1],
          label: 'what we said',
          labelAnchor: 'center',
          labelArrow: 'none',
          tickSize: 0,
          ticks: 5,
          tickFormat: (share: number) => formatPercent(share),
        },
        y: {
          domain: [0, 1],
          label: 'how often it happened',
          labelAnchor: 'top',
          labelArrow: 'none',
          tickSize: 0,
          ticks: 5,
          tickFormat: (share: number) => formatPercent(share),
        },
        r: { range: [0, 14] },
        marks: [
          plot.gridY({ ticks: 5, stroke: 'var(--line)', strokeOpacity: 1 }),
          plot.line(
            [
              [0, 0],
              [1, 1],
            ] as [number, number][],
            { stroke: 'var(--ink-faint)', strokeDasharray: '4 3' },
          ),
          plot.areaY(curve.band, { x: 'forecast', y1: 'low', y2: 'high', fill: 'var(--team)', fillOpacity: 0.14 }),
          plot.lineY(curve.line, { x: 'forecast', y: 'happened', stroke: 'var(--team)', strokeWidth: 1.6 }),
          plot.dot(bins, { x: 'forecast', y: 'happened', r: 'count', fill: 'var(--team)', fillOpacity: 0.85, stroke: 'var(--surface)' }),
          plot.text(bins, { x: 'forecast', y: 'happened', dy: -17, text: countLabel, fill: 'var(--ink-soft)' }),
          plot.tip(bins, plot.pointer({ x: 'forecast', y: 'happened', title: tipOf, stroke: 'var(--line)', fill: 'var(--surface)' })),
        ],
      }),
    [bins, curve, height],
  )
  return <Figure label={label} draw={draw} height={height} />
}
