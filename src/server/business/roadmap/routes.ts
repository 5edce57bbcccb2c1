import { Hono } from 'hono'
import { z } from 'zod'
import { type BetActivity, roadmapChanges } from '#domain/business/roadmap.ts'
import { allow } from '../../allow.ts'
import { query } from '../../input.ts'
import type { Env, Scope } from '../../scope.ts'

const Since = z.object({ since: z.iso.datetime({ offset: true }), until: z.iso.datetime({ offset: true }).optional() })
const MOST = 5_000

/** The roadmap itself is the list of bets; here is its history. */
export const roadmap = new Hono<Env>().get(
  '/changes',
  allow('viewer', { summary: 'What changed on the roadmap since a date, and why', example: { since: '2026-01-01T00:00:00Z' } }),
  query(Since),
  async (c) => {
    const { since, until } = c.req.valid('query')
    return c.json({
      since,
      rows: roadmapChanges(
        await betActivities(c.var.scope, { since: new Date(since), until: until ? new Date(until) : c.var.scope.now() }),
      ),
    })
  },
)

function betActivities({ db, workspaceId }: Scope, { since, until }: { since: Date; until: Date }): Promise<BetActivity[]> {
  return db
    .selectFrom('activities')
    .leftJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'activities.workspaceId').onRef('members.id', '=', 'activities.memberId'),
    )
    .where('activities.workspaceId', '=', workspaceId)
    .where('activities.aboutKind', '=', 'bet')
    .where('activities.at', '>', since)
    .where('activities.at', '<=', until)
    .select([
      'activities.at',
      'activities.what',
      'activities.aboutId',
      'activities.aboutKey',
      'activities.aboutTitle',
      'activities.why',
      'activities.changes',
      'members.name as memberName',
    ])
    .orderBy('activities.id')
    .limit(MOST)
    .execute()
}
