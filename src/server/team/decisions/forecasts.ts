import type { z } from 'zod'
import { earliestToday } from '#domain/dates.ts'
import { NotAllowed } from '#domain/problems.ts'
import { ratesKnownBefore } from '#domain/statistics/base-rate.ts'
import { must } from '#domain/statistics/must.ts'
import { betBaseRate, forecastBaseRate, questionKey } from '#domain/team/base-rates.ts'
import {
  calibrationBins,
  checkOpen,
  type ForecastChanges,
  type NewForecast,
  type Resolution,
  resolve,
  scoreForecasters,
} from '#domain/team/forecast.ts'
import { calibrationOf } from '#domain/team/forecast-calibration.ts'
import { checkNewForecast, questionsIn, type Saying, sayingsOf, scoreSettled } from '#domain/team/forecast-question.ts'
import { checkAhead } from '#domain/team/planned-day.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, editableRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'

type Decision = RecordOf<'decision'>
type Forecast = RecordOf<'forecast'>

function forecastsIn({ db, workspaceId }: Scope) {
  return db
    .selectFrom('forecasts')
    .innerJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'forecasts.workspaceId').onRef('members.id', '=', 'forecasts.memberId'),
    )
    .where('forecasts.workspaceId', '=', workspaceId)
    .where('forecasts.archivedAt', 'is', null)
}

const withDecisions = (scope: Scope) =>
  forecastsIn(scope).innerJoin('decisions', (join) =>
    join.onRef('decisions.workspaceId', '=', 'forecasts.workspaceId').onRef('decisions.id', '=', 'forecasts.decisionId'),
  )

