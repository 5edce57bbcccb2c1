import { inDays, type MetricDefinition } from '#domain/business/metric.ts'
import type { PlannedSize } from '#domain/business/success-plan-design.ts'
import { addDays, dayOf } from '#domain/dates.ts'
import { isRefusal, type Refusal } from '#domain/statistics/refusal.ts'
import type { Scope } from '../../scope.ts'
import type { ExperimentFacts } from './experiment-size.ts'
import { type Exposure, exposuresIn, peopleIn, peopleWords } from './exposures.ts'
import { surely, toSee } from './people-in-time.ts'

type Since = {
  metric: MetricDefinition
  since: string
  size: PlannedSize | Refusal
  /** People who will still come in time if they come as they did. */
  coming: number
  /** Days in which they can. */
  left: number
}

/** Of a launch that lies back: who has met the exposure event since that day, in which variant, and whether that suffices. */
export async function peopleSince(scope: Scope, plan: ExperimentFacts, asked: Since) {
  const [launched, now] = [new Date(`${asked.since}T00:00:00Z`), scope.now()]
  const { design } = plan
  const isCompared = ({ variant }: Exposure) => [design.control, design.treatment].includes(variant)
  const run = { design, metric: asked.metric, until: now }
  const came = (await exposuresIn(scope, run, launched, now)).filter(isCompared)
  const earlier = peopleIn((await exposuresIn(scope, run, new Date(0), launched)).filter(isCompared))
  const before = earlier > 0 ? ` ${peopleWords(earlier)} met it before that day, which does not count.` : ''
  const counted = peopleIn(came.filter(({ day }) => addDays(dayOf(day), design.windowDays) <= plan.checkDate))
  const missing = [design.control, design.treatment].filter((name) => !came.some(({ variant }) => variant === name))
  return {
    suffices: missing.length > 0 ? (asked.left > 0 ? null : false) : suffices(asked, counted),
    sentence: [cameWords(plan, asked.since, came) + before, inTimeWords(plan, { came, counted }), weighed(asked, counted)]
      .filter(Boolean)
      .join(' '),
    doubts: missing.length > 0 ? [nothingToCount(missing, asked)] : [],
  }
}

const suffices = ({ size, coming }: Since, counted: number) => (isRefusal(size) ? null : counted + coming >= size.people)

function cameWords({ design: { exposureEvent, control, treatment } }: ExperimentFacts, since: string, came: Exposure[]) {
  const met = (name: string) => `${peopleIn(came.filter(({ variant }) => variant === name)).toLocaleString('en-GB')} with “${name}”`
  const total = peopleIn(came)
  if (total === 0) return `Nobody has met “${exposureEvent}” with “${control}” or “${treatment}” since ${since}.`
  return `Since ${since}, ${peopleWords(total)} met “${exposureEvent}”: ${met(control)}, ${met(treatment)}.`
}

function inTimeWords({ design }: ExperimentFacts, { came, counted }: { came: Exposure[]; counted: number }) {
  const late = peopleIn(came) - counted
  if (late === 0) return ''
  return `For ${late.toLocaleString('en-GB')} of them the ${inDays(design.windowDays)} in which they count are not over by the check date.`
}

function weighed({ size, coming }: Since, counted: number) {
  if (isRefusal(size)) return size.refused
  const takes = `This takes ${peopleWords(size.people)} ${toSee}`
  const more = coming > 0 ? `, and about ${coming.toLocaleString('en-GB')} more will come in time if they come as in the last weeks` : ''
  return counted + coming >= size.people ? `${takes}${more}: that suffices. ${surely}` : `${takes}${more}: that is not enough.`
}

function nothingToCount(missing: string[], { left }: Since) {
  const unless = left > 0 ? 'unless they come by the check date, ' : ''
  return missing.length === 2
    ? `Nobody has come since that day: ${unless}the verdict will have nothing to count. Is the day right?`
    : `Nobody has come with “${missing[0]}” since that day: ${unless}the verdict will have nothing to compare. Is the day right?`
}
