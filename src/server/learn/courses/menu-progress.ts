import { overallProgress, progressOf } from '#domain/learn/progress.ts'
import type { Scope } from '../../scope.ts'
import { atHome } from '../other-workspace.ts'
import { listCourses } from '../shelf.ts'
import { readFacts } from './facts.ts'

/** How far somebody is in the courses they take, for the menu; nothing for who takes none. */
export function menuProgress(scope: Scope) {
  return atHome(scope, async (home) => {
    const taken = await home.db
      .selectFrom('enrolments')
      .select('courseId')
      .where('workspaceId', '=', home.workspaceId)
      .where('memberId', '=', home.member.id)
      .execute()
    if (!taken.length) return undefined
    const ids = new Set(taken.map(({ courseId }) => courseId))
    const learner = await readFacts(home)
    const courses = listCourses(home.services).filter(({ id }) => ids.has(id))
    return overallProgress(courses.map((course) => progressOf(course, { facts: learner.of(course.id) })))
  })
}
