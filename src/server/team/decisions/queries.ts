import type { z } from 'zod'
import { checkDecisionChange, type DecisionChanges, type NewDecision } from '#domain/team/decision.ts'
import { calibrationBins, type NewForecast, scoreForecasters } from '#domain/team/forecast.ts'
import { calibrationOf } from '#domain/team/forecast-calibration.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'

type Decision = RecordOf<'decision'>

export async function listDecisions(scope: Scope) {
  const { db, workspaceId } = scope
  const decisions = await db
    .selectFrom('decisions')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .select([
      'id',
      'key',
      'question',
      'options',
      'reversible',
      'decideBy',
      'state',
      'chosenOption',
      'decidedAt',
      'ownerId',
      'betId',
      'version',
      'createdAt',
      'heard',
    ])
    .orderBy('state', 'desc')
    .orderBy('decideBy')
    .orderBy('createdAt', 'desc')
    .limit(500)
    .execute()
  return decisions
}

export async function findDecision(scope: Scope, idOrKey: string) {
  const decision = await findRecord(scope, 'decision', idOrKey)
  const [forecasts, bet] = await Promise.all([
    forecastsOf(scope, decision.id),
    decision.betId ? findRecord(scope, 'bet', decision.betId) : null,
  ])
  return { ...decision, forecasts, bet: bet && { id: bet.id, key: bet.key, title: bet.title, state: bet.state } }
}

function forecastsIn({ db, workspaceId }: Scope) {
  return db
    .selectFrom('forecasts')
    .innerJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'forecasts.workspaceId').onRef('members.id', '=', 'forecasts.memberId'),
    )
    .where('forecasts.workspaceId', '=', workspaceId)
    .where('forecasts.archivedAt', 'is', null)
}

function forecastsOf(scope: Scope, decisionId: string) {
  return forecastsIn(scope)
    .where('decisionId', '=', decisionId)
    .select([
      'forecasts.id',
      'forecasts.memberId',
      'members.name as memberName',
      'statement',
      'probability',
      'resolveOn',
      'outcome',
      'resolvedAt',
      'resolution',
      'forecasts.version',
      'forecasts.createdAt',
    ])
    .orderBy('forecasts.createdAt')
    .execute()
}

export async function addDecision(scope: Scope, { bet, ...decision }: z.output<typeof NewDecision>) {
  const blank = { decideBy: null, chosenOption: null, decidedAt: null, decidedBy: null }
  return addRecord(scope, 'decision', { ...blank, ...decision, betId: bet ? (await findRecord(scope, 'bet', bet)).id : null })
}

export async function changeDecision(scope: Scope, decision: Editable<Decision>, { bet, ...changes }: z.output<typeof DecisionChanges>) {
  checkDecisionChange(decision, changes)
  const betId = bet ? (await findRecord(scope, 'bet', bet)).id : bet
  return changeRecord(scope, { kind: 'decision', record: decision }, { ...changes, ...(betId === undefined ? {} : { betId }) })
}

export async function addForecast(scope: Scope, decision: Decision, forecast: z.output<typeof NewForecast>) {
  return addRecord(scope, 'forecast', {
    ...forecast,
    decisionId: decision.id,
    memberId: scope.member.id,
    outcome: null,
    resolvedAt: null,
    resolvedBy: null,
  })
}

/** How well people forecast: a Brier score each, how often what was said to be likely happened, and what the score is made of. */
export async function forecastScores(scope: Scope) {
  const rows = await forecastsIn(scope)
    .where('outcome', 'is not', null)
    .select(['forecasts.memberId', 'members.name', 'probability', 'outcome', 'forecasts.createdAt', 'forecasts.resolvedAt'])
    .execute()
  const resolved = rows.map(({ createdAt, resolvedAt, ...row }) => ({
    ...row,
    outcome: row.outcome!,
    givenAt: createdAt.getTime(),
    resolvedAt: resolvedAt!.getTime(),
  }))
  return {
    people: scoreForecasters(resolved),
    calibration: calibrationBins(resolved),
    resolved: resolved.length,
    ...calibrationOf(resolved),
  }
}

/** Forecasts whose day has come and which nobody has resolved. */
export function dueForecasts(scope: Scope, today: string) {
  return forecastsIn(scope)
    .innerJoin('decisions', (join) =>
      join.onRef('decisions.workspaceId', '=', 'forecasts.workspaceId').onRef('decisions.id', '=', 'forecasts.decisionId'),
    )
    .where('outcome', 'is', null)
    .where('resolveOn', '<=', today)
    .select([
      'forecasts.id',
      'forecasts.statement',
      'forecasts.resolveOn',
      'forecasts.probability',
      'members.name as memberName',
      'decisions.key as decisionKey',
    ])
    .orderBy('resolveOn')
    .execute()
}
