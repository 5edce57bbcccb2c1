import { tQuantile } from './distributions.ts'
import { isRefusal, type Refusal } from './refusal.ts'

/** How the first points of a past foresee the later ones: what came, what was expected, and the standard deviation of the difference. */
export type Foresight = { degreesOfFreedom: number; points: { came: number; expected: number; deviation: number }[] }

/**
 * Fits the first three quarters of a past and asks whether the last quarter lies where they say: `failed` when under 60 % of the points
 * fall into their 95 % prediction intervals. Neighbouring misses go together under autocorrelation, so the bar is well below 95 %.
 * `untold` when the past is too short to split. In: how many points the past has, and what those before a split foresee.
 */
export function holdOut(length: number, foresee: (split: number) => Foresight | Refusal): 'passed' | 'failed' | 'untold' {
  const foresight = foresee(Math.floor(length * 0.75))
  if (isRefusal(foresight)) return 'untold'
  const { degreesOfFreedom, points } = foresight
  const critical = tQuantile(0.975, degreesOfFreedom)
  const inside = points.filter(({ came, expected, deviation }) => Math.abs(came - expected) <= critical * deviation)
  return inside.length >= 0.6 * points.length ? 'passed' : 'failed'
}
