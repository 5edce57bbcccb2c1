import { defaultRules, type Lesson, LessonHead, type LessonPart } from './course.ts'
import type { Fault } from './fault.ts'
import { PracticeCheck } from './practice-check.ts'
import { Question } from './question.ts'
import { type LineOf, readYaml } from './yaml-text.ts'

export type ParsedLesson = { lesson: Lesson | undefined; checkLineOf: LineOf | undefined; faults: Fault[] }
type LessonText = { file: string; path: string; text: string; check: { path: string; text: string } | undefined }

const FRONT_MATTER = /^---\n([\s\S]*?\n)---\n/
const QUIZ_BLOCK = /^```quiz[ \t]*\n([\s\S]*?)^```[ \t]*$/gm

export function parseLesson({ file, path, text: raw, check }: LessonText): ParsedLesson {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const front = FRONT_MATTER.exec(text)
  if (!front) return failed({ file: path, line: 1, say: 'The lesson begins without front matter between two lines of “---”.' })
  const head = readYaml(LessonHead, { file: path, text: front[1]!, firstLine: 2 })
  const body = parseParts(path, text, front[0].length)
  const practice = check && readYaml(PracticeCheck, { file: check.path, text: check.text, firstLine: 1 })
  const faults = [...head.faults, ...body.faults, ...(practice?.faults ?? [])]
  if (!head.value || (check && !practice?.value)) return { lesson: undefined, checkLineOf: undefined, faults }
  const asksQuestions = body.parts.some((part) => 'question' in part)
  const { completion = defaultRules(head.value.kind, { asksQuestions }), language = null, ...rest } = head.value
  const lesson: Lesson = { ...rest, language, completion, file, parts: body.parts, practice: practice?.value ?? null }
  return { lesson, checkLineOf: practice?.lineOf, faults }
}

const failed = (fault: Fault): ParsedLesson => ({ lesson: undefined, checkLineOf: undefined, faults: [fault] })

function parseParts(path: string, text: string, start: number) {
  const parts: LessonPart[] = []
  const faults: Fault[] = []
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const addMarkdown = (from: number, to: number) => {
    const markdown = text.slice(from, to)
    if (markdown.trim()) parts.push({ markdown, line: lineAt(from) })
  }
  let from = start
  for (const block of text.slice(start).matchAll(QUIZ_BLOCK)) {
    const at = start + block.index
    addMarkdown(from, at)
    const question = readYaml(Question, { file: path, text: block[1]!, firstLine: lineAt(at) + 1 })
    if (question.value) parts.push({ question: question.value, line: lineAt(at) })
    faults.push(...question.faults)
    from = at + block[0].length
  }
  addMarkdown(from, text.length)
  return { parts, faults }
}
