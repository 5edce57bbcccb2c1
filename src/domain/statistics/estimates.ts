import { normalQuantile, normalUpperTail, tQuantile, tUpperTail } from './distributions.ts'
import { isRefusal, type Refusal, refuse, tooFarApart } from './refusal.ts'
import { type Sums, varianceOf } from './sums.ts'

/** One arm's value and the variance per unit, so that its squared standard error is variance / n. */
export type ArmEstimate = { n: number; value: number; variance: number }

/** Two arms measured the same way. */
export type Arms<A> = { control: A; treatment: A }

/** An effect with what its interval needs. `degreesOfFreedom` is Infinity where the normal applies; `n` counts units of both arms. */
export type Effect = { effect: number; standardError: number; degreesOfFreedom: number; n: number }

export type Interval = { low: number; high: number }

/** Mean per unit from sums. Refuses as `varianceOf` does. */
export function meanOf(sums: Sums): ArmEstimate | Refusal {
  const variance = varianceOf(sums)
  return isRefusal(variance) ? variance : { n: sums.n, value: sums.sum / sums.n, variance }
}

/**
 * Treatment minus control, Welch's standard error and degrees of freedom (Welch, Biometrika 1947).
 * Refuses as `soundEffect` does, and where neither arm varies: “Every unit of both groups has the same value, or they differ too little
 * next to their size to compute with.”
 */
export function differenceOf({ control, treatment }: Arms<ArmEstimate>): Effect | Refusal {
  const [a, b] = [treatment.variance / treatment.n, control.variance / control.n]
  if (!(a + b > 0))
    return refuse('Every unit of both groups has the same value, or they differ too little next to their size to compute with.')
  const degreesOfFreedom = welchDegrees({ a, b, treatment: treatment.n, control: control.n })
  return soundEffect({
    effect: treatment.value - control.value,
    standardError: Math.sqrt(a + b),
    degreesOfFreedom,
    n: treatment.n + control.n,
  })
}

/**
 * The effect itself: nothing after this point needs to doubt it.
 * Refuses one whose error a double could not hold: “The numbers are too large or too far apart to compute with.”
 */
export function soundEffect(found: Effect): Effect | Refusal {
  const { effect, standardError, degreesOfFreedom } = found
  const sound = Number.isFinite(effect) && Number.isFinite(standardError) && standardError > 0 && degreesOfFreedom > 0
  return sound ? found : refuse(tooFarApart)
}

/**
 * The arm itself. Refuses one whose value or variance a double could not hold: “The numbers are too large or too far apart to compute
 * with.”
 */
export function soundArm(found: ArmEstimate): ArmEstimate | Refusal {
  return Number.isFinite(found.value) && Number.isFinite(found.variance) ? found : refuse(tooFarApart)
}

/** Mean difference straight from the sums of two arms (Welch, Biometrika 1947). Refuses as `meanOf` and `differenceOf` do. */
export function compareMeans({ control, treatment }: Arms<Sums>): Effect | Refusal {
  const [c, t] = [meanOf(control), meanOf(treatment)]
  if (isRefusal(c)) return c
  return isRefusal(t) ? t : differenceOf({ control: c, treatment: t })
}

type WelchParts = { a: number; b: number; treatment: number; control: number }

/**
 * Degrees of freedom of a difference whose arms have squared errors a and b: (a + b)²/(a²/(n_T − 1) + b²/(n_C − 1)) (Welch, Biometrika 1947;
 * Satterthwaite 1946).
 */
export function welchDegrees({ a, b, treatment, control }: WelchParts) {
  // Divided by the total first: a and b may be 1e24, and their squares must not overflow the quotient.
  const share = a / (a + b)
  return 1 / (share ** 2 / (treatment - 1) + (1 - share) ** 2 / (control - 1))
}

/** Two-sided interval at confidence 1 − alpha by Student's t: effect ± t · standard error, in the unit of the effect. */
export function confidenceInterval({ effect, standardError, degreesOfFreedom }: Effect, alpha: number): Interval {
  const width = standardError * criticalValue(alpha / 2, degreesOfFreedom)
  return { low: effect - width, high: effect + width }
}

/** One-sided lower bound at confidence 1 − alpha by Student's t. */
export function lowerBound({ effect, standardError, degreesOfFreedom }: Effect, alpha: number) {
  return effect - standardError * criticalValue(alpha, degreesOfFreedom)
}

/** Two-sided p of "the effect is `against`" by Student's t, from the survival function so that tiny p keep their digits. */
export function pValue({ effect, standardError, degreesOfFreedom }: Effect, against = 0) {
  return Math.min(1, 2 * upperTail(Math.abs(effect - against) / standardError, degreesOfFreedom))
}

/** One-sided p of "the effect is at most `against`" by Student's t. */
export function pValueGreater({ effect, standardError, degreesOfFreedom }: Effect, against = 0) {
  return upperTail((effect - against) / standardError, degreesOfFreedom)
}

function upperTail(statistic: number, degreesOfFreedom: number) {
  return degreesOfFreedom === Infinity ? normalUpperTail(statistic) : tUpperTail(statistic, degreesOfFreedom)
}

// From the lower tail, because 1 − alpha rounds to 1 below 1e−16.
function criticalValue(tail: number, degreesOfFreedom: number) {
  return degreesOfFreedom === Infinity ? -normalQuantile(tail) : -tQuantile(tail, degreesOfFreedom)
}
