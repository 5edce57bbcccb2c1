import { type Course, type Lesson, lessonsOf } from '#domain/learn/course.ts'
import { certificateOf, type Fact, gradeOf, isDone, isWaiting, progressOf, resumeAt } from '#domain/learn/progress.ts'
import type { LearnerFacts } from './facts.ts'

/** A course in the list: what it is, how far this learner is, and where “Continue” leads. */
export function showCard(course: Course, learner: LearnerFacts) {
  const { id, title, summary, hat, language, version } = course
  const lessons = lessonsOf(course)
  const standing = { facts: learner.of(id) }
  return {
    id,
    title,
    summary,
    hat,
    language,
    version,
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    lessonCount: lessons.length,
    practiceCount: lessons.filter(({ kind }) => kind === 'practice').length,
    enrolledAt: learner.enrolledAt(id),
    progress: progressOf(course, standing),
    resume: resumeAt(course, standing, learner.openings(id)),
    certificate: certificateOf(course, standing),
  }
}

/** The table of contents: what is required, what is left, what waits. */
export function showCourse(course: Course, learner: LearnerFacts) {
  const facts = learner.of(course.id)
  const opened = new Set(learner.openings(course.id).map(({ lessonId }) => lessonId))
  const modules = course.modules.map((module) => ({
    id: module.id,
    title: module.title,
    after: course.modules.find(({ id }) => id === module.after)?.title ?? null,
    afterId: module.after,
    waiting: isWaiting(course, module, { facts }),
    lessons: module.lessons.map((lesson) => ({ ...showLine(lesson, facts), opened: opened.has(lesson.id) })),
  }))
  return { ...showCard(course, learner), modules, grade: gradeOf(course, facts) }
}

function showLine(lesson: Lesson, facts: readonly Fact[]) {
  const { id, title, kind, minutes, optional } = lesson
  return { id, title, kind, minutes, optional, done: isDone(lesson, facts) }
}

export function showNeighbours(course: Course, lessonId: string) {
  const lessons = lessonsOf(course)
  const at = lessons.findIndex(({ id }) => id === lessonId)
  const neighbour = (lesson: Lesson | undefined) => (lesson ? { id: lesson.id, title: lesson.title } : null)
  return { previous: neighbour(lessons[at - 1]), next: neighbour(lessons[at + 1]), number: at + 1, count: lessons.length }
}
