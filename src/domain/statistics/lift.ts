import { type ArmEstimate, type Arms, confidenceInterval, type Effect, type Interval, soundEffect, welchDegrees } from './estimates.ts'
import { type Refusal, refuse } from './refusal.ts'

/**
 * Relative lift (treatment − control) / |control| with the first-order delta-method error s²_T/(n_T ȳ_C²) + s²_C ȳ_T²/(n_C ȳ_C⁴), as
 * GrowthBook computes it (packages/stats, MIT).
 * Symmetric, so a long interval can pass −100 %: show `liftInterval` instead, and decide on the absolute difference.
 * Refuses as `soundEffect` does, and: “The control group is at 0, so a change in per cent does not exist; read the absolute difference.”
 * “The groups do not vary, so a lift has no interval.”
 */
export function liftOf({ control, treatment }: Arms<ArmEstimate>): Effect | Refusal {
  if (control.value === 0) return refuse('The control group is at 0, so a change in per cent does not exist; read the absolute difference.')
  const base = Math.abs(control.value)
  const a = treatment.variance / treatment.n / base ** 2
  const b = (control.variance / control.n) * (treatment.value / base) ** 2 * base ** -2
  if (!(a + b > 0) || !Number.isFinite(a + b)) return refuse('The groups do not vary, so a lift has no interval.')
  const degrees = welchDegrees({
    a: treatment.variance / treatment.n,
    b: control.variance / control.n,
    treatment: treatment.n,
    control: control.n,
  })
  const effect = (treatment.value - control.value) / base
  return soundEffect({ effect, standardError: Math.sqrt(a + b), degreesOfFreedom: degrees, n: treatment.n + control.n })
}

/**
 * Lift as ln(treatment / control), error s²_T/(n_T ȳ_T²) + s²_C/(n_C ȳ_C²) (delta method; the scale tea-tasting uses, MIT).
 * Refuses as `soundEffect` does, and: “A lift in per cent needs both groups above 0; read the absolute difference.” “The groups do not
 * vary, so a lift has no interval.”
 */
export function logLiftOf({ control, treatment }: Arms<ArmEstimate>): Effect | Refusal {
  if (!(control.value > 0 && treatment.value > 0))
    return refuse('A lift in per cent needs both groups above 0; read the absolute difference.')
  const a = treatment.variance / treatment.n / treatment.value ** 2
  const b = control.variance / control.n / control.value ** 2
  if (!(a + b > 0)) return refuse('The groups do not vary, so a lift has no interval.')
  const degreesOfFreedom = welchDegrees({ a, b, treatment: treatment.n, control: control.n })
  return soundEffect({
    effect: Math.log(treatment.value / control.value),
    standardError: Math.sqrt(a + b),
    degreesOfFreedom,
    n: treatment.n + control.n,
  })
}

/**
 * Interval of the lift as a share (0.1 is +10 %), never below −1; computed on the log scale and carried back (tea-tasting, MIT). Refuses as
 * `logLiftOf` does.
 */
export function liftInterval(arms: Arms<ArmEstimate>, alpha: number): Interval | Refusal {
  const log = logLiftOf(arms)
  return 'refused' in log ? log : fromLog(confidenceInterval(log, alpha))
}

/** Ends of a log ratio as shares: e^x − 1. */
export function fromLog({ low, high }: Interval): Interval {
  return { low: Math.expm1(low), high: Math.expm1(high) }
}
