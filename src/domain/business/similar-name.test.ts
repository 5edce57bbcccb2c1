import { expect, test } from 'vitest'
import { similarName } from './similar-name.ts'

const known = ['invoice editor seen', 'invoice sent', 'job_completed', '$pageview', 'tip']

test.each([
  ['a letter left out', 'invoice editor sen', 'invoice editor seen'],
  ['two letters swapped', 'invoice snet', 'invoice sent'],
  ['another letter', 'job_complated', 'job_completed'],
  ['other marks between the words', 'invoice_sent', 'invoice sent'],
  ['words written together', 'JobCompleted', 'job_completed'],
  ['another order of words', 'sent invoice', 'invoice sent'],
  ['a mark left out', 'pageview', '$pageview'],
])('%s is still the name that was meant', (_, written, meant) => {
  expect(similarName(written, known)).toBe(meant)
})

test.each(['invoice sent', '', '…', 'top', 'invoice paid', 'invoice', 'photo added'])('“%s” is no slip of any name', (written) => {
  expect(similarName(written, known)).toBeUndefined()
})

test('of several the nearest is meant', () => {
  expect(similarName('signed_on', ['signed_off', 'signed_in'])).toBe('signed_in')
})
