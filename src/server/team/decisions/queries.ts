import type { z } from 'zod'
import { earliestToday } from '#domain/dates.ts'
import { checkDecisionChange, type DecisionChanges, type NewDecision } from '#domain/team/decision.ts'
import { checkAhead } from '#domain/team/planned-day.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'
import { findForecasts } from './forecasts.ts'

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
    findForecasts(scope, decision),
    decision.betId ? findRecord(scope, 'bet', decision.betId) : null,
  ])
  return { ...decision, ...forecasts, bet: bet && { id: bet.id, key: bet.key, title: bet.title, state: bet.state } }
}

export async function addDecision(scope: Scope, { bet, ...decision }: z.output<typeof NewDecision>) {
  checkAhead(decision.decideBy, { before: null, today: earliestToday(scope.now()), field: 'decideBy' })
  const blank = { decideBy: null, chosenOption: null, decidedAt: null, decidedBy: null }
  return addRecord(scope, 'decision', { ...blank, ...decision, betId: bet ? (await findRecord(scope, 'bet', bet)).id : null })
}

export async function changeDecision(scope: Scope, decision: Editable<Decision>, { bet, ...changes }: z.output<typeof DecisionChanges>) {
  checkDecisionChange(decision, changes)
  checkAhead(changes.decideBy, { before: decision.decideBy, today: earliestToday(scope.now()), field: 'decideBy' })
  const betId = bet ? (await findRecord(scope, 'bet', bet)).id : bet
  return changeRecord(scope, { kind: 'decision', record: decision }, { ...changes, ...(betId === undefined ? {} : { betId }) })
}
