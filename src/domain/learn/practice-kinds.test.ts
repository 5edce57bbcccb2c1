import { expect, test } from 'vitest'
import { PracticeCheck } from './practice-check.ts'
import { kindsBehind } from './practice-kinds.ts'

const about = (...criteria: object[]) =>
  kindsBehind(
    PracticeCheck.parse({ id: 'check', criteria: criteria.map((criterion, at) => ({ id: `c${at}`, say: 'Do it', ...criterion })) }),
  )

test('a problem changes with itself, and with what its fields count', () => {
  const kinds = about({ query: { entity: 'problem' } })
  for (const kind of ['problem', 'insight', 'feedback', 'import'] as const) expect(kinds).toContain(kind)
  expect(kinds).not.toContain('launch')
})

test('every criterion adds its kinds, also the one that only advises', () => {
  const kinds = about({ query: { entity: 'verdict' } }, { kind: 'lint', rule: 'plain-message', entity: 'launch' })
  expect(kinds).toContain('verdict')
  expect(kinds).toContain('launch')
})

test('a check of decisions is not run again for what customers said or for who learns', () => {
  const kinds = about({ query: { entity: 'decision' } })
  for (const kind of ['feedback', 'import', 'member', 'comment'] as const) expect(kinds).not.toContain(kind)
})
