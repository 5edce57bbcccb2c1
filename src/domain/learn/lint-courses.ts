import { type Course, type CourseFile, type Lesson, lessonsOf, questionsOf } from './course.ts'
import type { Fault } from './fault.ts'
import { lintBody } from './lint-lesson-text.ts'
import { lintPractice } from './lint-practice.ts'
import { type ParsedCourse, parseCourses } from './parse-courses.ts'
import type { Question } from './question.ts'
import { keyFor } from './quiz.ts'

const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

/** Everything an author has to put right in these courses, in the order of files and lines. */
export function lintCourseFiles(files: readonly CourseFile[]): Fault[] {
  const { courses, faults } = parseCourses(files)
  const paths = new Set(files.map(({ path }) => path))
  const found = [
    ...faults,
    ...lintIds(courses),
    ...lintStrayFiles(courses, paths),
    ...courses.flatMap((parsed) => lintCourse(parsed, files)),
  ]
  return found.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
}

function lintCourse({ course, outlineLineOf, checkLineOf }: ParsedCourse, files: readonly CourseFile[]): Fault[] {
  const outline = (path: readonly PropertyKey[], say: string): Fault => ({
    file: `${course.folder}/course.yaml`,
    line: outlineLineOf(path),
    say,
  })
  const moduleFaults = course.modules.flatMap(({ id, after }, at) => {
    if (after === null) return []
    if (after === id) return [outline(['modules', at, 'after'], 'A module cannot wait for itself.')]
    const before = course.modules.slice(0, at).some((other) => other.id === after)
    return before ? [] : [outline(['modules', at, 'after'], `No earlier module has the id “${after}”.`)]
  })
  const lessonFaults = lessonsOf(course).flatMap((lesson) => [
    ...lintLesson(course, lesson),
    ...lintBody(course, lesson, files),
    ...(lesson.practice ? lintPractice(checkPath(course, lesson), lesson.practice, checkLineOf.get(lesson.id) ?? (() => 1)) : []),
  ])
  return [...moduleFaults, ...lessonFaults]
}

export const lessonPath = ({ folder }: Course, { file }: Lesson) => `${folder}/${file}`
const checkPath = (course: Course, lesson: Lesson) => lessonPath(course, lesson).replace(/\.md$/, '.check.yaml')

function lintLesson(course: Course, lesson: Lesson): Fault[] {
  const says: string[] = []
  const asks = (kind: string) => lesson.completion.some((rule) => rule.kind === kind)
  if (asks('quiz') && !questionsOf(lesson).length) says.push('The lesson asks for a quiz and has no question.')
  if (asks('practice') && !lesson.practice) says.push('The lesson asks for practice and has no check file beside it.')
  if (lesson.practice && !asks('practice')) says.push('There is a check file, but the lesson is done without it.')
  if (asks('review') && !lesson.rubric.length) says.push('The lesson asks for a review and has no “rubric” in its front matter.')
  if (lesson.rubric.length && !asks('review')) says.push('There is a rubric, but the lesson is done without a review.')
  if (!lesson.parts.length) says.push('The lesson has no text.')
  const fault = (line: number, say: string): Fault => ({ file: lessonPath(course, lesson), line, say })
  return [...says.map((say) => fault(1, say)), ...lintQuestions(lesson, fault)]
}

function lintQuestions(lesson: Lesson, fault: (line: number, say: string) => Fault): Fault[] {
  const seen = new Set<string>()
  return lesson.parts.flatMap((part) => {
    if (!('question' in part)) return []
    const { question, line } = part
    const faults = seen.has(question.id) ? [fault(line, `Another question of this lesson has the id “${question.id}”.`)] : []
    seen.add(question.id)
    if (answersOf(question).some((texts) => new Set(texts.map(keyFor)).size < texts.length))
      faults.push(fault(line, 'Two answers of this question have the same text.'))
    return faults
  })
}

/** Answers are known by their text, so within one list no two may be alike. */
function answersOf(question: Question): string[][] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [question.options.map(({ text }) => text)]
    case 'scenario':
      return question.steps.map(({ options }) => options.map(({ text }) => text))
    case 'order':
      return [question.steps]
    case 'match':
      return [question.pairs.map(({ left }) => left)]
    default:
      return []
  }
}

function lintIds(courses: readonly ParsedCourse[]): Fault[] {
  const owners = new Map<string, string>()
  const faults: Fault[] = []
  function take(id: string, file: string, line: number) {
    if (!ULID.test(id)) faults.push({ file, line, say: `“${id}” is not a ULID.` })
    const owner = owners.get(id)
    if (owner) faults.push({ file, line, say: `The id is already used by ${owner}.` })
    owners.set(id, file)
  }
  for (const { course, outlineLineOf, checkLineOf } of courses) {
    take(course.id, `${course.folder}/course.yaml`, outlineLineOf(['id']))
    faults.push(...lintModuleIds(course, outlineLineOf))
    for (const lesson of lessonsOf(course)) {
      take(lesson.id, lessonPath(course, lesson), 2)
      if (lesson.practice) take(lesson.practice.id, checkPath(course, lesson), checkLineOf.get(lesson.id)?.(['id']) ?? 1)
    }
  }
  return faults
}

function lintModuleIds({ folder, modules }: Course, lineOf: ParsedCourse['outlineLineOf']): Fault[] {
  return modules.flatMap(({ id }, at) => {
    const first = modules.findIndex((module) => module.id === id)
    return first === at
      ? []
      : [{ file: `${folder}/course.yaml`, line: lineOf(['modules', at, 'id']), say: `Another module has the id “${id}”.` }]
  })
}

/** A lesson that no module names, or a check without its lesson, is never seen by anybody. */
function lintStrayFiles(courses: readonly ParsedCourse[], paths: ReadonlySet<string>): Fault[] {
  const named = new Set(courses.flatMap(({ lessonPaths }) => lessonPaths))
  const folders = courses.map(({ course }) => course.folder)
  return [...paths].flatMap((path): Fault[] => {
    if (!folders.some((folder) => path.startsWith(`${folder}/`)) || /readme\.md$|changelog\.md$/i.test(path)) return []
    if (path.endsWith('.md') && !named.has(path)) return [{ file: path, line: 1, say: 'No module names this lesson.' }]
    const lesson = path.replace(/\.check\.yaml$/, '.md')
    return lesson !== path && !paths.has(lesson) ? [{ file: path, line: 1, say: 'This check has no lesson of the same name.' }] : []
  })
}
