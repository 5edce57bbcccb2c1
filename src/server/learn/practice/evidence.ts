import { sourceOf } from '#domain/customer/evidence-sources.ts'
import type { Scope } from '../../scope.ts'
import { distinct } from './candidates.ts'

export type Evidence = Awaited<ReturnType<typeof readEvidence>>[number]

/** The insights of these problems, with who said them. */
export async function readEvidence({ db, workspaceId }: Scope, problemIds: readonly string[]) {
  if (!problemIds.length) return []
  return db
    .selectFrom('insights')
    .innerJoin('feedback', (join) =>
      join.onRef('feedback.workspaceId', '=', 'insights.workspaceId').onRef('feedback.id', '=', 'insights.feedbackId'),
    )
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.workspaceId', '=', 'feedback.workspaceId').onRef('accounts.id', '=', 'feedback.accountId'),
    )
    .select([
      'insights.problemId',
      'insights.feedbackId',
      'stance',
      'hurt',
      'feedback.channel',
      'feedback.accountId',
      'feedback.contactId',
      'feedback.sourceSystem',
      'feedback.sourceRow',
      'accounts.segment',
      'accounts.revenue',
    ])
    .where('insights.workspaceId', '=', workspaceId)
    .where('insights.archivedAt', 'is', null)
    .where('feedback.archivedAt', 'is', null)
    .where('problemId', 'in', [...new Set(problemIds)])
    .execute()
}

/** What stands behind a problem, or behind several of them, in the words of a check. */
export function evidenceFields(evidence: readonly Evidence[]) {
  const supporting = evidence.filter(({ stance }) => stance === 'supports')
  const accounts = new Map(supporting.map(({ accountId, revenue }) => [accountId, revenue ?? 0]))
  return {
    'links.feedback.count': distinct(supporting.map(({ feedbackId }) => feedbackId)),
    'links.feedback.customers.distinct': distinct(supporting.map(sourceOf)),
    'links.insights.count': evidence.length,
    'contradictions.count': evidence.length - supporting.length,
    'sources.independent': distinct(supporting.map(sourceOf)),
    'channels.distinct': distinct(supporting.map(({ channel }) => channel)),
    'segments.distinct': distinct(supporting.map(({ segment }) => segment)),
    'severity.max': supporting.reduce((most, { hurt }) => Math.max(most, hurt ?? 0), 0),
    'revenue.atStake': [...accounts].reduce((sum, [id, revenue]) => sum + (id ? revenue : 0), 0),
  }
}

/** Which bets answer which problems, for these bets or for these problems. */
export async function readBetLinks({ db, workspaceId }: Scope, column: 'betId' | 'problemId', ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (!wanted.length) return []
  return db
    .selectFrom('betProblems')
    .select(['betId', 'problemId'])
    .where('workspaceId', '=', workspaceId)
    .where(column, 'in', wanted)
    .execute()
}

/** For each bet: how many problems it answers, and the evidence behind all of them. */
export async function betEvidence(scope: Scope, betIds: readonly (string | null)[]) {
  const links = await readBetLinks(scope, 'betId', betIds)
  const evidence = await readEvidence(
    scope,
    links.map(({ problemId }) => problemId),
  )
  return (betId: string | null) => {
    const problems = new Set(links.filter((link) => link.betId === betId).map(({ problemId }) => problemId))
    return { problemCount: problems.size, fields: evidenceFields(evidence.filter(({ problemId }) => problems.has(problemId))) }
  }
}
