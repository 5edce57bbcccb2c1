import type { MetricDefinition } from '#domain/business/metric.ts'
import type { MetricData } from '#domain/business/verdict-plan.ts'
import { addDays, dayOf } from '#domain/dates.ts'
import type { Scope } from '../../scope.ts'
import { type Exposure, exposuresIn, peopleIn, peopleWords } from '../plans/exposures.ts'
import type { Experiment } from '../plans/past.ts'
import type { Plan } from '../plans/queries.ts'

type Run = { plan: Plan; design: Experiment; metric: MetricDefinition; until: Date }

/** Why an experiment has nobody to count yet, and when that will change. */
export async function tooLittle(scope: Scope, run: Run, exposures: Exposure[]): Promise<MetricData> {
  const [first] = exposures
  return { kind: 'too-little', because: first ? stillCounting(run, first) : await nobodyCame(scope, run) }
}

function stillCounting({ design, metric }: Run, { day }: Exposure) {
  const days = metric.kind === 'retention' ? metric.day + 1 : design.windowDays
  return `Nobody’s time to count has ended yet: for the first who met “${design.exposureEvent}” it ends on ${addDays(dayOf(day), days)}.`
}

async function nobodyCame(scope: Scope, run: Run) {
  const { exposureEvent, variantProperty, control, treatment } = run.design
  const launched = new Date(run.plan.startedOn!)
  const earlier = (await exposuresIn(scope, run, new Date(0), launched)).filter(({ variant }) => [control, treatment].includes(variant))
  const others = await exposuresIn(scope, run, launched, run.until)
  const nobody = `No “${exposureEvent}” with “${control}” or “${treatment}” in “${variantProperty}” has come in since the launch on ${run.plan.startedOn}.`
  return [nobody, beforeTheLaunch(earlier), otherVariants(others)].filter(Boolean).join(' ')
}

function beforeTheLaunch(exposures: Exposure[]) {
  const people = peopleIn(exposures)
  if (people === 0) return ''
  return `${peopleWords(people)} met it before that day, and nobody is counted who came before the launch.`
}

const NAMED = 5

function otherVariants(exposures: Exposure[]) {
  const names = [...new Set(exposures.map(({ variant }) => `“${variant}”`))]
  if (names.length === 0) return ''
  return `It came with ${names.slice(0, NAMED).join(', ')}${names.length > NAMED ? ' and others' : ''} there instead: amend the plan if that is how your application calls them.`
}
