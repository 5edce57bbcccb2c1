import type { Course, Lesson } from './course.ts'
import { passMarkOf } from './pass-mark.ts'
import type { CriterionResult } from './practice.ts'

type By = { memberId: string; lessonId: string }

/** What learners left behind in a course, each list in the order of time. */
export type Traces = {
  openings: readonly (By & { openedAt: Date })[]
  completions: readonly (By & { at: Date })[]
  attempts: readonly (By & { score: number })[]
  checks: readonly (By & { criteria: readonly Pick<CriterionResult, 'id' | 'say' | 'met'>[] })[]
}

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
    checks: lesson.practice && { count: traces.checks.length, failures: failuresOf(lesson.practice.criteria, traces.checks) },
  }
}

const people = (traces: readonly By[]) => new Set(traces.map(({ memberId }) => memberId))

function tracesOf(lessonId: string, { openings, completions, attempts, checks }: Traces): Traces {
  const here = (trace: By) => trace.lessonId === lessonId
  return {
    openings: openings.filter(here),
    completions: completions.filter(here),
    attempts: attempts.filter(here),
    checks: checks.filter(here),
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
