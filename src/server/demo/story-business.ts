import { MetricDefinition } from '#domain/business/metric.ts'
import { addDays, dayOf, mondayBefore, quarterOf } from './calendar-days.ts'
import { type About, type Happening, numberedKey, type Row, recordFacts, type Telling } from './story-shape.ts'
import { type BetState, bets as betTexts, type DemoBetText, type DemoPlanText } from './texts/bets.ts'
import type { Person } from './texts/members.ts'
import { type MetricSlug, metrics as metricTexts } from './texts/metrics.ts'
import { roadmapMoves } from './texts/roadmap-moves.ts'
import { experiments } from './timeline.ts'

export function metricRows(telling: Telling) {
  const rows = metricTexts.map(({ name, description, unit, definition, ...rest }, place) => {
    const at = telling.inWeek(51 - Math.floor(place / 3))
    const by: Person = place % 2 ? 'jonas' : 'rosa'
    const row = {
      ...recordFacts(telling, { at, by }),
      key: numberedKey('metric', place),
      name,
      description,
      definition: MetricDefinition.parse(definition),
      direction: definition.direction,
      unit,
      northStar: 'northStar' in rest,
    }
    telling.note({ kind: 'metric', ...row, title: name }, { what: 'metric.added', by, at })
    return row
  })
  const bySlug = Object.fromEntries(metricTexts.map(({ slug }, place) => [slug, rows[place]!.id])) as Record<MetricSlug, string>
  return { rows, bySlug }
}

/** Plans are written in percentage points; the warehouse counts shares from 0 to 1. */
const POINTS = 100

const rangeOf = (triple: [number, number, number] | null) => triple && { low: triple[0], likely: triple[1], high: triple[2] }

export function betRows(telling: Telling, { metrics, problems }: { metrics: Record<MetricSlug, string>; problems: Row<'problems'>[] }) {
  const betProblems: Row<'betProblems'>[] = []
  const rows = betTexts.map((text, place) => {
    const row = makeBet(telling, text, { place, metrics })
    tellSteps(telling, text, row)
    for (const number of text.problems) {
      const problem = problems[number - 1]!
      const tied = new Date(Math.max(row.createdAt.getTime(), (problem.createdAt as Date).getTime()) + 3_600_000)
      betProblems.push({ betId: row.id, problemId: problem.id as string, createdAt: tied })
      telling.note(
        { kind: 'bet', ...row },
        { what: 'bet.problem-tied', by: text.owner, at: tied, changes: { problem: { before: null, after: problem.key as string } } },
      )
    }
    return row
  })
  return { rows, betProblems }
}

function makeBet(telling: Telling, text: DemoBetText, { place, metrics }: { place: number; metrics: Record<MetricSlug, string> }) {
  const { title, doing, forWhom, willChange, because, horizon, mindChanger, learned, steps, owner } = text
  const first = steps[0]!
  const last = steps.at(-1)!
  const launched = steps.find(({ state }) => state === 'launched')
  return {
    ...recordFacts(telling, { at: telling.inWeek(first.weeksAgo, 0), by: first.by, owner }),
    key: numberedKey('bet', place),
    title,
    doing,
    forWhom,
    willChange,
    because,
    horizon,
    mindChanger,
    learned,
    metricId: text.metric && metrics[text.metric],
    reach: rangeOf(text.reach),
    impact: rangeOf(text.impact),
    confidence: rangeOf(text.confidence),
    effort: rangeOf(text.effort),
    quarter: text.quarter === null ? null : quarterOf(telling.now, text.quarter),
    position: place,
    state: last.state,
    stateReason: last.why ?? null,
    assumptions: text.assumptions.map(([assumption, test, state], number) => ({ id: `a${number + 1}`, text: assumption, test, state })),
    launchedAt: launched ? launchMoment(telling.now, launched.weeksAgo) : null,
  }
}

/** Launches happen on a Monday morning. */
export const launchMoment = (now: Date, weeksAgo: number) => new Date(mondayBefore(now, weeksAgo).getTime() + (9 * 60 + 14) * 60_000)

type BetRow = ReturnType<typeof makeBet>