function forecastsOf(scope: Scope, decisionId: string) {
  return forecastsIn(scope)
    .where('decisionId', '=', decisionId)
    .select([
      'forecasts.id',
      'decisionId',
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

/** The forecasts of a decision with what each said before and how it did, put together by question, and what to start a new one from. */
export async function findForecasts(scope: Scope, decision: Decision) {
  const [forecasts, settled, bets] = await Promise.all([
    forecastsOf(scope, decision.id),
    settledForecasts(scope),
    decision.betId ? verdictStates(scope) : [],
  ])
  const changes = await probabilityChanges(scope, forecasts)
  // What several people forecast counts once.
  const known = [...new Map(settled.map((one) => [questionKey(one), one])).values()]
  const scored = forecasts.map((forecast) => {
    const sayings = sayingsOf(forecast, changes.get(forecast.id) ?? [])
    return { ...forecast, sayings, score: scoreOf({ ...forecast, sayings }, known) }
  })
  return {
    forecasts: scored,
    questions: questionsIn(forecasts),
    baseRates: { forecasts: forecastBaseRate(settled, decision), bets: betBaseRate(bets) },
  }
}

type Given = Awaited<ReturnType<typeof forecastsOf>>[number] & { sayings: Saying[] }
type Standing = { outcome: boolean | null; createdAt: Date; resolvedAt: Date | null }

/** What the scores need to know of a settled forecast: how it came out, and from when to when it stood. */
const timed = ({ outcome, createdAt, resolvedAt }: Standing) => ({
  outcome: outcome!,
  givenAt: createdAt.getTime(),
  resolvedAt: resolvedAt!.getTime(),
})

/** Measured against what had come true when it was given. */
function scoreOf(forecast: Given, known: readonly ReturnType<typeof timed>[]) {
  const { resolvedAt, outcome, probability, sayings } = forecast
  if (outcome === null || resolvedAt === null) return null
  const baseRate = must(ratesKnownBefore([...known, timed(forecast)])).at(-1)!
  return scoreSettled({ probability, outcome, resolvedAt, sayings, baseRate })
}

async function settledForecasts(scope: Scope) {
  const rows = await withDecisions(scope)
    .where('outcome', 'is not', null)
    .select(['decisionId', 'statement', 'reversible', 'outcome', 'forecasts.createdAt', 'resolvedAt'])
    .execute()
  return rows.map((row) => ({ ...row, ...timed(row) }))
}

/** What was said before is in the journal, which nobody can change afterwards. */
async function probabilityChanges({ db, workspaceId }: Scope, forecasts: { id: string }[]) {
  if (forecasts.length === 0) return new Map<string, { at: Date; before: number }[]>()
  const rows = await db
    .selectFrom('activities')
    .select(['aboutId', 'at', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('aboutKind', '=', 'forecast')
    .where(
      'aboutId',
      'in',
      forecasts.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  const changes = rows.flatMap(({ aboutId, at, changes: { probability } }) =>
    probability ? [{ aboutId, at, before: Number(probability.before) }] : [],
  )
  return Map.groupBy(changes, ({ aboutId }) => aboutId)
}

/** The last word on each bet that was judged. */
async function verdictStates({ db, workspaceId }: Scope) {
  const rows = await db
    .selectFrom('verdicts')
    .distinctOn('betId')
    .select(['betId', 'state'])
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .orderBy('betId')
    .orderBy('createdAt', 'desc')
    .execute()
  return rows.map(({ state }) => state)
}

export async function addForecast(scope: Scope, decision: Decision, forecast: z.output<typeof NewForecast>) {
  const about = { decisionId: decision.id, memberId: scope.member.id }
  checkAhead(forecast.resolveOn, { before: null, today: earliestToday(scope.now()), field: 'resolveOn' })
  checkNewForecast(await forecastsOf(scope, decision.id), { ...about, statement: forecast.statement })
  return addRecord(scope, 'forecast', { ...forecast, ...about, outcome: null, resolvedAt: null, resolvedBy: null })
}

export function changeForecast(scope: Scope, forecast: Editable<Forecast>, changes: z.output<typeof ForecastChanges>) {
  if (forecast.memberId !== scope.member.id) throw new NotAllowed('Only who made a forecast can change it.')
  checkOpen(forecast)
  checkAhead(changes.resolveOn, { before: forecast.resolveOn, today: earliestToday(scope.now()), field: 'resolveOn' })
  return changeRecord(scope, { kind: 'forecast', record: forecast }, changes)
}

/** What happened is the same for everybody who forecast it, so all open forecasts of the question are settled together. */
export async function settleQuestion(scope: Scope, forecast: Editable<Forecast>, resolution: z.output<typeof Resolution>) {
  const settled = await settle(scope, forecast, resolution)
  const others = await forecastsOf(scope, forecast.decisionId)
  for (const { id, outcome, ...other } of others)
    if (id !== forecast.id && outcome === null && questionKey(other) === questionKey(forecast))
      await settle(scope, await editableRecord(scope, 'forecast', id), resolution)
  return settled
}

function settle(scope: Scope, record: Editable<Forecast>, resolution: z.output<typeof Resolution>) {
  const by = { memberId: scope.member.id, at: scope.now() }
  return changeRecord(scope, { kind: 'forecast', record }, resolve(record, resolution, by), { what: 'forecast.resolved' })
}

/** How well people forecast: a Brier score each, how often what was said to be likely happened, and what the score is made of. */
export async function forecastScores(scope: Scope) {
  const rows = await forecastsIn(scope)
    .where('outcome', 'is not', null)
    .select(['forecasts.memberId', 'members.name', 'probability', 'outcome', 'forecasts.createdAt', 'forecasts.resolvedAt'])
    .execute()
  const resolved = rows.map((row) => ({ ...row, ...timed(row) }))
  return {
    people: scoreForecasters(resolved),
    calibration: calibrationBins(resolved),
    resolved: resolved.length,
    ...calibrationOf(resolved),
  }
}

/** Forecasts whose day has come and which nobody has resolved. */
export function dueForecasts(scope: Scope, today: string) {
  return withDecisions(scope)
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
