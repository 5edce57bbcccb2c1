import { type Course, findLesson } from '#domain/learn/course.ts'
import { type Opening, overallProgress, progressOf, resumeAt } from '#domain/learn/progress.ts'
import type { Scope } from '../../scope.ts'
import { atHome } from '../other-workspace.ts'
import { listCourses } from '../shelf.ts'
import { type LearnerFacts, readFacts } from './facts.ts'

/** How far somebody is in the courses they take, and the lesson that comes next; who takes none is pointed to the first course. */
export function menuProgress(scope: Scope) {
  return atHome(scope, async (home) => {
    const learner = await readFacts(home)
    const courses = listCourses(home.services)
    const taken = courses.filter(({ id }) => learner.enrolledAt(id))
    const others = courses.filter(({ id }) => !learner.enrolledAt(id))
    const counted = taken.length ? taken : others.slice(0, 1)
    return {
      ...overallProgress(counted.map((course) => progressOf(course, { facts: learner.of(course.id) }))),
      next: nextLesson([...newestFirst(taken, learner), ...others], learner),
      lastPass: lastPass(courses, learner),
    }
  })
}

const openedAt = (openings: Opening[]) => Math.max(0, ...openings.map(({ at }) => at.getTime()))

const newestFirst = (courses: Course[], { openings }: LearnerFacts) =>
  courses.toSorted((a, b) => openedAt(openings(b.id)) - openedAt(openings(a.id)))

/** What passed last: that may have been while its page was closed, and then somebody should hear of it. */
function lastPass(courses: Course[], { of }: LearnerFacts) {
  const passes = courses.flatMap((course) =>
    of(course.id).flatMap((fact) => {
      if (fact.kind !== 'practice' && fact.kind !== 'review') return []
      const lesson = findLesson(course, fact.lessonId)?.lesson
      return lesson ? [{ kind: fact.kind, course: course.id, lesson: lesson.id, title: lesson.title, at: fact.at }] : []
    }),
  )
  return passes.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null
}

function nextLesson(courses: Course[], learner: LearnerFacts) {
  for (const course of courses) {
    const place = resumeAt(course, { facts: learner.of(course.id) }, learner.openings(course.id))
    const lesson = place && findLesson(course, place.lessonId)?.lesson
    if (lesson) return { course: course.id, courseTitle: course.title, lesson: lesson.id, title: lesson.title, anchor: place.anchor }
  }
  return null
}
