import { expect, test } from 'vitest'
import { assignmentState } from './assignment.ts'

test.each([
  [{ dueOn: null, finishedAt: null }, 'open'],
  [{ dueOn: '2026-03-01', finishedAt: null }, 'open'],
  [{ dueOn: '2026-02-28', finishedAt: null }, 'overdue'],
  [{ dueOn: '2026-02-28', finishedAt: new Date('2026-03-01') }, 'finished'],
])('on the first of March %j is %s', (assignment, state) => {
  expect(assignmentState(assignment, '2026-03-01')).toBe(state)
})
