import { arriving as arrivingWithin } from '#domain/business/success-plan-design.ts'
import { DAY_MS, dayOf } from '#domain/dates.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import type { Scope } from '../../scope.ts'
import { type ExperimentFacts, sizePlan } from './experiment-size.ts'
import { exposureDoubts } from './exposure.ts'
import { peopleInTime, takesWords } from './people-in-time.ts'
import { peopleSince } from './people-since.ts'
import { findPlannedMetric, type Outlook, type PlanFacts, type PlannedMetric } from './plan-facts.ts'
import { seriesOutlook } from './series-outlook.ts'

/**
 * Says before the launch how many people the plan needs, whether the traffic of the last weeks brings them by the check date, and what looks
 * mistyped. Of a launch that lies back it says what has come since that day.
 */
export async function outlookOf(scope: Scope, plan: PlanFacts, launchedOn = dayOf(scope.now())): Promise<Outlook> {
  const mistyped = plan.design.kind === 'experiment' ? await exposureDoubts(scope, plan.design) : []
  const outlook = await trafficOutlook(scope, plan, launchedOn)
  const suffices = mistyped.length > 0 && outlook.suffices ? null : outlook.suffices
  return { ...outlook, suffices, doubts: [...mistyped, ...outlook.doubts] }
}

async function trafficOutlook(scope: Scope, plan: PlanFacts, launchedOn: string): Promise<Outlook> {
  const metric = await findPlannedMetric(scope, plan.metricId)
  const { design } = plan
  const since = launchedOn < dayOf(scope.now()) ? launchedOn : null
  if (design.kind === 'experiment') return experimentOutlook(scope, { ...plan, design }, { metric, since })
  return { people: null, days: null, arriving: null, ...(await seriesOutlook(scope, { ...plan, design }, metric.definition, since)) }
}

type Asked = { metric: PlannedMetric; since: string | null }

async function experimentOutlook(scope: Scope, plan: ExperimentFacts, { metric, since }: Asked): Promise<Outlook> {
  const { design } = plan
  const { arrivals, success, size, hardest } = await sizePlan(scope, plan, metric)
  const left = daysLeft(plan, scope.now())
  const arriving = Math.floor(arrivingWithin(Math.max(0, left), arrivals.weekly))
  const known = { arriving, people: isRefusal(size) ? null : size.people, days: isRefusal(size) ? null : size.days }
  const coming = arrivals.haveMet ? arriving : 0
  if (since) return { ...known, ...(await peopleSince(scope, plan, { metric: metric.definition, since, size, coming, left })) }
  if (isRefusal(size)) return { ...known, suffices: null, sentence: size.refused, doubts: [] }
  const found = peopleInTime({
    size,
    byGuardrail: hardest !== undefined,
    design,
    success: success.design,
    arrivals,
    counted: arrivals.haveMet ? success.counted : 0,
    left,
  })
  const named = hardest ? `“${hardest.name}” needs the most of them. ` : ''
  const sentence = `${takesWords(size, design, arrivals)} ${named}${(hardest ?? success).note} ${found.sentence}`
  return { ...known, suffices: found.suffices, sentence, doubts: [] }
}

function daysLeft({ checkDate, design }: ExperimentFacts, now: Date) {
  return Math.floor((Date.parse(`${checkDate}T00:00:00Z`) - now.getTime()) / DAY_MS) - design.windowDays
}

const fewestPlanned = 100
const mostPlanned = 1_000_000_000
const plannedWithoutPast = 1_000

/**
 * How many people the looks of an experiment are tuned to where nobody said: as many as the outlook needs, else as many as will come, else a
 * number that suits most. The error promised holds whatever it is; far from the truth the interval while running is wider.
 */
export async function plannedPeopleOf(scope: Scope, plan: PlanFacts) {
  const { people, arriving } = await trafficOutlook(scope, plan, dayOf(scope.now()))
  return Math.min(mostPlanned, Math.max(fewestPlanned, people ?? (arriving || plannedWithoutPast)))
}
