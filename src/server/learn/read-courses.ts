import { readdirSync, readFileSync, statSync } from 'node:fs'
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
    .map((path) => `${path}:${readable(() => statSync(join(folder, path)).mtimeMs, 0)}`)
    .join('\n')
}

/** What cannot be looked into is left out: one folder with wrong rights must not take the other courses away. */
function courseFilePaths(folder: string) {
  return namesIn(folder)
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [entry]))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''))
    .sort()
}

const namesIn = (folder: string) => readable(() => readdirSync(folder, { withFileTypes: true }), [])
const filesBelow = (folder: string) => readable(() => readdirSync(folder, { recursive: true, withFileTypes: true }), [])

function textOf(path: string) {
  if (!/\.(md|yaml)$/.test(path)) return ''
  return readable(() => (statSync(path).size <= LARGEST_FILE ? readFileSync(path, 'utf8') : ''), '')
}

/** A file may be gone, or not ours to read, by the time it is looked at. */
function readable<T>(look: () => T, otherwise: T): T {
  try {
    return look()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return otherwise
    throw error
  }
}
