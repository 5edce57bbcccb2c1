import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CompletionRule, Course, Lesson } from './course.ts'
import {
  addFact,
  certificateOf,
  type Fact,
  gradeOf,
  isDone,
  isFinished,
  isWaiting,
  type Opening,
  progressOf,
  resumeAt,
  type Standing,
} from './progress.ts'

const day = (number: number) => new Date(Date.UTC(2026, 2, number))

function lesson(id: string, completion: CompletionRule[] = [{ kind: 'read' }], optional = false): Lesson {
  const about = { id, file: `${id}.md`, title: id, kind: 'reading', minutes: 5, language: null } as const
  return { ...about, optional, completion, sources: [], parts: [], practice: null, rubric: [] }
}
function course(...modules: Lesson[][]): Course {
  const head = { id: 'c', folder: 'c', title: 'C', summary: 's', version: 1, hat: 'learn', language: 'en' } as const
  return { ...head, modules: modules.map((lessons, at) => ({ id: `m${at}`, title: `M${at}`, after: null, lessons })) }
}
const read = (lessonId: string, at = day(1)): Fact => ({ kind: 'read', lessonId, at })
const quiz = (lessonId: string, score: number): Fact => ({ kind: 'quiz', lessonId, score, at: day(1) })

/** Does things one after the other, as the server does. */
function after(taught: Course, done: Fact[], standing: Standing = { facts: [] }): Standing {
  const facts = [...standing.facts]
  for (const fact of done) facts.push(...addFact(taught, { ...standing, facts }, fact))
  return { ...standing, facts }
}

test('two of three lessons are 66 per cent, not 67', () => {
  const taught = course([lesson('a'), lesson('b')], [lesson('c')])
  expect(progressOf(taught, after(taught, [read('a'), read('c')]))).toEqual({ done: 2, required: 3, percent: 66 })
})

test('an optional or closed lesson counts for nothing', () => {
  const taught = course([lesson('a'), lesson('b', undefined, true), lesson('c')])
  expect(progressOf(taught, { facts: [read('a'), read('b')], closed: new Set(['c']) })).toEqual({ done: 1, required: 1, percent: 100 })
})

test('a course without required lessons is never finished', () => {
  const taught = course([lesson('a', undefined, true)])
  expect(progressOf(taught, { facts: [read('a')] }).percent).toBe(0)
  expect(isFinished(taught, { facts: [read('a')] })).toBe(false)
})

test('a quiz counts from its pass mark on, at any try', () => {
  const taught = lesson('a', [{ kind: 'quiz', pass: 80 }])
  expect(isDone(taught, [quiz('a', 79)])).toBe(false)
  expect(isDone(taught, [quiz('a', 79), quiz('a', 80)])).toBe(true)
})

test('a lesson with several rules needs all of them', () => {
  const taught = lesson('a', [{ kind: 'read' }, { kind: 'quiz', pass: 80 }])
  expect(isDone(taught, [read('a')])).toBe(false)
  expect(isDone(taught, [read('a'), quiz('a', 100)])).toBe(true)
})

test('a lower pass mark credits what was done before', () => {
  expect(isDone(lesson('a', [{ kind: 'quiz', pass: 60 }]), [quiz('a', 70)])).toBe(true)
})

test('a stricter rule takes nothing from those who were done', () => {
  const before = course([lesson('a')])
  const { facts } = after(before, [read('a')])
  expect(isDone(lesson('a', [{ kind: 'read' }, { kind: 'practice' }]), facts)).toBe(true)
})

test('finishing gives the certificate once', () => {
  const taught = course([lesson('a')])
  const standing = after(taught, [read('a', day(3)), read('a', day(9))])
  expect(certificateOf(taught, standing)).toEqual({ at: day(3), version: 1, updatedSince: false })
  expect(standing.facts.filter(({ kind }) => kind === 'course')).toHaveLength(1)
})

test('a lesson added later lowers the percentage, and the certificate stands as it was', () => {
  const standing = after(course([lesson('a')]), [read('a')])
  const longer = { ...course([lesson('a'), lesson('b')]), version: 2 }
  expect(progressOf(longer, standing).percent).toBe(50)
  expect(certificateOf(longer, standing)).toEqual({ at: day(1), version: 1, updatedSince: true })
})

test('without finishing there is no certificate', () => {
  const taught = course([lesson('a'), lesson('b')])
  expect(certificateOf(taught, after(taught, [read('a')]))).toBeNull()
})

test('a module may wait for another one, until that is done or known', () => {
  const taught = course([lesson('a')], [lesson('b')])
  taught.modules[1]!.after = 'm0'
  const second = taught.modules[1]!
  expect(isWaiting(taught, second, { facts: [] })).toBe(true)
  expect(isWaiting(taught, second, { facts: [read('a')] })).toBe(false)
  expect(isWaiting(taught, second, { facts: [{ kind: 'module-known', moduleId: 'm0', at: day(1) }] })).toBe(false)
  expect(progressOf(taught, { facts: [read('a')] }).percent).toBe(50)
})

test('continue leads to the lesson opened last that is not done', () => {
  const taught = course([lesson('a'), lesson('b'), lesson('c')])
  const openings: Opening[] = [
    { lessonId: 'a', at: day(1), anchor: null },
    { lessonId: 'b', at: day(2), anchor: 'why' },
    { lessonId: 'c', at: day(3), anchor: null },
  ]
  expect(resumeAt(taught, { facts: [read('c')] }, openings)).toEqual({ lessonId: 'b', anchor: 'why' })
})

