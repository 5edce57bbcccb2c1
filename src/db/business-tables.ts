import type { Generated } from 'kysely'
import type { Range } from '#domain/ranges.ts'
import type { Day, Json, JsonWithDefault, Keyed, RecordColumns } from './columns.ts'

export type Assumption = { id: string; text: string; test: string; state: 'untested' | 'holds' | 'broken' }
export type Guardrail = { metricId: string; margin: number; marginKind: 'absolute' | 'relative' }

/** How the success of a bet is to be judged: people exposed at random, or the series before and after. */
export type PlanDesign =
  | {
      kind: 'experiment'
      exposureEvent: string
      variantProperty: string
      control: string
      treatment: string
      windowDays: number
      share?: number
      daysBefore: number | null
      capAt: number | null
    }
  | { kind: 'before-after'; launchedOn?: string; weeksBefore: number; season: 'none' | 'weekday' }

export type BusinessTables = {
  metrics: Keyed & {
    name: string
    description: Generated<string>
    definition: Json<unknown>
    direction: 'up' | 'down'
    unit: string
    northStar: Generated<boolean>
  }
  bets: Keyed & {
    title: string
    doing: Generated<string>
    forWhom: Generated<string>
    willChange: Generated<string>
    because: Generated<string>
    metricId: string | null
    reach: Json<Range | null>
    impact: Json<Range | null>
    confidence: Json<Range | null>
    effort: Json<Range | null>
    horizon: Generated<'now' | 'next' | 'later'>
    quarter: string | null
    position: Generated<number>
    state: Generated<'idea' | 'considering' | 'committed' | 'building' | 'launched' | 'learned' | 'dropped'>
    stateReason: string | null
    assumptions: JsonWithDefault<Assumption[]>
    mindChanger: Generated<string>
    learned: Generated<string>
    launchedAt: Date | null
  }
  betProblems: { workspaceId: string; betId: string; problemId: string; createdAt: Date }
  successPlans: RecordColumns & {
    betId: string
    metricId: string
    smallestEffect: number
    effectKind: Generated<'absolute' | 'relative'>
    design: Json<PlanDesign>
    guardrails: JsonWithDefault<Guardrail[]>
    alpha: Generated<number>
    power: Generated<number>
    plannedPeople: number | null
    checkDate: Day
    startedOn: Day | null
    lockedAt: Date | null
    lockedBy: string | null
    canonical: string | null
    hash: string | null
  }
  planAmendments: {
    workspaceId: string
    id: string
    planId: string
    reason: string
    oldCanonical: string
    oldHash: string
    newCanonical: string
    newHash: string
    amendedBy: string | null
    amendedAt: Date
  }
  verdicts: Keyed & {
    betId: string
    planHash: string | null
    state: 'worked' | 'did-not-work' | 'harmed' | 'inconclusive' | 'not-enough-data' | 'not-measured'
    sentence: string
    result: Json<unknown>
    readThrough: Date
    final: Generated<boolean>
  }
}
