import type { Evidence } from '#domain/customer/evidence-sources.ts'
import { evidenceStrength } from '#domain/customer/evidence-strength.ts'
import type { Scope } from '../../scope.ts'
import { totalRevenue } from '../accounts/queries.ts'
import { allInside, allOf, problemsInside } from './inside.ts'

const SHOWN_QUOTES = 12

/** Evidence strength of several problems at once, each with those it is made of; a problem nobody has been heard on is there too, with nothing. */
export async function strengthOf(scope: Scope, problemIds: string[]) {
  const [inside, total] = await Promise.all([problemsInside(scope, problemIds), totalRevenue(scope)])
  const rows = await evidenceRows(scope, allOf(inside))
  const byProblem = Map.groupBy(rows, ({ problemId }) => problemId)
  const known = { now: scope.now(), totalRevenue: total }
  const rowsInside = (id: string) => [...(inside.get(id) ?? [])].flatMap((part) => byProblem.get(part) ?? [])
  return new Map(problemIds.map((id) => [id, evidenceStrength(rowsInside(id), known)]))
}

/**
 * How do we know? The strength of all the evidence behind these problems and those they are made of together, and the customers' own words:
 * what hurts most and is newest first, what contradicts never left out.
 */
export async function evidenceFor(scope: Scope, problemIds: string[]) {
  const [rows, total] = await Promise.all([evidenceRows(scope, await allInside(scope, problemIds)), totalRevenue(scope)])
  const strength = evidenceStrength(rows, { now: scope.now(), totalRevenue: total })
  const ordered = rows.toSorted((a, b) => (b.hurt ?? 0) - (a.hurt ?? 0) || b.saidAt.getTime() - a.saidAt.getTime())
  const against = ordered.filter(({ stance }) => stance === 'contradicts').slice(0, SHOWN_QUOTES)
  const quotes = [...ordered.filter(({ stance }) => stance === 'supports').slice(0, SHOWN_QUOTES), ...against]
  return { strength, quotes, total: rows.length }
}

type EvidenceRow = Evidence & {
  problemId: string
  passage: string
  feedbackKey: string
  /** What they were asked, or what they spoke of. */
  context: string | null
  accountName: string | null
  contactName: string | null
}

async function evidenceRows({ db, workspaceId }: Scope, problemIds: string[]): Promise<EvidenceRow[]> {
  if (problemIds.length === 0) return []
  return db
    .selectFrom('insights')
    .innerJoin('feedback', (join) =>
      join.onRef('feedback.workspaceId', '=', 'insights.workspaceId').onRef('feedback.id', '=', 'insights.feedbackId'),
    )
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.workspaceId', '=', 'feedback.workspaceId').onRef('accounts.id', '=', 'feedback.accountId'),
    )
    .leftJoin('contacts', (join) =>
      join.onRef('contacts.workspaceId', '=', 'feedback.workspaceId').onRef('contacts.id', '=', 'feedback.contactId'),
    )
    .where('insights.workspaceId', '=', workspaceId)
    .where('insights.problemId', 'in', problemIds)
    .where('insights.archivedAt', 'is', null)
    .where('feedback.archivedAt', 'is', null)
    .where('feedback.state', '!=', 'spam')
    .select(['insights.id as insightId', 'insights.problemId', 'insights.passage', 'insights.stance', 'insights.hurt'])
    .select([
      'feedback.id as feedbackId',
      'feedback.key as feedbackKey',
      'feedback.channel',
      'feedback.saidAt',
      'feedback.undated',
      'feedback.accountId',
      'feedback.contactId',
      'feedback.sourceSystem',
      'feedback.sourceRow',
      'feedback.context',
    ])
    .select(['accounts.name as accountName', 'accounts.revenue', 'accounts.segment', 'contacts.name as contactName'])
    .orderBy('insights.id')
    .execute()
}
