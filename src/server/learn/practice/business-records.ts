import { sql } from 'kysely'
import type { PracticeRecord } from '#domain/learn/practice-rules.ts'
import type { Range } from '#domain/ranges.ts'
import type { Scope } from '../../scope.ts'
import { type Asked, byId, candidates, countBy, everyField, idsOf, rowsOf } from './candidates.ts'
import { betEvidence } from './evidence.ts'

export async function collectMetrics(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'metric', asked)
  const bets = countBy(await rowsOf(scope, 'bet', { columns: ['metricId'] }), 'metricId')
  const plans = await rowsOf(scope, 'success-plan', { columns: ['metricId', 'guardrails'] })
  const planCount = countBy(plans, 'metricId')
  const guardrails = new Set(plans.flatMap((plan) => plan.guardrails.map(({ metricId }) => metricId)))
  return rows.map((row) => ({
    ...everyField(row, row.name),
    unit: row.unit,
    description: row.description,
    direction: row.direction,
    isNorthStar: row.northStar,
    'links.bets.count': bets(row.id),
    'links.plans.count': planCount(row.id),
    isGuardrail: guardrails.has(row.id),
  }))
}

export async function collectBets(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'bet', asked)
  const ids = idsOf(rows)
  const evidence = await betEvidence(scope, ids)
  const linked = await countsByBet(scope, ids)
  return rows.map((row) => {
    const { problemCount, fields } = evidence(row.id)
    const ranges = { reach: row.reach, impact: row.impact, confidence: row.confidence, effort: row.effort }
    return {
      ...everyField(row, row.title),
      ...fields,
      ...linked(row.id),
      ...rangeFields(ranges),
      statement: [row.doing, row.forWhom, row.willChange, row.because].filter(Boolean).join(' '),
      doing: row.doing,
      forWhom: row.forWhom,
      because: row.because,
      expectedChange: row.willChange,
      state: row.state,
      horizon: row.horizon,
      stateReason: row.stateReason,
      dropReason: row.state === 'dropped' ? row.stateReason : null,
      mindChanger: row.mindChanger,
      learned: row.learned,
      quarter: row.quarter,
      hasProblem: problemCount > 0,
      hasMetric: row.metricId !== null,
      'assumptions.count': row.assumptions.length,
      'assumptions.withTest.count': row.assumptions.filter(({ test }) => test.trim()).length,
      'links.problems.count': problemCount,
    }
  })
}

function rangeFields(ranges: Record<string, Range | null>) {
  const fields = Object.entries(ranges).flatMap(([name, range]) => [
    [`has${name[0]!.toUpperCase()}${name.slice(1)}`, range !== null],
    // Confidence is kept between 0 and 1, and read in per cent.
    [`${name}.low`, range && (name === 'confidence' ? range.low * 100 : range.low)],
    [`${name}.high`, range && (name === 'confidence' ? range.high * 100 : range.high)],
  ])
  return { ...Object.fromEntries(fields), isScored: Object.values(ranges).every((range) => range !== null) }
}

async function countsByBet(scope: Scope, betIds: readonly string[]) {
  if (!betIds.length) return () => ({})
  const of = async (kind: 'spec' | 'decision' | 'launch' | 'success-plan' | 'verdict') =>
    countBy(await rowsOf(scope, kind, { columns: ['betId'], where: { betId: betIds } }), 'betId')
  const specs = await of('spec')
  const decisions = await of('decision')
  const launches = await of('launch')
  const plans = await of('success-plan')
  const verdicts = await of('verdict')
  const revisions = await countRevisions(scope, betIds)
  return (betId: string) => ({
    hasSuccessPlan: plans(betId) > 0,
    hasVerdict: verdicts(betId) > 0,
    'revisions.count': revisions(betId),
    'links.specs.count': specs(betId),
    'links.decisions.count': decisions(betId),
    'links.launches.count': launches(betId),
  })
}

async function countRevisions({ db, workspaceId }: Scope, betIds: readonly string[]) {
  const rows = await db
    .selectFrom('activities')
    .select('aboutId')
    .where('workspaceId', '=', workspaceId)
    .where('aboutId', 'in', betIds)
    .where('what', '!=', 'bet.added')
    .where(sql<boolean>`changes <> '{}'::jsonb`)
    .execute()
  return countBy(rows, 'aboutId')
}

export async function collectPlans(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'success-plan', asked)
  const metrics = byId(await rowsOf(scope, 'metric', { columns: ['id', 'name'] }))
  const bets = byId(await rowsOf(scope, 'bet', { columns: ['id', 'title'], where: { id: rows.map(({ betId }) => betId) } }))
  const amendments = countBy(
    await scope.db.selectFrom('planAmendments').select('planId').where('workspaceId', '=', scope.workspaceId).execute(),
    'planId',
  )
  return rows.map((row) => ({
    ...everyField(row, bets.get(row.betId)?.title ?? ''),
    hasBet: true,
    hasMetric: metrics.has(row.metricId),
    'metric.title': metrics.get(row.metricId)?.name ?? null,
    smallestEffect: row.smallestEffect,
    effectKind: row.effectKind,
    design: row.design.kind,
    plannedPeople: row.plannedPeople,
    'guardrails.count': row.guardrails.length,
    checkDate: row.checkDate,
    isLocked: row.lockedAt !== null,
    lockedAt: row.lockedAt?.toISOString() ?? null,
    'amendments.count': amendments(row.id),
  }))
}

export async function collectVerdicts(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'verdict', asked)
  return rows.map((row) => ({
    ...everyField(row, row.sentence),
    result: row.state,
    sentence: row.sentence,
    isFinal: row.final,
    judgedAt: row.createdAt.toISOString(),
    hasBet: true,
    hasLockedPlan: row.planHash !== null,
  }))
}
