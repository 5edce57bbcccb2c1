import type { MetricDefinition } from '#domain/business/metric.ts'
import type { ValueFormat } from '../../ui/axis.ts'
import { formatNumber, formatPercent, formatShort } from '../../ui/format.ts'

const LARGE = 10_000

/** Shares are shown as per cent, all else as numbers. */
export function isShareMetric(definition: MetricDefinition) {
  return (
    definition.kind === 'retention' ||
    definition.kind === 'conversion' ||
    (definition.kind === 'adoption' && definition.measure === 'share')
  )
}

const shortly: ValueFormat = (value, digits) =>
  digits === undefined && Math.abs(value) >= LARGE ? formatShort(value) : formatNumber(value, digits)
const percent: ValueFormat = (share, digits) => formatPercent(share, digits)

/** How a value of a metric is written. The same function for the same kind, so that charts need not draw again. */
export const formatOf = (definition: MetricDefinition) => (isShareMetric(definition) ? percent : shortly)
