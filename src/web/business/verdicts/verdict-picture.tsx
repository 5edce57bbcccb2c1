import { useMemo } from 'react'
import type { ValueFormat } from '../../ui/axis.ts'
import { formatChange, formatNumber, formatPercent, formatShort } from '../../ui/format.ts'
import { IntervalPicture } from '../../ui/interval-picture.tsx'
import { ItsChart } from '../../ui/its-chart.tsx'
import { SeriesChart } from '../../ui/series-chart.tsx'
import { lookOf } from '../../ui/states.ts'
import type { ShownVerdict, VerdictResult } from './queries.ts'

const percent: ValueFormat = (share, digits) => formatPercent(share, digits)
const shortly: ValueFormat = (value, digits) => (digits === undefined ? formatShort(value) : formatNumber(value, digits))

/** The effect with its interval, and for a before/after comparison the series itself. */
export function VerdictPicture({ verdict: { state, result } }: { verdict: ShownVerdict }) {
  return (
    <>
      <EffectPicture state={state} result={result} />
      {result.series.length > 0 && <BeforeAfterChart result={result} />}
    </>
  )
}

const toneOf = (state: string) => {
  const { tone } = lookOf(state)
  return tone === 'plain' ? undefined : tone
}

function EffectPicture({ state, result }: { state: string; result: VerdictResult }) {
  const { verdict, metric, smallestEffect, effectKind } = result
  const [found] = verdict?.success ?? []
  if (!found || !metric || found.estimate === null || !found.interval) return null
  const by = effectKind === 'relative' || found.inPoints ? 100 : 1
  const unit = effectKind === 'relative' ? '%' : found.inPoints ? 'points' : metric.unit
  const sign = metric.direction === 'down' ? -1 : 1
  return (
    <IntervalPicture
      estimate={found.estimate * by}
      low={found.interval.low * by}
      high={found.interval.high * by}
      worthHaving={smallestEffect ? sign * smallestEffect * by : undefined}
      format={formatEffect}
      unit={unit}
      tone={toneOf(state)}
    />
  )
}

const formatEffect = (value: number) => formatChange(value, Math.abs(value) < 1 ? 2 : 1)

function BeforeAfterChart({ result: { series, changeAt, metric } }: { result: VerdictResult }) {
  const format = metric?.isShare ? percent : shortly
  const label = `${metric?.name ?? 'The metric'} before and after the launch`
  const expected = useMemo(
    () => series.flatMap(({ at, expected: value }) => (value === null ? [] : [{ at, value, low: value, high: value }])),
    [series],
  )
  const launchedAt = changeAt === null ? undefined : series[changeAt]?.at
  if (!launchedAt) return <SeriesChart points={series} label={label} format={format} />
  return <ItsChart observed={series} expected={expected} launchedAt={launchedAt} label={label} format={format} />
}