test('continue else leads to the first required lesson that is not done and not waiting', () => {
  const taught = course([lesson('a'), lesson('b', undefined, true)], [lesson('c')], [lesson('d')])
  taught.modules[1]!.after = 'm2'
  expect(resumeAt(taught, { facts: [read('a')] }, [])).toEqual({ lessonId: 'd', anchor: null })
  expect(resumeAt(taught, { facts: [read('a'), read('c'), read('d')] }, [])).toBeNull()
})

test('the grade is the mean of first tries and no part of completion', () => {
  const taught = course([lesson('a', [{ kind: 'quiz', pass: 80 }]), lesson('b', [{ kind: 'quiz', pass: 80 }])])
  expect(gradeOf(taught, [])).toBeNull()
  expect(gradeOf(taught, [quiz('a', 50), quiz('a', 100), quiz('b', 100)])).toBe(75)
})

const rules = fc.constantFrom<CompletionRule[]>(
  [{ kind: 'review' }],
  [{ kind: 'quiz', pass: 80 }, { kind: 'review' }],
  [{ kind: 'read' }],
  [{ kind: 'quiz', pass: 80 }],
  [{ kind: 'practice' }],
  [{ kind: 'read' }, { kind: 'quiz', pass: 50 }],
)
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const anyLessons = fc
  .subarray(ids)
  .chain((some) =>
    fc.tuple(...some.map((id) => fc.tuple(rules, fc.boolean()).map(([completion, optional]) => lesson(id, completion, optional)))),
  )
const anyCourse = fc.tuple(anyLessons, fc.nat(6), fc.boolean()).map(([lessons, cut, waits]) => {
  const made = course(lessons.slice(0, cut), lessons.slice(cut))
  if (waits) made.modules[1]!.after = 'm0'
  return made
})
const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('read' as const, 'practice' as const, 'review' as const, 'self-check' as const),
    lessonId: fc.constantFrom(...ids),
    at: fc.constant(day(1)),
  }),
  fc.record({ kind: fc.constant('quiz' as const), lessonId: fc.constantFrom(...ids), at: fc.constant(day(1)), score: fc.nat(100) }),
)
const anyClosed = fc.subarray(ids).map((some) => new Set(some))

test('progress lies between 0 and 100, and is 100 only when everything required is done', () => {
  fc.assert(
    fc.property(anyCourse, fc.array(anyFact), anyClosed, (taught, facts, closed) => {
      const { percent, done, required } = progressOf(taught, { facts, closed })
      expect(percent).toBeGreaterThanOrEqual(0)
      expect(percent).toBeLessThanOrEqual(100)
      expect(percent === 100).toBe(required > 0 && done === required)
    }),
  )
})

test('one more thing done never lowers progress', () => {
  fc.assert(
    fc.property(anyCourse, fc.array(anyFact), anyFact, (taught, facts, fact) => {
      const standing = after(taught, facts)
      expect(progressOf(taught, after(taught, [fact], standing)).percent).toBeGreaterThanOrEqual(progressOf(taught, standing).percent)
    }),
  )
})

type Edit = (lessons: Lesson[]) => Lesson[]
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat(6).map(
    (at): Edit =>
      (lessons) => [...lessons.slice(at), ...lessons.slice(0, at)],
  ),
  fc.string().map(
    (title): Edit =>
      (lessons) =>
        lessons.map((one) => ({ ...one, title, file: `${title}-${one.id}.md` })),
  ),
  fc.nat(6).map(
    (at): Edit =>
      (lessons) =>
        lessons.filter((_, place) => place !== at),
  ),
  fc.constant<Edit>((lessons) => [...lessons, lesson('new', undefined, true)]),
  fc.constant<Edit>((lessons) => [lesson('also-new'), ...lessons]),
  rules.map(
    (completion): Edit =>
      (lessons) =>
        lessons.map((one) => ({ ...one, completion })),
  ),
)

test('no edit of an author takes away what was done: reorder, rename, remove, add, or change a rule', () => {
  fc.assert(
    fc.property(anyCourse, fc.array(anyFact), fc.array(anyEdit, { minLength: 1, maxLength: 4 }), (taught, facts, edits) => {
      const { facts: kept } = after(taught, facts)
      const before = taught.modules.flatMap(({ lessons }) => lessons)
      const edited = edits.reduce((lessons, edit) => edit(lessons), before)
      for (const { id } of before.filter((one) => isDone(one, kept))) {
        const still = edited.find((one) => one.id === id)
        if (still) expect(isDone(still, kept)).toBe(true)
      }
    }),
  )
})

test('a lesson for a person to read is done by a review, and by a self-check where that is on record', () => {
  const taught = lesson('a', [{ kind: 'review' }])
  const fact = (kind: 'review' | 'self-check' | 'read', lessonId = 'a'): Fact => ({ kind, lessonId, at: day(1) })
  expect(isDone(taught, [fact('read'), fact('review', 'b')])).toBe(false)
  expect(isDone(taught, [fact('review')])).toBe(true)
  expect(isDone(taught, [fact('self-check')])).toBe(true)
  expect(isDone(lesson('a', [{ kind: 'practice' }]), [fact('self-check')])).toBe(false)
})
