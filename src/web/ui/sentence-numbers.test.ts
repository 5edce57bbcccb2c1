import { expect, test } from 'vitest'
import { inReadersNumbers } from './sentence-numbers.ts'

const nbsp = '\u00a0'

test.each([
  ['+1.5 points (96 %: −3.4 to +6.5)', `+1,5 points (96${nbsp}%: −3,4 to +6,5)`, '+1.5 points (96%: −3.4 to +6.5)'],
  ['65.40 % of 12,480 people.', `65,40${nbsp}% of 12.480 people.`, '65.40% of 12,480 people.'],
  ['This takes 1,234,567.5 people, 3 days.', 'This takes 1.234.567,5 people, 3 days.', 'This takes 1,234,567.5 people, 3 days.'],
])('%s is read in German and in English as figures are there', (sentence, german, english) => {
  expect(inReadersNumbers(sentence, 'de-DE')).toBe(german)
  expect(inReadersNumbers(sentence, 'en-GB')).toBe(english)
})

test.each(['BET-12 and 40 others', 'on 2026-03-01, in 2026 Q3', 'sha-256 a1.5b, version 1.2.3', '3 of 4 sources, at 12:30', ''])(
  'what is no written number stays as it is: %s',
  (sentence) => expect(inReadersNumbers(sentence, 'de-DE')).toBe(sentence),
)

test('nothing is rounded away', () => {
  expect(inReadersNumbers('p = 0.0004', 'fr-FR')).toBe('p = 0,0004')
  expect(inReadersNumbers('100 % of 0.5 %', 'en-US')).toBe('100% of 0.5%')
})

test('names that people gave stay as they wrote them, also in quotes within quotes; what follows is read as figures are', () => {
  expect(inReadersNumbers('Worked. “Sessions on Android 4.4”: +1.5 points, “of “v 2.0” (50 %)”: 0.5 %.', 'de-DE')).toBe(
    `Worked. “Sessions on Android 4.4”: +1,5 points, “of “v 2.0” (50 %)”: 0,5${nbsp}%.`,
  )
})
