import { type CompletionRule, type Course, type Lesson, lessonsOf, type Module } from './course.ts'

/** What ends a task for a person to read: one passed it, or nobody else was there and the learner checked it alone. */
export const reviewKinds = ['review', 'self-check'] as const
/** What counts as work, and not as pages that were seen. */
export const workKinds = ['practice', ...reviewKinds] as const
export type WorkKind = (typeof workKinds)[number]
/** What is known of a lesson, quizzes apart: those carry a score. */
export type LessonFactKind = 'read' | 'answered' | WorkKind | 'lesson'

/**
 * Something a learner did. Facts are only ever added: neither an author's edit nor a change in the workspace takes one away.
 * `lesson` says that all rules of the lesson, as they were then, had been met. `self-check` is a review that nobody else was there to give.
 */
export type Fact =
  | { kind: LessonFactKind; lessonId: string; at: Date }
  | { kind: 'quiz'; lessonId: string; at: Date; score: number }
  | { kind: 'module-known'; moduleId: string; at: Date }
  | { kind: 'course'; version: number; at: Date }

export type Opening = { lessonId: string; at: Date; anchor: string | null }

/** What a course looks like from one learner's place. `closed` are lessons this learner cannot be given at all. */
export type Standing = { facts: readonly Fact[]; closed?: ReadonlySet<string> }

export type Progress = { done: number; required: number; percent: number }
export type Certificate = { at: Date; version: number; updatedSince: boolean }

export function meetsRule(rule: CompletionRule, lessonId: string, facts: readonly Fact[]) {
  return facts.some((fact) => {
    if (!('lessonId' in fact) || fact.lessonId !== lessonId) return false
    if (rule.kind === 'review' && fact.kind === 'self-check') return true
    if (fact.kind !== rule.kind) return false
    return fact.kind !== 'quiz' || rule.kind !== 'quiz' || fact.score >= rule.pass
  })
}

/** Done once is done for good; otherwise done means that today's rules are met. */
export function isDone({ id, completion }: Lesson, facts: readonly Fact[]) {
  const wasDone = facts.some((fact) => fact.kind === 'lesson' && fact.lessonId === id)
  return wasDone || completion.every((rule) => meetsRule(rule, id, facts))
}

/**
 * A module that only waits for another one still counts: leaving it out would make the number fall when it opens,
 * and finishing one more lesson must never lower it.
 */
export function progressOf(course: Course, standing: Standing): Progress {
  const required = requiredLessons(course, standing)
  const done = required.filter((lesson) => isDone(lesson, standing.facts)).length
  return { done, required: required.length, percent: required.length ? Math.floor((done * 100) / required.length) : 0 }
}

function requiredLessons(course: Course, { closed }: Standing) {
  return lessonsOf(course).filter(({ id, optional }) => !optional && !closed?.has(id))
}

export function isFinished(course: Course, standing: Standing) {
  const { done, required } = progressOf(course, standing)
  return required > 0 && done === required
}

/** Order is advice, unless a module asks for another one first: then finishing that one, or showing that one knows it, opens it. */
export function isWaiting(course: Course, { after }: Module, { facts, closed }: Standing) {
  const first = course.modules.find(({ id }) => id === after)
  if (!first || facts.some((fact) => fact.kind === 'module-known' && fact.moduleId === first.id)) return false
  return first.lessons.some((lesson) => !lesson.optional && !closed?.has(lesson.id) && !isDone(lesson, facts))
}

/** What follows from one more thing done: that fact, and the lesson or the whole course where it completes them. */
export function addFact(course: Course, { facts, closed }: Standing, fact: Fact): Fact[] {
  const added = [fact]
  const standing = (): Standing => ({ facts: [...facts, ...added], ...(closed && { closed }) })
  const lesson = 'lessonId' in fact && lessonsOf(course).find(({ id }) => id === fact.lessonId)
  const wasDone = lesson && facts.some((known) => known.kind === 'lesson' && known.lessonId === lesson.id)
  if (lesson && !wasDone && isDone(lesson, standing().facts)) added.push({ kind: 'lesson', lessonId: lesson.id, at: fact.at })
  const hasCertificate = facts.some(({ kind }) => kind === 'course')
  if (!hasCertificate && isFinished(course, standing())) added.push({ kind: 'course', version: course.version, at: fact.at })
  return added
}

/** The first certificate stands. When the author added a required lesson later, it says so. */
export function certificateOf(course: Course, standing: Standing): Certificate | null {
  const finished = standing.facts.find((fact) => fact.kind === 'course')
  return finished ? { at: finished.at, version: finished.version, updatedSince: !isFinished(course, standing) } : null
}

/** Where “Continue” leads: the lesson opened last that is not done, else the first required one that is not. */
export function resumeAt(course: Course, standing: Standing, openings: readonly Opening[]) {
  const open = course.modules.filter((module) => !isWaiting(course, module, standing)).flatMap(({ lessons }) => lessons)
  const undone = open.filter((lesson) => !standing.closed?.has(lesson.id) && !isDone(lesson, standing.facts))
  const last = [...openings]
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .find(({ lessonId }) => undone.some(({ id }) => id === lessonId))
  if (last) return { lessonId: last.lessonId, anchor: last.anchor }
  const first = undone.find(({ optional }) => !optional)
  return first ? { lessonId: first.id, anchor: null } : null
}

/** Grade is a number of its own: the mean of first-try scores over the quizzes answered, or nothing yet. */
export function gradeOf(course: Course, facts: readonly Fact[]) {
  const firstTries = lessonsOf(course).flatMap(({ id }) => facts.find((fact) => fact.kind === 'quiz' && fact.lessonId === id) ?? [])
  const scores = firstTries.flatMap((fact) => (fact.kind === 'quiz' ? [fact.score] : []))
  return scores.length ? Math.floor(scores.reduce((sum, score) => sum + score, 0) / scores.length) : null
}

/** The one number beside the menu: all required lessons of the courses somebody takes, taken together. */
export function overallProgress(courses: readonly Progress[]): Progress {
  const done = courses.reduce((sum, course) => sum + course.done, 0)
  const required = courses.reduce((sum, course) => sum + course.required, 0)
  return { done, required, percent: required ? Math.floor((done * 100) / required) : 0 }
}
