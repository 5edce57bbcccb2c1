import type { Finding } from './verdict-finding.ts'
import type { Guardrail, NamedMetric, SuccessMetric } from './verdict-plan.ts'

/** "+12.4 points (95 %: +9.6 to +15.2)"; with `ends`, the confidence is that of each end alone. */
export function describeEffect(metric: NamedMetric, found: Finding<unknown>, ends: 'both' | 'each' = 'both') {
  if (found.estimate === null || !found.interval) return 'nothing to show'
  const { low, high } = found.interval
  const decimals = decimalsFor(((high - low) / 2) * factor(metric, found))
  const show = (value: number) => showSigned(value * factor(metric, found), decimals)
  const confidence = `${ends === 'each' ? 'each end ' : ''}${showPlain(100 * found.confidence!)} %`
  return `${show(found.estimate)}${unitOf(metric, found)} (${confidence}: ${show(low)} to ${show(high)})`
}

/** What a success metric's state means, as one sentence. Names are quoted, so that nobody takes the figures in them for ours. */
export function describeSuccess(metric: SuccessMetric, found: Finding<unknown>) {
  const effect = `“${metric.name}”: ${describeEffect(metric, found)}`
  const target = describeAmount(metric, found, metric.smallestEffect)
  switch (found.state) {
    case 'target-met':
      return metric.smallestEffect > 0 ? `${effect}, which reaches the target of ${target}.` : `${effect}, which is better.`
    case 'better-size-unsettled':
      return `${effect}; it is better, but whether by the target of ${target} is open.`
    case 'better-below-target':
      return `${effect}; it is better, but by less than the target of ${target}.`
    case 'target-ruled-out':
      return `${effect}; the target of ${target} is ruled out.`
    case 'worse':
      return `${effect}; it got worse.`
    case 'unsettled':
      return `${effect}; the data still allow both success and failure.`
    default:
      return found.reasons.join(' ')
  }
}

export function describeGuardrail(guardrail: Guardrail, found: Finding<unknown>) {
  const effect = `“${guardrail.name}”: ${describeEffect(guardrail, found, 'each')}`
  const margin = describeAmount(guardrail, found, guardrail.largestHarm)
  switch (found.state) {
    case 'safe':
      return `${effect}, within the acceptable loss of ${margin}.`
    case 'harmed':
      return `${effect}, worse than the acceptable loss of ${margin}.`
    case 'deteriorated':
      return `${effect}; it got worse, and whether by more than the acceptable loss of ${margin} is open.`
    case 'not-cleared':
      return `${effect}; more than the acceptable loss of ${margin} is not excluded.`
    default:
      return found.reasons.join(' ')
  }
}

function describeAmount(metric: NamedMetric, found: Finding<unknown>, amount: number) {
  return `${showPlain(amount * factor(metric, found))}${unitOf(metric, found)}`
}

function factor(metric: NamedMetric, { inPoints }: Finding<unknown>) {
  return metric.scale === 'relative' || inPoints ? 100 : 1
}

function unitOf(metric: NamedMetric, { inPoints }: Finding<unknown>) {
  if (metric.scale === 'relative') return ' %'
  if (inPoints) return ' points'
  return metric.unit ? ` ${metric.unit}` : ''
}

/** Two digits of the half-width of an interval are all that can be trusted; every number beside it is shown to the same place. */
function decimalsFor(width: number) {
  return width > 0 ? Math.min(8, Math.max(0, 1 - Math.floor(Math.log10(width)))) : 0
}

function showSigned(value: number, decimals: number) {
  const size = formatWith(decimals, decimals).format(Math.abs(value))
  if (Number(size.replaceAll(',', '')) === 0) return size
  return `${value < 0 ? '−' : '+'}${size}`
}

function showPlain(value: number) {
  return formatWith(0, 8).format(Number(value.toPrecision(6)))
}

const formats = new Map<string, Intl.NumberFormat>()

/** Making a format takes far longer than using it. */
function formatWith(minimumFractionDigits: number, maximumFractionDigits: number) {
  const name = `${minimumFractionDigits} ${maximumFractionDigits}`
  const format = formats.get(name) ?? new Intl.NumberFormat('en-GB', { minimumFractionDigits, maximumFractionDigits })
  formats.set(name, format)
  return format
}
