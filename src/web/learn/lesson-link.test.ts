import { expect, test } from 'vitest'
import { lessonLinkTarget, readingPath } from './lesson-link.ts'

test.each([
  ['./01M8#think', '/w/larkfield/learn/hats/01M8#think'],
  ['/problems', '/problems'],
  ['/welcome', null],
  ['#why', null],
  ['https://example.org', null],
  ['mailto:a@example.org', null],
])('%s leads to %s', (href, target) => {
  expect(lessonLinkTarget(href, '/w/larkfield/learn/hats/01M7')).toBe(target)
})

test('somebody goes on reading at the heading where they left, or at the top', () => {
  expect(readingPath({ courseId: 'c', lessonId: 'l', anchor: 'why' })).toBe('/learn/c/l#why')
  expect(readingPath({ courseId: 'c', lessonId: 'l', anchor: null })).toBe('/learn/c/l')
})