/** Each step of a bet, and where it stood on the roadmap: what is considered comes next, what is committed comes now. */
function tellSteps(telling: Telling, { steps, horizon, quarter }: DemoBetText, row: BetRow) {
  const about = { kind: 'bet' as const, ...row }
  telling.note(about, { what: 'bet.added', by: steps[0]!.by, at: row.createdAt })
  const own = roadmapMoves.filter(({ bet }) => row.key === `BET-${bet}`)
  let [state, place]: [BetState, string] = ['idea', 'later']
  for (const step of steps.slice(1)) {
    const at = step.state === 'launched' ? row.launchedAt! : telling.inWeek(step.weeksAgo, 1)
    const launched: Happening['changes'] = step.state === 'launched' ? { launchedAt: { before: null, after: at.toISOString() } } : {}
    telling.note(about, {
      what: `bet.${step.state}`,
      by: step.by,
      at,
      why: step.why ?? null,
      changes: { state: { before: state, after: step.state }, ...launched },
    })
    state = step.state
    const wanted = step.state === 'committed' ? horizon : step.state === 'considering' && horizon !== 'later' ? 'next' : place
    if (wanted === place || own.some((move) => move.horizon)) continue
    const placed = new Date(at.getTime() + 600_000)
    telling.note(about, {
      what: 'bet.placed',
      by: step.by,
      at: placed,
      changes: {
        horizon: { before: place, after: wanted },
        ...(wanted === horizon && quarter !== null ? { quarter: { before: null, after: row.quarter } } : {}),
      },
    })
    place = wanted
  }
  for (const { by, why, weeksAgo, horizon: moved, quarter: shifted, confidence } of own) {
    const name = (offset: number | null) => (offset === null ? null : quarterOf(telling.now, offset))
    const changes = {
      ...(moved ? { horizon: { before: moved[0], after: moved[1] } } : {}),
      ...(shifted ? { quarter: { before: name(shifted[0]), after: name(shifted[1]) } } : {}),
      ...(confidence ? { confidence: { before: confidence[0], after: confidence[1] } } : {}),
    }
    telling.note(about, { what: moved ? 'bet.placed' : 'bet.changed', by, at: telling.inWeek(weeksAgo, 2), why, changes })
  }
}

/** A plan before its lock: the loader locks it with the product's own rule, at the moment the bet was launched. */
export type PlannedLock = {
  plan: Row<'successPlans'> & { id: string }
  lockedAt: Date | null
  by: Person
  amendment: { id: string; at: Date; reason: string; checkDateBefore: string; by: Person } | null
}

export function planRows(telling: Telling, { bets, metrics }: { bets: BetRow[]; metrics: Record<MetricSlug, string> }): PlannedLock[] {
  return betTexts.flatMap(({ plan, metric, owner, steps }, place) => {
    if (!plan || !metric) return []
    const bet = bets[place]!
    const planned = steps.find(({ state }) => state === 'committed') ?? steps.at(-1)!
    const at = new Date(telling.inWeek(planned.weeksAgo, 2).getTime())
    const checked = (weeks: number) => dayOf(addDays(mondayBefore(telling.now, weeks), 0))
    const row = {
      ...recordFacts(telling, { at, by: owner }),
      betId: bet.id,
      metricId: metrics[metric],
      smallestEffect: plan.smallestEffect / POINTS,
      effectKind: 'absolute' as const,
      design: designOf(plan),
      guardrails: plan.guardrails.map((guardrail) => ({
        metricId: metrics[guardrail.metric],
        margin: guardrail.margin / POINTS,
        marginKind: 'absolute' as const,
      })),
      plannedPeople: plan.plannedPeople,
      checkDate: checked(plan.checkedWeeksAgo),
      startedOn: bet.launchedAt && dayOf(bet.launchedAt),
      lockedAt: null,
      lockedBy: null,
      canonical: null,
      hash: null,
    }
    const about = { kind: 'success-plan' as const, id: row.id, title: bet.title }
    telling.note(about, { what: 'success-plan.added', by: owner, at })
    if (bet.launchedAt) telling.note(about, { what: 'success-plan.locked', by: owner, at: bet.launchedAt })
    return [{ plan: row, lockedAt: bet.launchedAt, by: owner, amendment: tellAmendment(telling, plan, { about, checked }) }]
  })
}

type Amended = { about: About; checked: (weeksAgo: number) => string }

function tellAmendment(
  telling: Telling,
  { amendment, checkedWeeksAgo }: DemoPlanText,
  { about, checked }: Amended,
): PlannedLock['amendment'] {
  if (!amendment) return null
  const { weeksAgo, reason, checkedBefore, by } = amendment
  const at = telling.inWeek(weeksAgo, 3)
  const checkDateBefore = checked(checkedBefore)
  telling.note(about, {
    what: 'success-plan.amended',
    by,
    at,
    why: reason,
    changes: { checkDate: { before: checkDateBefore, after: checked(checkedWeeksAgo) } },
  })
  return { id: telling.chance.id(at), at, reason, checkDateBefore, by }
}

function designOf({ design }: NonNullable<DemoBetText['plan']>) {
  if ('launch' in design) return { kind: 'before-after' as const, weeksBefore: design.weeksBefore, season: 'none' as const }
  return {
    kind: 'experiment' as const,
    exposureEvent: 'feature_exposed',
    variantProperty: experiments[design.experiment].property,
    control: 'control',
    treatment: 'treatment',
    windowDays: design.windowDays,
    daysBefore: 7,
    capAt: null,
  }
}
