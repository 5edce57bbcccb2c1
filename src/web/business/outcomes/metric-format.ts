import { isShare, type MetricDefinition } from '#domain/business/metric.ts'
import type { ValueFormat } from '../../ui/axis.ts'
import { formatNumber, formatPercent, formatShort } from '../../ui/format.ts'

const LARGE = 10_000

const shortly: ValueFormat = (value, digits) =>
  digits === undefined && Math.abs(value) >= LARGE ? formatShort(value) : formatNumber(value, digits)
const percent: ValueFormat = (share, digits) => formatPercent(share, digits)

/** How a value of a metric is written. The same function for the same kind, so that charts need not draw again. */
export const formatOf = (definition: MetricDefinition) => (isShare(definition) ? percent : shortly)
