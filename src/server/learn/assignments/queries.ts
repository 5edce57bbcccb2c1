import { dayOf } from '#domain/dates.ts'
import { assignmentState } from '#domain/learn/assignment.ts'
import type { Course } from '#domain/learn/course.ts'
import { progressOf } from '#domain/learn/progress.ts'
import { NotAccepted, NotFound } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import type { Scope } from '../../scope.ts'
import { readLearners } from '../learner-records.ts'

function assigned({ db, workspaceId }: Scope) {
  return db
    .selectFrom('courseAssignments as a')
    .innerJoin('members as m', (join) => join.onRef('m.workspaceId', '=', 'a.workspaceId').onRef('m.id', '=', 'a.memberId'))
    .innerJoin('members as by', (join) => join.onRef('by.workspaceId', '=', 'a.workspaceId').onRef('by.id', '=', 'a.assignedBy'))
    .leftJoin('lessonCompletions as c', (join) =>
      join
        .onRef('c.workspaceId', '=', 'a.workspaceId')
        .onRef('c.memberId', '=', 'a.memberId')
        .onRef('c.courseId', '=', 'a.courseId')
        .on('c.rule', '=', 'course'),
    )
    .where('a.workspaceId', '=', workspaceId)
    .where('m.removedAt', 'is', null)
    .select(['a.courseId', 'a.memberId', 'm.name', 'by.name as assignedBy', 'a.assignedAt', 'a.dueOn', 'c.at as finishedAt'])
}

/** The courses somebody was asked to take, what is due first before the rest. */
export async function listMyAssignments(home: Scope) {
  const rows = await assigned(home).where('a.memberId', '=', home.member.id).orderBy('a.dueOn').orderBy('a.assignedAt').execute()
  const day = dayOf(home.now())
  return rows.map(({ memberId: _me, name: _name, ...row }) => ({ ...row, state: assignmentState(row, day) }))
}

/** Who was asked to take a course, and how far each of them is. */
export async function listAssigned(home: Scope, course: Course) {
  const rows = await assigned(home).where('a.courseId', '=', course.id).orderBy('m.name').execute()
  const learners = await readLearners(home, { courseId: course.id, memberIds: rows.map(({ memberId }) => memberId) })
  const factsOf = new Map(learners.map(({ id, factsOf }) => [id, factsOf(course.id)]))
  const day = dayOf(home.now())
  return rows.map(({ courseId: _course, ...row }) => ({
    ...row,
    state: assignmentState(row, day),
    progress: progressOf(course, { facts: factsOf.get(row.memberId) ?? [] }),
  }))
}

type Assigning = { members: readonly string[]; dueOn: string | null }

/** Asks members to take a course. Asking again moves the date. */
export async function assign(home: Scope, course: Course, { members, dueOn }: Assigning) {
  const people = await findMembers(home, members)
  for (const person of people) {
    const before = await findAssignment(home, course, person.id)
    if (before && before.dueOn === dueOn) continue
    await home.db
      .insertInto('courseAssignments')
      .values({ ...place(home, course, person.id), assignedBy: home.member.id, assignedAt: home.now(), dueOn })
      .onConflict((conflict) =>
        conflict
          .columns(['workspaceId', 'courseId', 'memberId'])
          .doUpdateSet({ assignedBy: home.member.id, assignedAt: home.now(), dueOn }),
      )
      .execute()
    const changes = { dueOn: { before: before?.dueOn ?? null, after: dueOn } }
    await record(home, { what: 'course.assigned', kind: 'member', record: titled(person, course), changes })
  }
}

export async function withdraw(home: Scope, course: Course, memberId: string) {
  const [person] = await findMembers(home, [memberId])
  const { numDeletedRows } = await home.db
    .deleteFrom('courseAssignments')
    .where(({ and }) => and(place(home, course, memberId)))
    .executeTakeFirstOrThrow()
  if (!numDeletedRows) throw new NotFound(`${person!.name} was not asked to take this course.`)
  await record(home, { what: 'course.assignment-withdrawn', kind: 'member', record: titled(person!, course) })
}

const place = ({ workspaceId }: Scope, course: Course, memberId: string) => ({ workspaceId, courseId: course.id, memberId })
const titled = ({ id, name }: { id: string; name: string }, course: Course) => ({ id, title: `${name}: ${course.title}` })

function findAssignment(home: Scope, course: Course, memberId: string) {
  return home.db
    .selectFrom('courseAssignments')
    .select('dueOn')
    .where(({ and }) => and(place(home, course, memberId)))
    .executeTakeFirst()
}

async function findMembers({ db, workspaceId }: Scope, ids: readonly string[]) {
  const people = await db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where('id', 'in', ids)
    .execute()
  if (people.length < new Set(ids).size)
    throw new NotAccepted('One of these is not a member of this workspace.', [{ path: 'members', message: 'Is not a member.' }])
  return people
}
