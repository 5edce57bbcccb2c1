import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CourseFile } from '#domain/learn/course.ts'
import type { Fault } from '#domain/learn/fault.ts'
import { lintCourseFiles } from '#domain/learn/lint-courses.ts'

const LARGEST_FILE = 500_000

/** The files of all courses in a folder, with their texts; of what is not Markdown or YAML only the name. */
export function readCourseFiles(folder: string): CourseFile[] {
  return courseFilePaths(folder).map((path) => ({ path, text: textOf(join(folder, path)) }))
}

/** Everything an author has to put right in this folder of courses. */
export function lintCourses(folder: string): Fault[] {
  return lintCourseFiles(readCourseFiles(folder))
}

/** Changes when a file is added, removed or written. */
export function courseFolderMark(folder: string) {
  return courseFilePaths(folder)
    .map((path) => `${path}:${statSync(join(folder, path)).mtimeMs}`)
    .join('\n')
}

function courseFilePaths(folder: string) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort()
}

function textOf(path: string) {
  return /\.(md|yaml)$/.test(path) && statSync(path).size <= LARGEST_FILE ? readFileSync(path, 'utf8') : ''
}
