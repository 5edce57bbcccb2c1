import { expect, test } from 'vitest'
import { isSilent } from './nothing-said.ts'

test.each([
  ['Nothing was said: “comment” is empty.', true],
  ['“soon” in “date” is not a date.', false],
  ['The row is empty.', false],
])('%s leaves a row out rather than rejecting it: %s', (reason, silent) => {
  expect(isSilent({ reason })).toBe(silent)
})
