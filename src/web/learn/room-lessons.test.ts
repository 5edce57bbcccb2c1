import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLesson } from '#domain/learn/course.ts'
import { parseCourses } from '#domain/learn/parse-courses.ts'

const web = join(import.meta.dirname, '..')
const shelf = join(web, '../../courses')

const below = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
const courseFiles = below(shelf)
  .filter((path) => /\.(md|yaml)$/.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(shelf, path), 'utf8') }))
const { courses } = parseCourses(courseFiles)

/** Every lesson a room leads to, wherever its address stands, and the words it is announced with in the same room. */
const links = below(web)
  .filter((path) => /\.tsx?$/.test(path) && !/^learn|\.test\.|routes\.tsx$/.test(path))
  .flatMap((path) =>
    [...readFileSync(join(web, path), 'utf8').matchAll(/'\/learn\/([^/'$]+)(?:\/([^'$]+))?'/g)].map(([, course, lesson]) => ({
      path,
      course: course!,
      lesson,
    })),
  )

const roomsWithoutRecords = below(web).filter(
  (path) => /\.tsx$/.test(path) && !/^(ui|shell|learn|today)/.test(path) && readFileSync(join(web, path), 'utf8').includes('<EmptyRoom'),
)

test('rooms lead to lessons', () => {
  expect(links.length).toBeGreaterThan(8)
})

test.each(links)('$path leads to a lesson that there is: $course/$lesson', ({ path, course, lesson }) => {
  const taught = courses.find(({ course: { id, folder } }) => id === course || folder === course)?.course
  const found = taught && lesson ? findLesson(taught, lesson)?.lesson : undefined
  expect(found).toBeDefined()
  const room = path.split('/').slice(0, -1).join('/')
  const words = readFileSync(join(web, room, 'text.ts'), 'utf8')
  expect(words).toContain(`'${found!.title}'`)
})

test.each(roomsWithoutRecords)('the empty room of %s teaches', (path) => {
  const source = readFileSync(join(web, path), 'utf8')
  for (const [room] of source.matchAll(/<EmptyRoom[\s\S]*?\/>/g)) if (/action=/.test(room)) expect(source).toMatch(/lesson=\{\{ href:/)
})
