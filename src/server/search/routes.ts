import { Hono } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import type { KeyedKind } from '#domain/keys.ts'
import { parseKey } from '#domain/keys.ts'
import { allow } from '../allow.ts'
import { escapeLike } from '../customer/accounts/queries.ts'
import { feedbackIn } from '../customer/feedback/queries.ts'
import { query } from '../input.ts'
import type { Env, Scope } from '../scope.ts'
import { searchCondition } from './text-search.ts'

const Asked = z.object({ q: z.string().trim().min(1).max(200), limit: z.coerce.number().int().min(1).max(50).default(8) })
type Found = { kind: KeyedKind | 'account' | 'contact'; id: string; key: string | null; title: string; state: string | null }

/** One box for everything: a key goes straight there, words search titles and what customers said. */
export const search = new Hono<Env>().get(
  '/',
  allow('viewer', { summary: 'Search all records', example: { q: 'receipt' } }),
  query(Asked),
  async (c) => c.json({ rows: await searchAll(c.var.scope, c.req.valid('query')) }),
)

async function searchAll(scope: Scope, { q, limit }: z.output<typeof Asked>): Promise<Found[]> {
  const [titled, said] = await Promise.all([titledSearch(scope, { q, limit }).execute(scope.db), saidFeedback(scope, { q, limit })])
  return [...titled.rows, ...said]
}

async function saidFeedback(scope: Scope, { q, limit }: { q: string; limit: number }): Promise<Found[]> {
  const rows = await feedbackSearch(scope, { q, limit }).execute()
  return rows.map((row) => ({ ...row, kind: 'feedback' as const }))
}

/** The newest feedback with the words asked for; the benchmark runs the same SQL through `pg` alone. */
export function feedbackSearch(scope: Scope, { q, limit }: { q: string; limit: number }) {
  return feedbackIn(scope)
    .where(searchCondition(q))
    .select(['feedback.id', 'feedback.key', 'feedback.state', sql<string>`left(feedback.text, 160)`.as('title')])
    .orderBy('feedback.saidAt', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(limit)
}

/** Records with a title, by key or by a part of it; whoever begins with the words comes first. */
export function titledSearch({ workspaceId }: Scope, { q, limit }: { q: string; limit: number }) {
  const like = `%${escapeLike(q)}%`
  const key = parseKey(q)?.key ?? ''
  return sql<Found>`select kind, id, key, title, state from (
      select 'problem' as kind, id, key, title, state, updated_at from problems where workspace_id = ${workspaceId} and archived_at is null and (title ilike ${like} or key = ${key})
      union all select 'bet', id, key, title, state, updated_at from bets where workspace_id = ${workspaceId} and archived_at is null and (title ilike ${like} or key = ${key})
      union all select 'metric', id, key, name, null, updated_at from metrics where workspace_id = ${workspaceId} and archived_at is null and (name ilike ${like} or key = ${key})
      union all select 'spec', id, key, title, state, updated_at from specs where workspace_id = ${workspaceId} and archived_at is null and (title ilike ${like} or key = ${key})
      union all select 'launch', id, key, title, state, updated_at from launches where workspace_id = ${workspaceId} and archived_at is null and (title ilike ${like} or key = ${key})
      union all select 'decision', id, key, question, state, updated_at from decisions where workspace_id = ${workspaceId} and archived_at is null and (question ilike ${like} or key = ${key})
      union all select 'verdict', id, key, sentence, state, updated_at from verdicts where workspace_id = ${workspaceId} and archived_at is null and key = ${key}
      union all select 'feedback', id, key, left(text, 160), state, updated_at from feedback where workspace_id = ${workspaceId} and archived_at is null and key = ${key}
      union all select 'account', id, null, name, plan, updated_at from accounts where workspace_id = ${workspaceId} and archived_at is null and name ilike ${like}
      union all select 'contact', id, null, name, title, updated_at from contacts where workspace_id = ${workspaceId} and archived_at is null and (name ilike ${like} or email ilike ${like})) found
    order by (key = ${key}) desc nulls last, (title ilike ${`${escapeLike(q)}%`}) desc, updated_at desc limit ${limit}`
}
