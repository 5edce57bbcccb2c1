import { type Statement, statementsOf } from '#domain/learn/statement.ts'
import { courseOf, type LearnerRecord, type Own } from '../learner-records.ts'
import { namedId } from '../named-id.ts'
import { listCourses } from '../shelf.ts'

const UNNAMED = 'http://localhost:4400'

/** Where the account in a statement is at home. It is part of who somebody is to the record store, so it does not follow the request. */
export const homeOf = ({ services }: Pick<Own, 'services'>) => services.address ?? UNNAMED

/** All that can be said of what one learner did, course by course. */
export function sayAll(home: Own, { id: memberId, name, enrolments, factsOf }: LearnerRecord): Statement[] {
  const find = courseOf(listCourses(home.services))
  const learner = { memberId, name, home: homeOf(home), idOf: (key: string) => namedId(home.workspaceId, `statement:${key}`) }
  return enrolments.flatMap(({ courseId, enrolledAt }) => {
    const course = find(courseId)
    return course ? statementsOf(course, { enrolledAt, facts: factsOf(courseId) }, learner) : []
  })
}
