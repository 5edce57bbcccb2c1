import { expect, test } from 'vitest'
import { refuseChange, refuseStart, refuseUndo, secondsLeft } from './import-progress.ts'

const noon = new Date('2026-03-01T12:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const running = { state: 'running' as const, total: 1000, done: 250, runStartedAt: noon, doneBefore: 0, finishedAt: null }

test('a quarter done in ten seconds leaves thirty', () => {
  expect(secondsLeft(running, later(10))).toBe(30)
})

test('what an earlier run did before a crash, and the hours until it went on, do not count', () => {
  expect(secondsLeft({ ...running, done: 500, doneBefore: 250, runStartedAt: later(36_000) }, later(36_010))).toBe(20)
  expect(secondsLeft({ ...running, doneBefore: 250, runStartedAt: later(36_000) }, later(36_010))).toBeNull()
})

test('before the first row nobody knows how long it takes', () => {
  expect(secondsLeft({ ...running, done: 0 }, later(10))).toBeNull()
  expect(secondsLeft({ ...running, state: 'finished' }, later(10))).toBeNull()
})

test.each(['running', 'finished', 'undone'] as const)('a %s import cannot be started', (state) => {
  expect(() => refuseStart({ ...running, state })).toThrow('This import')
})

test('a failed import can be started again, and goes on where it stood', () => {
  expect(() => refuseStart({ ...running, state: 'failed' })).not.toThrow()
})

test('an import can be undone for a day, once', () => {
  const finished = { ...running, state: 'finished' as const, finishedAt: noon }
  expect(() => refuseUndo(finished, later(86_400))).not.toThrow()
  expect(() => refuseUndo(finished, later(86_401))).toThrow('for a day')
  expect(() => refuseUndo({ ...finished, state: 'undone' }, noon)).toThrow('already')
  expect(() => refuseUndo({ ...finished, state: 'preview' }, noon)).toThrow('not been started')
})

test('only a preview can be changed', () => {
  expect(() => refuseChange(running)).toThrow('stands')
})
