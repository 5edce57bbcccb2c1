import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { z } from 'zod'
import { checkSaidAt, type FeedbackState, moveTo, type NewFeedback, type Passage, redact } from '#domain/customer/feedback.ts'
import { MOST_COUNTED } from '#domain/customer/found.ts'
import { NotFound } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import { decodeCursor, pageOf } from '../../page.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, editableRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'
import { searchCondition } from '../../search/text-search.ts'
import { findOrAddAuthor } from '../accounts/queries.ts'

const EXCERPT = 400
const MOST_FACETS = 30

/** As the file wrote it: stars, points of a survey, whatever the source counts in. */
const rating = sql<string | null>`feedback.traits ->> 'rating'`

export type FeedbackFilter = {
  state?: FeedbackState | undefined
  channel?: string | undefined
  accountId?: string | undefined
  contactId?: string | undefined
  problemId?: string | undefined
  importId?: string | undefined
  rating?: string | undefined
  language?: string | undefined
  q?: string | undefined
  counted?: boolean
  limit: number
  cursor?: string | undefined
}

export function feedbackIn({ db, workspaceId }: Scope) {
  return db.selectFrom('feedback').where('feedback.workspaceId', '=', workspaceId).where('feedback.archivedAt', 'is', null)
}

/** Feedback, newest first, with an excerpt and who said it; who asks for it is told how many there are in all, or MOST_COUNTED where there are more. */
export async function listFeedback(scope: Scope, filter: FeedbackFilter) {
  const rows = await feedbackPage(scope, filter).execute()
  const page = pageOf(rows, filter.limit, ({ saidAt, id }) => [saidAt.toISOString(), id])
  return { ...page, found: filter.counted ? await countFeedback(scope, filter) : null }
}

/** Counting stops where nobody would read on: the inbox opens as fast with a million notes. */
async function countFeedback(scope: Scope, filter: FeedbackFilter) {
  const some = narrowed(scope, filter).select('feedback.id').limit(MOST_COUNTED).as('some')
  const counted = await scope.db
    .selectFrom(some)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(counted.count)
}

/** The query behind the inbox; the benchmark runs the same SQL through `pg` alone. */
export function feedbackPage(scope: Scope, filter: FeedbackFilter) {
  const page = narrowed(scope, filter)
    .leftJoin('accounts', (join) =>
      join.onRef('accounts.workspaceId', '=', 'feedback.workspaceId').onRef('accounts.id', '=', 'feedback.accountId'),
    )
    .leftJoin('contacts', (join) =>
      join.onRef('contacts.workspaceId', '=', 'feedback.workspaceId').onRef('contacts.id', '=', 'feedback.contactId'),
    )
    .select([
      'feedback.id',
      'feedback.key',
      'feedback.version',
      'feedback.channel',
      'feedback.state',
      'feedback.saidAt',
      'feedback.undated',
      'feedback.accountId',
      'feedback.contactId',
      'feedback.language',
      'feedback.context',
    ])
    .select([
      'accounts.name as accountName',
      'accounts.revenue as revenue',
      'accounts.plan as plan',
      'contacts.name as contactName',
      'contacts.title as contactTitle',
    ])
    .select([rating.as('rating'), sql<string>`left(feedback.text, ${sql.lit(EXCERPT)})`.as('excerpt')])
    .orderBy('feedback.saidAt', 'desc')
    .orderBy('feedback.id', 'desc')
    .limit(filter.limit + 1)
  if (!filter.cursor) return page
  const [saidAt, id] = decodeCursor(filter.cursor, 2)
  return page.where(sql<SqlBool>`(feedback.said_at, feedback.id) < (${saidAt}::timestamptz, ${id}::uuid)`)
}

function narrowed(scope: Scope, { state, channel, accountId, contactId, problemId, importId, q, ...said }: FeedbackFilter) {
  let page = feedbackIn(scope)
  if (state) page = page.where('feedback.state', '=', state)
  if (channel) page = page.where('feedback.channel', '=', channel as never)
  if (accountId) page = page.where('feedback.accountId', '=', accountId)
  if (contactId) page = page.where('feedback.contactId', '=', contactId)
  if (importId) page = page.where('feedback.importId', '=', importId)
  if (said.rating) page = page.where(rating, '=', said.rating)
  if (said.language) page = page.where('feedback.language', '=', said.language)
  if (problemId)
    page = page.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('insights')
          .select('insights.id')
          .whereRef('insights.workspaceId', '=', 'feedback.workspaceId')
          .whereRef('insights.feedbackId', '=', 'feedback.id')
          .where('insights.problemId', '=', problemId)
          .where('insights.archivedAt', 'is', null),
      ),
    )
  if (q) page = page.where(searchCondition(q))
  return page
}

/** The ratings and languages that feedback has, those of most feedback first. */
export async function listFacets(scope: Scope) {
  const [ratings, languages] = await Promise.all([countBy(scope, rating), countBy(scope, sql<string | null>`feedback.language`)])
  return { ratings, languages }
}

async function countBy(scope: Scope, value: RawBuilder<string | null>) {
  const rows = await feedbackIn(scope)
    .where(value, 'is not', null)
    .select([value.$castTo<string>().as('value'), sql<number>`count(*)::int`.as('count')])
    .groupBy(value)
    .orderBy('count', 'desc')
    .limit(MOST_FACETS)
    .execute()
  return rows
}

