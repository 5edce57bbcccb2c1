import { expect, test } from 'vitest'
import type { Member } from '../member.ts'
import { criteriaOf, type HandIn, handInState, mayReview, tickLines, unanswered } from './review.ts'

const rubric = [
  { id: 'shown', say: 'It is shown' },
  { id: 'small', say: 'It is small' },
]
const all = tickLines(rubric, new Set(['shown', 'small']))
const some = tickLines(rubric, new Set(['small', 'gone']))
const handIn: HandIn = { memberId: 'mia', askedId: null, alone: false, ticked: all, replacedAt: null }
const member = (id: string, role: Member['role']): Member => ({ id, name: id, role })

test('a line is ticked when the learner says so, and only lines of the rubric are kept', () => {
  expect(some).toEqual([
    { id: 'shown', say: 'It is shown', yes: false },
    { id: 'small', say: 'It is small', yes: true },
  ])
})

test.each<[string, Partial<HandIn>, { passed: boolean } | null, string]>([
  ['waits', {}, null, 'waiting'],
  ['waits, whatever the learner ticked', { ticked: some }, null, 'waiting'],
  ['is replaced', { replacedAt: new Date(0) }, null, 'replaced'],
  ['passes', {}, { passed: true }, 'passed'],
  ['comes back', {}, { passed: false }, 'handed-back'],
  ['keeps its answer when another one follows', { replacedAt: new Date(0) }, { passed: false }, 'handed-back'],
  ['is checked alone', { alone: true }, null, 'self-checked'],
  ['is not finished alone while a line does not hold', { alone: true, ticked: some }, null, 'unfinished'],
])('a hand-in %s', (_, changes, review, state) => {
  expect(handInState({ ...handIn, ...changes }, review)).toBe(state)
})

test.each<[string, Member, string | null, boolean]>([
  ['the learner, even when asked', member('mia', 'owner'), 'mia', false],
  ['the learner who leads', member('mia', 'owner'), null, false],
  ['who was asked, in any role', member('lou', 'viewer'), 'lou', true],
  ['somebody else than who was asked', member('ana', 'owner'), 'lou', false],
  ['who leads, when nobody was named', member('ana', 'maker'), null, true],
  ['who does not lead, when nobody was named', member('lou', 'contributor'), null, false],
])('%s', (_, reviewer, askedId, allowed) => {
  expect(mayReview(reviewer, { memberId: 'mia', askedId, alone: false })).toBe(allowed)
})

test('what a learner checked alone is nobody’s to review, whoever leads here now', () => {
  expect(mayReview(member('ana', 'owner'), { memberId: 'mia', askedId: null, alone: true })).toBe(false)
})

test('answered lines are criteria of a check: yes is met', () => {
  expect(criteriaOf(some)).toEqual([
    { id: 'shown', say: 'It is shown', met: false },
    { id: 'small', say: 'It is small', met: true },
  ])
})

test('a reviewer answers every line, and a name of the prototype is no answer', () => {
  expect(unanswered(rubric, { shown: false })).toEqual([{ id: 'small', say: 'It is small' }])
  expect(unanswered([{ id: 'constructor', say: 'x' }], {})).toHaveLength(1)
  expect(unanswered(rubric, { shown: false, small: true })).toEqual([])
})
