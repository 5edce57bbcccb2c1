import type { PracticeResult } from '#domain/learn/practice.ts'
import { Conflict } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'

export type CheckedIn = { workspaceId: string; slug: string; name: string; kind: string }
export type Checked = PracticeResult & { checkedIn: CheckedIn }

const mine = ({ workspaceId, member }: Scope) => ({ workspaceId, memberId: member.id })

function resultsOf(scope: Scope, lessonId: string) {
  return scope.db.selectFrom('practiceResults').where(({ and }) => and({ ...mine(scope), lessonId }))
}

/** How the practice of a lesson stood at the last check, and what was reflected on. */
export async function findPracticeStanding(scope: Scope, lessonId: string) {
  const last = await resultsOf(scope, lessonId).select(['result', 'at']).orderBy('at', 'desc').limit(1).executeTakeFirst()
  const first = await resultsOf(scope, lessonId).select('reflection').where('passed', '=', true).orderBy('at').limit(1).executeTakeFirst()
  return { checkedAt: last?.at ?? null, last: (last?.result as Checked | undefined) ?? null, reflection: first?.reflection ?? '' }
}

export async function addPracticeResult(scope: Scope, lessonId: string, checked: Checked) {
  await scope.db
    .insertInto('practiceResults')
    .values({
      ...mine(scope),
      lessonId,
      checkedWorkspaceId: checked.checkedIn.workspaceId,
      passed: checked.passed,
      result: JSON.stringify(checked),
      at: scope.now(),
    })
    .execute()
}

/** A reflection belongs to the first pass, and may be rewritten. */
export async function reflect(scope: Scope, lessonId: string, reflection: string) {
  const first = await resultsOf(scope, lessonId).select('at').where('passed', '=', true).orderBy('at').limit(1).executeTakeFirst()
  if (!first) throw new Conflict('Finish the practice first; then there is something to look back on.')
  await scope.db
    .updateTable('practiceResults')
    .set({ reflection })
    .where(({ and }) => and({ ...mine(scope), lessonId, passed: true, at: first.at }))
    .execute()
  return { reflection }
}