/** One piece of feedback whole: the words, who said them, the insights in them, and how much else they said. */
export async function findFeedback(scope: Scope, idOrKey: string) {
  const feedback = await findRecord(scope, 'feedback', idOrKey)
  const [contact, account, insights, earlier] = await Promise.all([
    feedback.contactId ? findRecord(scope, 'contact', feedback.contactId) : null,
    feedback.accountId ? findRecord(scope, 'account', feedback.accountId) : null,
    insightsIn(scope, feedback.id),
    countEarlier(scope, feedback),
  ])
  return { ...feedback, contact, account, insights, earlier }
}

function insightsIn({ db, workspaceId }: Scope, feedbackId: string) {
  return db
    .selectFrom('insights')
    .innerJoin('problems', (join) =>
      join.onRef('problems.workspaceId', '=', 'insights.workspaceId').onRef('problems.id', '=', 'insights.problemId'),
    )
    .where('insights.workspaceId', '=', workspaceId)
    .where('insights.feedbackId', '=', feedbackId)
    .where('insights.archivedAt', 'is', null)
    .select([
      'insights.id',
      'insights.fromOffset',
      'insights.toOffset',
      'insights.passage',
      'insights.stance',
      'insights.hurt',
      'insights.note',
      'insights.version',
    ])
    .select(['problems.id as problemId', 'problems.key as problemKey', 'problems.title as problemTitle'])
    .orderBy('insights.fromOffset')
    .execute()
}

async function countEarlier(scope: Scope, { accountId, contactId, saidAt }: RecordOf<'feedback'>) {
  if (!accountId && !contactId) return 0
  const said = feedbackIn(scope).where('saidAt', '<', saidAt)
  const theirs = accountId ? said.where('accountId', '=', accountId) : said.where('contactId', '=', contactId)
  return Number((await theirs.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count)
}

export async function addFeedback(scope: Scope, { by, saidAt, ...words }: z.output<typeof NewFeedback>) {
  const said = checkSaidAt(saidAt ? new Date(saidAt) : scope.now(), scope.now())
  const author = await findOrAddAuthor(scope, by)
  const unsaid = {
    context: null,
    sourceSystem: null,
    sourceId: null,
    sourceUrl: null,
    language: null,
    processedAt: null,
    processedBy: null,
    redactedAt: null,
  }
  return addRecord(scope, 'feedback', { ...unsaid, ...words, ...author, saidAt: said })
}

export async function moveFeedback(scope: Scope, feedback: Editable<RecordOf<'feedback'>>, state: FeedbackState) {
  const changes = moveTo(feedback, state, { memberId: scope.member.id, at: scope.now() })
  const what = { processed: 'feedback.processed', spam: 'feedback.marked-as-spam', new: 'feedback.put-back' }[state]
  return changeRecord(scope, { kind: 'feedback', record: feedback }, changes, { what })
}

/** Blacks out passages. The journal says that it was done and why, never what stood there. */
export async function redactFeedback(
  scope: Scope,
  feedback: Editable<RecordOf<'feedback'>>,
  { passages, reason }: { passages: Passage[]; reason: string },
) {
  const text = redact(feedback.text, passages)
  const { db, workspaceId, now } = scope
  await db
    .updateTable('feedback')
    .set({ text, redactedAt: now(), version: feedback.version + 1, updatedAt: now() })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', feedback.id)
    .execute()
  const insightIds = await redactInsights(scope, feedback.id, text)
  await forgetAnswers(scope, [feedback.id, ...insightIds])
  await record(scope, { what: 'feedback.redacted', kind: 'feedback', record: { id: feedback.id, key: feedback.key }, why: reason })
  return findRecord(scope, 'feedback', feedback.id)
}

/** A repeated request must not be answered with the words once more. */
async function forgetAnswers({ db, workspaceId }: Scope, ids: string[]) {
  await db
    .updateTable('idempotencyKeys')
    .set({ answer: null })
    .where('workspaceId', '=', workspaceId)
    .where(sql<SqlBool>`answer::text like any (${ids.map((id) => `%${id}%`)})`)
    .execute()
}

async function redactInsights({ db, workspaceId }: Scope, feedbackId: string, text: string) {
  const insights = await db
    .selectFrom('insights')
    .select(['id', 'fromOffset', 'toOffset'])
    .where('workspaceId', '=', workspaceId)
    .where('feedbackId', '=', feedbackId)
    .execute()
  for (const { id, fromOffset, toOffset } of insights) {
    await db
      .updateTable('insights')
      .set({ passage: text.slice(fromOffset, toOffset) })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  }
  return insights.map(({ id }) => id)
}

export async function moveMany(scope: Scope, ids: string[], state: FeedbackState) {
  const moved: string[] = []
  for (const id of ids) {
    const feedback = await editableRecord(scope, 'feedback', id)
    if (feedback.state === state) continue
    await moveFeedback(scope, feedback, state)
    moved.push(feedback.id)
  }
  if (ids.length === 0) throw new NotFound('Nothing is selected.')
  return { moved }
}
