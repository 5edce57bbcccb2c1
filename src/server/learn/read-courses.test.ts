import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faultLine } from '#domain/learn/fault.ts'
import { courseFolderMark, lintCourses, readCourseFiles } from './read-courses.ts'
import { BUILT_IN_COURSES } from './shelf.ts'

test('the courses that come with Tricorn have nothing to put right', () => {
  expect(readCourseFiles(BUILT_IN_COURSES).length).toBeGreaterThan(0)
  expect(lintCourses(BUILT_IN_COURSES).map(faultLine)).toEqual([])
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
