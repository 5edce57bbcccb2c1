import type { Generated } from 'kysely'
import type { Day, JsonWithDefault, Keyed, RecordColumns } from './columns.ts'

export type Criterion = { given: string; when: string; then: string }
export type RolloutStage = { id: string; name: string; audience: string; share: number | null; on: Day | null; doneAt: string | null }
export type ChecklistLine = { id: string; function: string; task: string; ownerId: string | null; doneAt: string | null }
export type DecisionOption = { id: string; title: string; for: string[]; against: string[] }
export type Heard = {
  name: string
  memberId?: string | null
  position: 'supports' | 'has-concerns' | 'opposes' | 'not-asked'
  note: string
}

export type TeamTables = {
  specs: Keyed & {
    betId: string | null
    title: string
    what: Generated<string>
    forWhom: Generated<string>
    why: Generated<string>
    outOfScope: Generated<string>
    body: Generated<string>
    state: Generated<'draft' | 'in-review' | 'ready'>
  }
  stories: Keyed & {
    specId: string
    asA: string
    iWant: string
    soThat: Generated<string>
    criteria: JsonWithDefault<Criterion[]>
    position: Generated<number>
  }
  openQuestions: {
    workspaceId: string
    id: string
    specId: string
    question: string
    askedBy: string
    askedAt: Date
    answer: string | null
    answeredBy: string | null
    answeredAt: Date | null
  }
  launches: Keyed & {
    betId: string | null
    specId: string | null
    title: string
    audience: Generated<string>
    keyMessage: Generated<string>
    insightId: string | null
    salesNotes: Generated<string>
    supportNotes: Generated<string>
    stages: JsonWithDefault<RolloutStage[]>
    checklist: JsonWithDefault<ChecklistLine[]>
    launchOn: Day | null
    state: Generated<'planned' | 'rolling-out' | 'launched' | 'called-off'>
    specVersion: number | null
  }
  decisions: Keyed & {
    question: string
    context: Generated<string>
    options: JsonWithDefault<DecisionOption[]>
    known: Generated<string>
    unknown: Generated<string>
    reversible: Generated<boolean>
    decideBy: Day | null
    heard: JsonWithDefault<Heard[]>
    betId: string | null
    state: Generated<'open' | 'decided'>
    chosenOption: string | null
    reason: Generated<string>
    decidedAt: Date | null
    decidedBy: string | null
  }
  forecasts: RecordColumns & {
    decisionId: string
    memberId: string
    statement: string
    probability: number
    resolveOn: Day
    outcome: boolean | null
    resolvedAt: Date | null
    resolvedBy: string | null
    resolution: Generated<string>
  }
}
