import { Hono } from 'hono'
import { allow } from './allow.ts'
import { menuProgress } from './learn/courses/menu-progress.ts'
import type { Env, Scope } from './scope.ts'
import { countWaiting } from './today/today.ts'

/** Who am I, where am I, and the numbers beside the menu. */
export const me = new Hono<Env>().get('/me', allow('viewer', 'The member, the workspace and the counts beside the menu'), async (c) => {
  const { member, workspace } = c.var.scope
  return c.json({ member, workspace, counts: await counts(c.var.scope), learn: await menuProgress(c.var.scope) })
})

async function counts(scope: Scope) {
  const count = (table: 'feedback' | 'decisions') =>
    scope.db
      .selectFrom(table)
      .where(`${table}.workspaceId`, '=', scope.workspaceId)
      .where(`${table}.archivedAt`, 'is', null)
      .select(({ fn }) => fn.countAll<string>().as('count'))
  const [inbox, decisions, waiting] = await Promise.all([
    count('feedback').where('feedback.state', '=', 'new').executeTakeFirstOrThrow(),
    count('decisions').where('decisions.state', '=', 'open').executeTakeFirstOrThrow(),
    countWaiting(scope),
  ])
  return { ...waiting, inbox: Number(inbox.count), decisions: Number(decisions.count) }
}
