import { type Course, findLesson, type Lesson } from '#domain/learn/course.ts'
import { kindsBehind } from '#domain/learn/practice-kinds.ts'
import type { Scope } from '../../scope.ts'
import { listCourses } from '../shelf.ts'

export type OpenPractice = { memberId: string; course: Course; lesson: Lesson }
type Which = { memberId: string | null; kind: string | null }

/** Practices that were opened and not passed yet, of one learner or of all, which a change of this kind may complete. */
export async function listOpenPractices(
  home: Pick<Scope, 'db' | 'workspaceId' | 'services'>,
  { memberId, kind }: Which,
): Promise<OpenPractice[]> {
  let visits = home.db
    .selectFrom('lessonVisits')
    .select(['memberId', 'courseId', 'lessonId'])
    .where('workspaceId', '=', home.workspaceId)
    .where('awaitsCheck', '=', true)
  if (memberId !== null) visits = visits.where('memberId', '=', memberId)
  const rows = await visits.execute()
  // Looking at the shelf reads the disk, which most changes need not wait for.
  const courses = rows.length ? listCourses(home.services) : []
  return rows.flatMap((row) => {
    const course = courses.find(({ id }) => id === row.courseId)
    const lesson = course && findLesson(course, row.lessonId)?.lesson
    if (!course || !lesson?.practice || (kind !== null && !awaitsKind(lesson.practice, kind))) return []
    return [{ memberId: row.memberId, course, lesson }]
  })
}

const awaitsKind = (check: NonNullable<Lesson['practice']>, kind: string) => (kindsBehind(check) as ReadonlySet<string>).has(kind)
