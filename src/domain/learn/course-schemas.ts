import { z } from 'zod'
import { CourseOutline, LessonHead } from './course.ts'
import { PracticeCheck } from './practice-check.ts'
import { Question } from './question.ts'

/** What each kind of file in a course folder holds, by the name its JSON Schema is published under. */
const parts = {
  course: { schema: CourseOutline, title: 'The outline of a course: course.yaml' },
  lesson: { schema: LessonHead, title: 'The front matter of a lesson: *.md' },
  question: { schema: Question, title: 'A question: a fenced block “quiz” in a lesson' },
  check: { schema: PracticeCheck, title: 'What a practice lesson checks: *.check.yaml' },
}

/** The JSON Schemas of course folders as files, for editors and for programs that write courses. */
export function courseSchemas() {
  return Object.entries(parts).map(([name, { schema, title }]) => {
    // What authors write, not what becomes of it: defaults may be left out.
    const { $schema, ...described } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })
    return { file: `${name}.schema.json`, text: `${JSON.stringify({ $schema, title, ...described }, null, 2)}\n` }
  })
}
