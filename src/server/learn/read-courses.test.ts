import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type LessonKind, lessonsOf } from '#domain/learn/course.ts'
import { faultLine } from '#domain/learn/fault.ts'
import { parseCourses } from '#domain/learn/parse-courses.ts'
import { courseFolderMark, lintCourses, readCourseFiles } from './read-courses.ts'
import { BUILT_IN_COURSES } from './shelf.ts'

test('the courses that come with Tricorn have nothing to put right', () => {
  expect(readCourseFiles(BUILT_IN_COURSES).length).toBeGreaterThan(0)
  expect(lintCourses(BUILT_IN_COURSES).map(faultLine)).toEqual([])
})

const builtIn = parseCourses(readCourseFiles(BUILT_IN_COURSES)).courses.map(({ course }) => course)

test('they hold what they promise: lessons, quizzes and practices, each lesson with its sources', () => {
  const lessons = builtIn.flatMap(lessonsOf)
  const count = (kind: LessonKind) => lessons.filter((lesson) => lesson.kind === kind).length
  expect(lessons.length).toBeGreaterThanOrEqual(24)
  expect(count('quiz')).toBeGreaterThanOrEqual(12)
  expect(count('practice')).toBeGreaterThanOrEqual(10)
  expect(lessons.filter(({ sources }) => sources.length === 0).map(({ title }) => title)).toEqual([])
  expect(lessons.filter(({ minutes }) => minutes < 4 || minutes > 9).map(({ title }) => title)).toEqual([])
})

test.each(builtIn)('“$title” ends with a task for a person to read', (course) => {
  const last = lessonsOf(course).at(-1)!
  expect([last.kind, last.optional, last.completion]).toEqual(['review', false, [{ kind: 'review' }]])
  expect(last.rubric.length).toBeGreaterThanOrEqual(3)
})

test('a folder that is not there holds no courses', () => {
  expect(readCourseFiles(join(tmpdir(), 'no-such-courses'))).toEqual([])
})

test('an edit changes the mark of the folder, and a picture is known by name only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tricorn-courses-'))
  writeFileSync(join(folder, 'a.md'), 'Hello')
  writeFileSync(join(folder, 'b.png'), 'bytes')
  const before = courseFolderMark(folder)
  utimesSync(join(folder, 'a.md'), new Date(), new Date(Date.now() + 5000))
  expect(courseFolderMark(folder)).not.toBe(before)
  expect(readCourseFiles(folder)).toEqual([
    { path: 'a.md', text: 'Hello' },
    { path: 'b.png', text: '' },
  ])
  rmSync(folder, { recursive: true })
})
