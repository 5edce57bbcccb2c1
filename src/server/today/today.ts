import { Hono } from 'hono'
import { addDays, dayOf, daysBetween } from '#domain/dates.ts'
import { allow } from '../allow.ts'
import { waitingPlans } from '../business/plans/waiting.ts'
import { listMyAssignments } from '../learn/assignments/queries.ts'
import { listReviews } from '../learn/reviews/waiting.ts'
import { listCourses } from '../learn/shelf.ts'
import type { Env, Scope } from '../scope.ts'
import { dueForecasts } from '../team/decisions/forecasts.ts'
import { listSpecs } from '../team/specs/queries.ts'
import { plainText } from './plain-text.ts'

const SOON_DAYS = 7
const SHOWN = 8
const EXCERPT = 160

/** What needs me now, from all three hats. */
export const today = new Hono<Env>().get('/', allow('viewer', 'What needs me now'), async (c) => c.json(await todayOf(c.var.scope)))

async function todayOf(scope: Scope) {
  const [inbox, specs, waiting] = await Promise.all([inboxFacts(scope), specsNotReady(scope), waitingThings(scope)])
  return { day: dayOf(scope.now()), inbox, specs, ...waiting }
}

/** What has a day of its own, or a person who waits. The inbox and the specs are counted beside their rooms. */
async function waitingThings(scope: Scope) {
  const day = dayOf(scope.now())
  const [decisions, plans, mentions, forecasts, verdicts, courses, reviews] = await Promise.all([
    openDecisions(scope, day),
    plansToJudge(scope, day),
    unseenMentions(scope),
    dueForecasts(scope, day),
    newVerdicts(scope),
    assignedCourses(scope),
    listReviews(scope, SHOWN),
  ])
  return { decisions, plans, mentions, forecasts, verdicts, courses, reviews }
}

/** The numbers beside Today and Verdicts; as on the page, no kind counts for more than it shows. */
export async function countWaiting(scope: Scope) {
  const waiting = await waitingThings(scope)
  return { today: Object.values(waiting).reduce((sum, list) => sum + list.length, 0), verdicts: waiting.verdicts.length }
}

async function inboxFacts({ db, workspaceId, now }: Scope) {
  const inbox = db.selectFrom('feedback').where('workspaceId', '=', workspaceId).where('archivedAt', 'is', null).where('state', '=', 'new')
  const { unread, oldest } = await inbox
    .select(({ fn }) => [fn.countAll<string>().as('unread'), fn.min<Date | null>('createdAt').as('oldest')])
    .executeTakeFirstOrThrow()
  const newest = await inbox.select(['key', 'text', 'saidAt', 'undated', 'channel']).orderBy('saidAt', 'desc').limit(3).execute()
  return {
    unread: Number(unread),
    oldestDays: oldest ? Math.floor(daysBetween(oldest, now())) : null,
    newest: newest.map(({ text, ...one }) => ({ ...one, excerpt: shortened(text) })),
  }
}

const shortened = (text: string) => (text.length > EXCERPT ? `${text.slice(0, EXCERPT).toWellFormed()}…` : text)

const soonAfter = (now: Date) => addDays(dayOf(now), SOON_DAYS)

/** Open decisions that are due within a week, overdue, or without a date. */
async function openDecisions({ db, workspaceId, now }: Scope, day: string) {
  const rows = await db
    .selectFrom('decisions')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where('state', '=', 'open')
    .where(({ or, eb }) => or([eb('decideBy', '<=', soonAfter(now())), eb('decideBy', 'is', null)]))
    .select(['key', 'question', 'decideBy', 'reversible', 'ownerId'])
    .orderBy('decideBy')
    .limit(SHOWN)
    .execute()
  return rows.map((decision) => ({ ...decision, overdue: decision.decideBy !== null && decision.decideBy < day }))
}

/** Locked plans without a final verdict whose check date has come, or comes within a week. */
async function plansToJudge(scope: Scope, day: string) {
  const rows = await waitingPlans(scope)
    .where('successPlans.checkDate', '<=', soonAfter(scope.now()))
    .select(['bets.key', 'bets.title', 'successPlans.checkDate'])
    .orderBy('checkDate')
    .limit(SHOWN)
    .execute()
  return rows.map((plan) => ({ ...plan, due: plan.checkDate <= day }))
}

async function specsNotReady(scope: Scope) {
  const specs = await listSpecs(scope)
  return specs
    .filter(({ state, readiness }) => state !== 'ready' && !readiness.ready)
    .slice(0, SHOWN)
    .map(({ key, title, state, readiness }) => ({
      key,
      title,
      state,
      done: readiness.done,
      of: readiness.of,
      first: readiness.missing[0]!.sentence,
    }))
}

async function unseenMentions({ db, workspaceId, member }: Scope) {
  const comments = await db
    .selectFrom('mentions')
    .innerJoin('comments', (join) =>
      join.onRef('comments.workspaceId', '=', 'mentions.workspaceId').onRef('comments.id', '=', 'mentions.commentId'),
    )
    .innerJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'comments.workspaceId').onRef('members.id', '=', 'comments.createdBy'),
    )
    .where('mentions.workspaceId', '=', workspaceId)
    .where('mentions.memberId', '=', member.id)
    .where('mentions.seenAt', 'is', null)
    .where('comments.archivedAt', 'is', null)
    .select([
      'comments.id',
      'comments.aboutKind',
      'comments.aboutId',
      'comments.aboutKey',
      'comments.text',
      'comments.createdAt',
      'members.name as memberName',
    ])
    .orderBy('comments.createdAt', 'desc')
    .limit(SHOWN)
    .execute()
  return comments.map(({ text, ...comment }) => ({ ...comment, text: shortened(plainText(text)) }))
}

/** Verdicts of the last week, for whoever was away when they came in. */
function newVerdicts({ db, workspaceId, now }: Scope) {
  return db
    .selectFrom('verdicts')
    .innerJoin('bets', (join) => join.onRef('bets.workspaceId', '=', 'verdicts.workspaceId').onRef('bets.id', '=', 'verdicts.betId'))
    .where('verdicts.workspaceId', '=', workspaceId)
    .where('verdicts.archivedAt', 'is', null)
    .where('verdicts.final', '=', true)
    .where('verdicts.createdAt', '>', new Date(now().getTime() - SOON_DAYS * 24 * 3600 * 1000))
    .select(['verdicts.key', 'verdicts.state', 'verdicts.sentence', 'bets.key as betKey', 'bets.title as betTitle'])
    .orderBy('verdicts.createdAt', 'desc')
    .limit(SHOWN)
    .execute()
}

/** Courses somebody asked me to take, until I have finished them. One that left the shelf cannot be taken any more. */
async function assignedCourses(scope: Scope) {
  const titles = new Map(listCourses(scope.services).map(({ id, title }) => [id, title]))
  const open = (await listMyAssignments(scope)).filter(({ courseId, state }) => state !== 'finished' && titles.has(courseId))
  return open
    .slice(0, SHOWN)
    .map(({ courseId, assignedBy, dueOn, state }) => ({ courseId, title: titles.get(courseId)!, assignedBy, dueOn, state }))
}
