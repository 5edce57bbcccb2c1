import { type Course, type Lesson, questionsOf } from './course.ts'
import { passMarkOf } from './pass-mark.ts'
import type { CriterionResult } from './practice.ts'
import { criteriaOf, type HandInState, type TickedLine } from './review.ts'

type By = { memberId: string; lessonId: string }

/** What learners left behind in a course, each list in the order of time. */
export type Traces = {
  openings: readonly (By & { openedAt: Date })[]
  completions: readonly (By & { at: Date })[]
  attempts: readonly (By & { score: number })[]
  checks: readonly (By & { criteria: readonly Pick<CriterionResult, 'id' | 'say' | 'met'>[] })[]
  /** First answers to questions that came back at the start of a later module; `lessonId` is where they were asked first. */
  recalls: readonly (By & { questionId: string; isRight: boolean })[]
  /** What was handed in, with the answer of whoever read it, if anybody did. */
  handIns: readonly (By & { state: HandInState; answers: readonly TickedLine[] })[]
}

/** How a question was answered when it came back later. */
type RecallStall = { id: string; ask: string; right: number; answered: number }

/** How often a criterion was not met when the practice was checked, and by how many people. */
export type CriterionFailures = { id: string; say: string; failed: number; people: number }

export type LessonStall = {
  lessonId: string
  title: string
  module: string
  kind: Lesson['kind']
  optional: boolean
  opened: number
  done: number
  /** From the first opening until it was done; null when nobody did it in one sitting. */
  medianMinutes: number | null
  /** Of those who answered, how many were right enough at the first try. */
  firstTry: { passed: number; answered: number } | null
  checks: { count: number; failures: CriterionFailures[] } | null
  /** The questions of the lesson that came back later, the one most often forgotten first. */
  recall: { right: number; answered: number; questions: RecallStall[] } | null
  /** People by how their hand-ins went; the failures are of the rubric, as reviewers answered it. */
  reviews: { passed: number; selfChecked: number; waiting: number; count: number; failures: CriterionFailures[] } | null
}

/** Whoever takes longer went away in between, which says nothing about the lesson. */
const ONE_SITTING_MS = 4 * 3600 * 1000

/** Where people stall: for each lesson how many opened it and got through, and what holds the others up. */
export function stallsOf(course: Course, traces: Traces): LessonStall[] {
  return course.modules.flatMap(({ title, lessons }) => lessons.map((lesson) => stallOf(lesson, title, tracesOf(lesson.id, traces))))
}

function stallOf(lesson: Lesson, module: string, traces: Traces): LessonStall {
  const { id: lessonId, title, kind, optional } = lesson
  const done = people(traces.completions)
  const opened = new Set([...people(traces.openings), ...done])
  return {
    lessonId,
    title,
    module,
    kind,
    optional,
    opened: opened.size,
    done: done.size,
    medianMinutes: medianMinutes(traces),
    firstTry: firstTryOf(lesson, traces.attempts),
    recall: recallOf(lesson, traces.recalls),
    reviews: lesson.rubric.length ? reviewsOf(lesson.rubric, traces.handIns) : null,
    checks: lesson.practice && { count: traces.checks.length, failures: failuresOf(lesson.practice.criteria, traces.checks) },
  }
}

const people = (traces: readonly By[]) => new Set(traces.map(({ memberId }) => memberId))

function tracesOf(lessonId: string, { openings, completions, attempts, checks, recalls, handIns }: Traces): Traces {
  const here = (trace: By) => trace.lessonId === lessonId
  return {
    openings: openings.filter(here),
    completions: completions.filter(here),
    attempts: attempts.filter(here),
    checks: checks.filter(here),
    recalls: recalls.filter(here),
    handIns: handIns.filter(here),
  }
}

function medianMinutes({ openings, completions }: Traces) {
  const doneAt = new Map(completions.map(({ memberId, at }) => [memberId, at]))
  const spans = openings.flatMap(({ memberId, openedAt }) => {
    const span = (doneAt.get(memberId)?.getTime() ?? Number.NaN) - openedAt.getTime()
    return span >= 0 && span <= ONE_SITTING_MS ? [span] : []
  })
  if (!spans.length) return null
  const sorted = spans.sort((a, b) => a - b)
  const middle = (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
  return Math.round(middle / 6000) / 10
}

function firstTryOf(lesson: Lesson, attempts: Traces['attempts']) {
  if (!attempts.length) return null
  const first = new Map<string, number>()
  for (const { memberId, score } of attempts) if (!first.has(memberId)) first.set(memberId, score)
  return { passed: [...first.values()].filter((score) => score >= passMarkOf(lesson)).length, answered: first.size }
}

/** Only criteria of today, the one that fails most first: an author can change no others. */
function failuresOf(criteria: readonly { id: string; say: string }[], checks: Traces['checks']): CriterionFailures[] {
  return criteria
    .map(({ id, say }) => {
      const missed = checks.filter((check) => check.criteria.some((one) => one.id === id && !one.met))
      return { id, say, failed: missed.length, people: people(missed).size }
    })
    .sort((a, b) => b.failed - a.failed)
}

/** Only questions of today; two with the same id in different lessons are kept apart by the lesson. */
function recallOf(lesson: Lesson, recalls: Traces['recalls']): LessonStall['recall'] {
  const questions = questionsOf(lesson).flatMap(({ id, ask }) => {
    const answers = recalls.filter(({ questionId }) => questionId === id)
    return answers.length ? [{ id, ask, right: answers.filter(({ isRight }) => isRight).length, answered: answers.length }] : []
  })
  if (!questions.length) return null
  const total = (of: 'right' | 'answered') => questions.reduce((sum, question) => sum + question[of], 0)
  return {
    right: total('right'),
    answered: total('answered'),
    questions: questions.sort((a, b) => a.right / a.answered - b.right / b.answered),
  }
}

function reviewsOf(rubric: Lesson['rubric'], handIns: Traces['handIns']): LessonStall['reviews'] {
  const peopleIn = (state: HandInState) => people(handIns.filter((one) => one.state === state)).size
  const answered = handIns.filter(({ answers }) => answers.length)
  const checks = answered.map(({ answers, ...by }) => ({ ...by, criteria: criteriaOf(answers) }))
  return {
    passed: peopleIn('passed'),
    selfChecked: peopleIn('self-checked'),
    waiting: peopleIn('waiting'),
    count: answered.length,
    failures: failuresOf(rubric, checks),
  }
}
