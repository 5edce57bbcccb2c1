import { isWaiting } from '#domain/learn/progress.ts'
import { Conflict } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { findCourse, findLessonIn } from '../shelf.ts'
import { readFacts } from './facts.ts'
import type { LessonPlace } from './show-lesson.ts'

/** Finds the lesson and permits to open it: a module may ask for another one first. */
export async function openLesson(home: Scope, { courseId, lessonId }: { courseId: string; lessonId: string }): Promise<LessonPlace> {
  const course = findCourse(home.services, courseId)
  const { module, lesson } = findLessonIn(course, lessonId)
  const learner = await readFacts(home, course.id)
  if (isWaiting(course, module, { facts: learner.of(course.id) })) {
    const first = course.modules.find(({ id }) => id === module.after)
    throw new Conflict(`This comes after “${first?.title}”. Finish that module, or show that you know it.`)
  }
  return { course, module, lesson, learner }
}
