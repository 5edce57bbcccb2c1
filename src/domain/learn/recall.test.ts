import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Course, Lesson } from './course.ts'
import type { Fact } from './progress.ts'
import type { Question } from './question.ts'
import { recallFor } from './recall.ts'

const at = new Date(Date.UTC(2026, 2, 1))
const number = (id: string): Question => ({ id, kind: 'number', ask: `${id}?`, answer: 1, tolerance: 0, because: 'One.' })
const option = { right: false, because: 'No.' }
const scenario: Question = {
  id: 'story',
  kind: 'scenario',
  ask: 'A day.',
  steps: [1, 2].map((step) => ({
    ask: `${step}?`,
    options: [
      { ...option, text: 'A', right: true },
      { ...option, text: 'B' },
    ],
  })),
}

function lesson(id: string, questions: Question[]): Lesson {
  const about = { id, file: `${id}.md`, title: id, kind: 'reading', minutes: 5, language: null, optional: false } as const
  return {
    ...about,
    completion: [{ kind: 'read' }],
    sources: [],
    practice: null,
    rubric: [],
    parts: questions.map((question) => ({ question, line: 1 })),
  }
}
function course(...modules: Lesson[][]): Course {
  const head = { id: 'c', folder: 'c', title: 'C', summary: 's', version: 1, hat: 'learn', language: 'en' } as const
  return { ...head, modules: modules.map((lessons, place) => ({ id: `m${place}`, title: `M${place}`, after: null, lessons })) }
}
const read = (...ids: string[]): Fact[] => ids.map((lessonId) => ({ kind: 'read', lessonId, at }))
const ids = (taught: Course, place: number, learner: Parameters<typeof recallFor>[2]) =>
  recallFor(taught, taught.modules[place]!, learner).map(({ question }) => question.id)

const taught = course(
  [lesson('a', ['1', '2', '3'].map(number)), lesson('b', [...['1', '2'].map(number), scenario])],
  [lesson('c', [number('1')])],
  [lesson('d', [])],
)
const ana = { seed: 'ana', facts: read('a', 'b', 'c') }

test('three questions come from lessons that were done, before the module', () => {
  expect(ids(taught, 1, { seed: 'ana', facts: read('a') }).sort()).toEqual(['a.1', 'a.2', 'a.3'])
  expect(ids(taught, 2, ana)).toHaveLength(3)
})

test('before the first module, and to whom has done nothing yet, nothing is asked', () => {
  expect(ids(taught, 0, ana)).toEqual([])
  expect(ids(taught, 1, { seed: 'ana', facts: read('c') })).toEqual([])
})

test('the same learner is asked the same, and another one something else', () => {
  expect(ids(taught, 2, ana)).toEqual(ids(taught, 2, ana))
  const sets = new Set(['ben', 'cora', 'dan', 'eve', 'fay', 'gus'].map((seed) => ids(taught, 2, { ...ana, seed }).join()))
  expect(sets.size).toBeGreaterThan(1)
})

test('what was answered stays asked, whatever is done since', () => {
  const some = fc.subarray(['a.1', 'a.2', 'a.3'], { minLength: 1 })
  fc.assert(
    fc.property(fc.string(), some, (seed, answered) => {
      expect(ids(taught, 2, { seed, facts: ana.facts, answered: new Set(answered) })).toEqual(expect.arrayContaining(answered))
    }),
  )
})

test('reordering the lessons changes nothing, and a scenario is never asked in passing', () => {
  const turned = course([...taught.modules[0]!.lessons].reverse(), taught.modules[1]!.lessons, taught.modules[2]!.lessons)
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(ids(turned, 2, { ...ana, seed })).toEqual(ids(taught, 2, { ...ana, seed }))
      expect(ids(taught, 2, { ...ana, seed })).not.toContain('b.story')
    }),
  )
})
