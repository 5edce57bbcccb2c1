import MarkdownIt from 'markdown-it'
import type { Course, Lesson } from '#domain/learn/course.ts'
import { lessonsOf } from '#domain/learn/course.ts'
import { anchorFor } from '#domain/learn/lint-lesson-text.ts'
import { type AskedQuestion, askQuestion } from '#domain/learn/quiz.ts'

export type Heading = { anchor: string; text: string; level: number }
export type ShownPart = { html: string } | { question: AskedQuestion }
type Env = { course: Course; headings: Heading[] }

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image')

markdown.renderer.rules.heading_open = (tokens, at, options, env, self) => {
  const { headings } = env as Env
  const token = tokens[at]!
  const text = tokens[at + 1]?.children?.map(({ content }) => content).join('') ?? ''
  const anchor = freeAnchor(anchorFor(text), headings)
  headings.push({ anchor, text, level: Number(token.tag.slice(1)) })
  token.attrSet('id', anchor)
  return self.renderToken(tokens, at, options)
}

markdown.renderer.rules.link_open = (tokens, at, options, env, self) => {
  const token = tokens[at]!
  const to = String(token.attrGet('href') ?? '')
  token.attrSet('href', addressOf((env as Env).course, to))
  if (/^https?:/.test(to)) token.attrSet('rel', 'noopener noreferrer')
  return self.renderToken(tokens, at, options)
}

function freeAnchor(wanted: string, taken: readonly Heading[]) {
  const used = new Set(taken.map(({ anchor }) => anchor))
  if (!used.has(wanted)) return wanted
  let number = 2
  while (used.has(`${wanted}-${number}`)) number++
  return `${wanted}-${number}`
}

/** A lesson stands at `…/<lesson id>`, so another one of the course is its neighbour. */
function addressOf(course: Course, to: string) {
  const [file, anchor] = to.replace(/^\.\//, '').split('#') as [string, string | undefined]
  const lesson = lessonsOf(course).find((one) => one.file === decodeURI(file))
  return lesson ? `./${lesson.id}${anchor ? `#${anchor}` : ''}` : to
}

/** The lesson as it is read: HTML made of Markdown alone, and shuffled questions without their answers. */
export function showLesson(course: Course, lesson: Lesson, seed: string) {
  const env: Env = { course, headings: [] }
  const parts = lesson.parts.map(
    (part): ShownPart =>
      'question' in part ? { question: askQuestion(part.question, seed) } : { html: markdown.render(part.markdown, env) },
  )
  return { parts, headings: env.headings }
}
