import { expect, test } from 'vitest'
import { quoteMarks } from './quote-marks.ts'

test.each(['We lose one in ten.', '"Lost" is what they say', 'They say "lost"'])('%s is set in quotation marks', (text) => {
  expect(quoteMarks(text)).toEqual(['“', '”'])
})

test.each(['"We lose one in ten."', '“We lose\none in ten.” ', '„Einer von zehn“', '«Un sur dix»'])('%s keeps its own', (text) => {
  expect(quoteMarks(text)).toEqual(['', ''])
})
