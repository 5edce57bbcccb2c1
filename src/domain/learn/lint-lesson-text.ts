import type { Course, CourseFile, Lesson } from './course.ts'
import type { Fault } from './fault.ts'

const LINK = /!?\[[^\]]*\]\(\s*<?([^)\s>]*)>?[^)]*\)/g
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/
const FENCE = /^\s*(```|~~~)/

/** The name a heading can be linked by; the reader uses the same. */
export function anchorFor(heading: string) {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-')
}

type TextLine = { text: string; line: number }

/** Lines of Markdown outside code, with their numbers in the file. */
function textLines(lesson: Lesson): TextLine[] {
  return lesson.parts.flatMap((part) => {
    if (!('markdown' in part)) return []
    let inCode = false
    return part.markdown.split('\n').flatMap((text, at) => {
      if (FENCE.test(text)) inCode = !inCode
      return inCode || FENCE.test(text) ? [] : [{ text, line: part.line + at }]
    })
  })
}

export function lintBody(course: Course, lesson: Lesson, files: readonly CourseFile[]): Fault[] {
  const file = `${course.folder}/${lesson.file}`
  const lines = textLines(lesson)
  const links = lines.flatMap(({ text, line }) => [...text.matchAll(LINK)].map(([, to]) => ({ line, say: linkFault(to!, file, files) })))
  const faults = [...links, ...headingFaults(lines)]
  return faults.flatMap(({ line, say }) => (say ? [{ file, line, say }] : []))
}

function linkFault(to: string, from: string, files: readonly CourseFile[]) {
  if (!to) return 'This link leads nowhere.'
  if (/^(https?:|mailto:|\/)/.test(to)) return
  if (/^[a-z]+:/i.test(to)) return `“${to}” is not an address a lesson may link to.`
  const [place, anchor] = to.split('#') as [string, string | undefined]
  const path = place ? joinPath(from, decodeURI(place)) : from
  const target = files.find((file) => file.path === path)
  if (!target) return `The link “${to}” is broken: there is no such file.`
  if (anchor && !anchorsIn(target.text).has(anchor)) return `The link “${to}” is broken: there is no such heading.`
}

function joinPath(from: string, relative: string) {
  const steps = from.split('/').slice(0, -1)
  for (const step of relative.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function anchorsIn(text: string) {
  return new Set(text.split('\n').flatMap((line) => anchorFor(HEADING.exec(line)?.[2] ?? '') || []))
}

/** The title is the one first-level heading, and no level is skipped on the way down. */
function headingFaults(lines: readonly TextLine[]) {
  let above = 1
  return lines.flatMap(({ text, line }) => {
    const level = HEADING.exec(text)?.[1]?.length
    if (!level) return []
    const skipped = level > above + 1
    above = level
    if (level === 1) return [{ line, say: 'The title is the only first-level heading: begin with “##”.' }]
    return skipped ? [{ line, say: 'A heading level is skipped.' }] : []
  })
}
