import { logBeta, normalCdf, normalPdf } from './distributions.ts'
import type { Arms, Effect } from './estimates.ts'
import type { Count } from './proportions.ts'
import { areSummable, type Refusal, refuse } from './refusal.ts'

/** Chance that the treatment is better, and what is lost on average by choosing either arm when the other was better. */
export type Choice = { chanceBetter: number; lossOfTreatment: number; lossOfControl: number }

/**
 * From an effect and its standard error with a flat prior: normal posterior, loss E[max(−δ, 0)] of the treatment and E[max(δ, 0)] of the
 * control, in the unit of the effect (GrowthBook `packages/stats`, MIT).
 * Refuses a standard error that is not above 0: “Without a standard error nothing can be weighed.”
 */
export function chooseByNormal({ effect, standardError }: Pick<Effect, 'effect' | 'standardError'>): Choice | Refusal {
  if (!(standardError > 0 && areSummable([effect, standardError]))) return refuse('Without a standard error nothing can be weighed.')
  const z = effect / standardError
  const tail = standardError * normalPdf(z)
  return { chanceBetter: normalCdf(z), lossOfTreatment: tail - effect * normalCdf(-z), lossOfControl: tail + effect * normalCdf(z) }
}

/**
 * From counts with uniform priors, exactly (the finite sum of the beta–binomial identity; losses by shifting a parameter, Stucchio 2015).
 * One term a success, so about a million successes a second.
 * Refuses: “Successes and trials must be whole numbers, with no more successes than units.”
 * More than ten million units: “There are too many people to count out; weigh the difference as a normal.” (`chooseByNormal`)
 */
export function chooseByCounts({ control, treatment }: Arms<Count>): Choice | Refusal {
  const sound = [control, treatment].every(
    ({ successes, trials }) => Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && trials >= successes,
  )
  if (!sound) return refuse('Successes and trials must be whole numbers, with no more successes than units.')
  if (control.trials + treatment.trials > mostUnits)
    return refuse('There are too many people to count out; weigh the difference as a normal.')
  const [c, t] = [control, treatment].map(({ successes, trials }) => ({ a: successes + 1, b: trials - successes + 1 })) as [Beta, Beta]
  const chanceBetter = chanceAbove(t, c)
  const [meanC, meanT] = [c.a / (c.a + c.b), t.a / (t.a + t.b)]
  const gain = meanT * chanceAbove({ ...t, a: t.a + 1 }, c) - meanC * chanceAbove(t, { ...c, a: c.a + 1 })
  return { chanceBetter, lossOfControl: Math.max(0, gain), lossOfTreatment: Math.max(0, gain - (meanT - meanC)) }
}

const mostUnits = 10_000_000

type Beta = { a: number; b: number }

/** P(X > Y) for independent betas, X with a whole `a`. */
function chanceAbove(x: Beta, y: Beta) {
  let sum = 0
  for (let i = 0; i < x.a; i++) sum += Math.exp(logBeta(y.a + i, x.b + y.b) - Math.log(x.b + i) - logBeta(1 + i, x.b) - logBeta(y.a, y.b))
  return Math.min(1, sum)
}
