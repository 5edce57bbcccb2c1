import type { PracticeRecord } from '#domain/learn/practice-rules.ts'
import type { Scope } from '../../scope.ts'
import { type Asked, byId, candidates, countBy, distinct, everyField, idsOf, rowsOf } from './candidates.ts'
import { betEvidence, evidenceFields, readEvidence } from './evidence.ts'

const isComplete = ({ given, when, then }: { given: string; when: string; then: string }) =>
  Boolean(given.trim() && when.trim() && then.trim())

export async function collectSpecs(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'spec', asked)
  const ids = idsOf(rows)
  const evidence = await betEvidence(
    scope,
    rows.map(({ betId }) => betId),
  )
  const stories = await rowsOf(scope, 'story', { columns: ['specId', 'criteria'], where: { specId: ids } })
  const questions = await questionsOf(scope, ids)
  return rows.map((row) => {
    const own = stories.filter(({ specId }) => specId === row.id)
    const asked = questions.filter(({ specId }) => specId === row.id)
    const answered = asked.filter(({ answeredAt }) => answeredAt !== null).length
    const { problemCount, fields } = evidence(row.betId)
    return {
      ...everyField(row, row.title),
      ...fields,
      what: row.what,
      forWhom: row.forWhom,
      why: row.why,
      outOfScope: row.outOfScope,
      body: row.body,
      state: row.state,
      hasProblem: problemCount > 0,
      hasBet: row.betId !== null,
      'stories.count': own.length,
      'criteria.count': own.reduce((sum, { criteria }) => sum + criteria.length, 0),
      'questions.count': asked.length,
      'questions.open.count': asked.length - answered,
      'questions.answered.count': answered,
    }
  })
}

export async function collectStories(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'story', asked)
  const where = { id: rows.map(({ specId }) => specId) }
  const specs = byId(await rowsOf(scope, 'spec', { columns: ['id', 'betId'], where }))
  const evidence = await betEvidence(
    scope,
    [...specs.values()].map(({ betId }) => betId),
  )
  return rows.map((row) => ({
    ...everyField(row, row.iWant),
    asA: row.asA,
    want: row.iWant,
    soThat: row.soThat,
    hasSpec: true,
    hasProblem: evidence(specs.get(row.specId)?.betId ?? null).problemCount > 0,
    'criteria.count': row.criteria.length,
    'criteria.complete.count': row.criteria.filter(isComplete).length,
  }))
}

export async function collectLaunches(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'launch', asked)
  const evidence = await launchEvidence(scope, rows)
  const where = { id: rows.map(({ specId }) => specId) }
  const specs = byId(await rowsOf(scope, 'spec', { columns: ['id', 'version'], where }))
  return rows.map((row) => ({
    ...everyField(row, row.title),
    ...evidence(row),
    audience: row.audience,
    keyMessage: row.keyMessage,
    hasEvidence: row.insightId !== null,
    salesNotes: row.salesNotes,
    supportNotes: row.supportNotes,
    launchDate: row.launchOn,
    state: row.state,
    hasSpec: row.specId !== null,
    hasBet: row.betId !== null,
    isOutOfDate: row.specId !== null && row.specVersion !== null && (specs.get(row.specId)?.version ?? 0) > row.specVersion,
    'stages.count': row.stages.length,
    'checklist.count': row.checklist.length,
    'checklist.owned.count': row.checklist.filter(({ ownerId }) => ownerId).length,
    'checklist.done.count': row.checklist.filter(({ doneAt }) => doneAt).length,
    'functions.distinct': distinct(row.checklist.map((line) => line.function.trim().toLowerCase())),
  }))
}

/** A launch rests on the problems of its bet, and on the problem its message quotes. */
async function launchEvidence(scope: Scope, rows: readonly { betId: string | null; insightId: string | null }[]) {
  const ofBet = await betEvidence(
    scope,
    rows.map(({ betId }) => betId),
  )
  const where = { id: rows.map(({ insightId }) => insightId) }
  const insights = byId(await rowsOf(scope, 'insight', { columns: ['id', 'problemId'], where }))
  const quoted = await readEvidence(
    scope,
    [...insights.values()].map(({ problemId }) => problemId),
  )
  return ({ betId, insightId }: { betId: string | null; insightId: string | null }) => {
    const problemId = insightId && insights.get(insightId)?.problemId
    return betId ? ofBet(betId).fields : evidenceFields(quoted.filter((one) => one.problemId === problemId))
  }
}

export async function collectDecisions(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'decision', asked)
  const where = { decisionId: idsOf(rows) }
  const forecasts = await rowsOf(scope, 'forecast', { columns: ['decisionId', 'probability', 'resolveOn'], where })
  const forecastCount = countBy(forecasts, 'decisionId')
  return rows.map((row) => {
    const forecast = forecasts.find(({ decisionId }) => decisionId === row.id)
    return {
      ...everyField(row, row.question),
      question: row.question,
      context: row.context,
      known: row.known,
      unknown: row.unknown,
      'options.count': row.options.length,
      'options.argued.count': row.options.filter((option) => option.for.length && option.against.length).length,
      'heard.count': row.heard.filter(({ position }) => position !== 'not-asked').length,
      'disagreed.count': row.heard.filter(({ position }) => position === 'opposes' || position === 'has-concerns').length,
      decideBy: row.decideBy,
      hasBet: row.betId !== null,
      isReversible: row.reversible,
      state: row.state,
      isDecided: row.state === 'decided',
      choice: row.options.find(({ id }) => id === row.chosenOption)?.title ?? row.chosenOption,
      reason: row.reason,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      hasForecast: forecastCount(row.id) > 0,
      'forecast.probability': forecast ? Math.round(forecast.probability * 100) : null,
      'forecast.resolvesOn': forecast?.resolveOn ?? null,
    }
  })
}

async function questionsOf({ db, workspaceId }: Scope, specIds: readonly string[]) {
  if (!specIds.length) return []
  return db
    .selectFrom('openQuestions')
    .select(['specId', 'answeredAt'])
    .where('workspaceId', '=', workspaceId)
    .where('specId', 'in', specIds)
    .execute()
}
