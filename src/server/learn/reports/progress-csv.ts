import type { Course } from '#domain/learn/course.ts'
import { findLesson } from '#domain/learn/course.ts'
import { passMarkOf } from '#domain/learn/pass-mark.ts'
import { type Fact, progressOf } from '#domain/learn/progress.ts'
import { csvText } from '../../export/csv.ts'
import type { Scope } from '../../scope.ts'
import { mayLead } from '../leading.ts'
import { courseOf, type LearnerRecord, readLearners } from '../learner-records.ts'
import { listCourses } from '../shelf.ts'

const HEADER = ['who', 'email', 'course', 'lesson', 'rule met', 'when', 'score', 'course percentage']

/** Who did what, as CSV. Whoever does not lead others sees their own lines only. */
export async function progressCsv(home: Scope, courseId?: string) {
  const learners = await readLearners(home, {
    ...(courseId !== undefined && { courseId }),
    ...(!mayLead(home) && { memberIds: [home.member.id] }),
  })
  const find = courseOf(listCourses(home.services))
  const rows = learners.flatMap((learner) =>
    learner.enrolments.flatMap(({ courseId: taken, enrolledAt }) => {
      const course = find(taken)
      return course ? linesOf(learner, course, enrolledAt) : []
    }),
  )
  return csvText([HEADER, ...rows])
}

type Line = { lesson: string; rule: string; at: Date; score: number | '' }

function linesOf({ name, email, factsOf }: LearnerRecord, course: Course, enrolledAt: Date) {
  const facts = factsOf(course.id)
  const { percent } = progressOf(course, { facts })
  const lines: Line[] = [{ lesson: '', rule: 'enrolled', at: enrolledAt, score: '' }, ...rulesMet(course, facts)]
  return lines
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ lesson, rule, at, score }) => [name, email, course.title, lesson, rule, at, score, percent])
}

/** Tries of a quiz count where they met its rule, and the first of them only. */
function rulesMet(course: Course, facts: readonly Fact[]): Line[] {
  const passed = new Set<string>()
  return facts.flatMap((fact): Line[] => {
    if (fact.kind === 'course') return [{ lesson: '', rule: 'course finished', at: fact.at, score: '' }]
    if (fact.kind === 'module-known') return [{ lesson: moduleTitle(course, fact.moduleId), rule: 'module known', at: fact.at, score: '' }]
    const lesson = findLesson(course, fact.lessonId)?.lesson
    if (fact.kind !== 'quiz')
      return [{ lesson: lesson?.title ?? fact.lessonId, rule: fact.kind === 'lesson' ? 'lesson done' : fact.kind, at: fact.at, score: '' }]
    if (!lesson || fact.score < passMarkOf(lesson) || passed.has(lesson.id)) return []
    passed.add(lesson.id)
    return [{ lesson: lesson.title, rule: `quiz ${passMarkOf(lesson)}%`, at: fact.at, score: fact.score }]
  })
}

const moduleTitle = (course: Course, id: string) => course.modules.find((module) => module.id === id)?.title ?? id
