import type { Course } from '#domain/learn/course.ts'
import { certificateOf, progressOf } from '#domain/learn/progress.ts'
import type { Scope } from '../../scope.ts'
import { readFacts } from './facts.ts'

/** Who takes a course and how far they are; no time on screen, no scores. */
export async function listLearners(scope: Scope, course: Course) {
  const learners = await scope.db
    .selectFrom('enrolments')
    .innerJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'enrolments.workspaceId').onRef('members.id', '=', 'enrolments.memberId'),
    )
    .select(['members.id', 'members.name', 'members.role', 'enrolledAt'])
    .where('enrolments.workspaceId', '=', scope.workspaceId)
    .where('courseId', '=', course.id)
    .where('members.removedAt', 'is', null)
    .orderBy('members.name')
    .execute()
  const rows = []
  for (const { id, name, role, enrolledAt } of learners) {
    const facts = (await readFacts({ ...scope, member: { id, name, role } }, course.id)).of(course.id)
    rows.push({ memberId: id, name, enrolledAt, progress: progressOf(course, { facts }), certificate: certificateOf(course, { facts }) })
  }
  return rows
}
