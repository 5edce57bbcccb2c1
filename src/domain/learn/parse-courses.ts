import { type Course, type CourseFile, CourseOutline, type Lesson } from './course.ts'
import type { Fault } from './fault.ts'
import { parseLesson } from './parse-lesson.ts'
import { type LineOf, readYaml } from './yaml-text.ts'

/** A course that could be read, with what a linter needs to point at lines. */
export type ParsedCourse = { course: Course; outlineLineOf: LineOf; lessonPaths: string[]; checkLineOf: Map<string, LineOf> }
export type ParsedCourses = { courses: ParsedCourse[]; faults: Fault[] }

const OUTLINE = 'course.yaml'

/** Every folder with a `course.yaml` is a course. What cannot be read is left out and told as a fault. */
export function parseCourses(files: readonly CourseFile[]): ParsedCourses {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const outlines = [...texts.keys()].filter((path) => path.endsWith(`/${OUTLINE}`)).sort()
  const parsed = outlines.map((path) => parseCourse(path.slice(0, -OUTLINE.length - 1), texts))
  return { courses: parsed.flatMap(({ course }) => course ?? []), faults: parsed.flatMap(({ faults }) => faults) }
}

function parseCourse(folder: string, texts: ReadonlyMap<string, string>) {
  const file = `${folder}/${OUTLINE}`
  const outline = readYaml(CourseOutline, { file, text: texts.get(file)!, firstLine: 1 })
  if (!outline.value) return { course: undefined, faults: outline.faults }
  const faults = [...outline.faults]
  const checkLineOf = new Map<string, LineOf>()
  const lessonPaths: string[] = []

  function lessonAt(name: string, place: readonly PropertyKey[]): Lesson[] {
    const lessonFile = name.endsWith('.md') ? name : `${name}.md`
    const path = `${folder}/${lessonFile}`
    const text = texts.get(path)
    lessonPaths.push(path)
    if (text === undefined) {
      faults.push({ file, line: outline.lineOf(place), say: `There is no lesson file “${lessonFile}”.` })
      return []
    }
    const checkPath = path.replace(/\.md$/, '.check.yaml')
    const checkText = texts.get(checkPath)
    const parsed = parseLesson({
      file: lessonFile,
      path,
      text,
      check: checkText === undefined ? undefined : { path: checkPath, text: checkText },
    })
    faults.push(...parsed.faults)
    if (parsed.checkLineOf && parsed.lesson) checkLineOf.set(parsed.lesson.id, parsed.checkLineOf)
    return parsed.lesson ? [parsed.lesson] : []
  }

  const { modules, ...head } = outline.value
  const course: Course = {
    ...head,
    folder,
    modules: modules.map(({ id, title, after = null, lessons }, at) => ({
      id,
      title,
      after,
      lessons: lessons.flatMap((name, place) => lessonAt(name, ['modules', at, 'lessons', place])),
    })),
  }
  return { course: { course, outlineLineOf: outline.lineOf, lessonPaths, checkLineOf } satisfies ParsedCourse, faults }
}
