import { type Document, isNode, LineCounter, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import type { Fault } from './fault.ts'

/** A stretch of YAML and where it stands in its file. */
export type YamlText = { file: string; text: string; firstLine: number }

type Path = readonly PropertyKey[]
export type LineOf = (path: Path) => number
export type ReadYaml<T> = { value: T | undefined; lineOf: LineOf; faults: Fault[] }

/** Authors write numbers and yes or no where we expect words; both are words then. */
export const Words = z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).trim())
export const Sentence = Words.pipe(z.string().min(1, 'is empty'))

/** Reads YAML by a schema; what does not fit becomes faults with their lines. */
export function readYaml<T>(schema: z.ZodType<T>, { file, text, firstLine }: YamlText): ReadYaml<T> {
  const lines = new LineCounter()
  const doc = parseDocument(text, { lineCounter: lines })
  const lineAt = (offset: number) => firstLine + lines.linePos(offset).line - 1
  const lineOf = (path: Path) => lineAt(offsetOf(doc, path))
  const refused = whyNotRead(doc)
  if (refused) return { value: undefined, lineOf, faults: [{ file, line: lineAt(refused.offset), say: refused.say }] }
  const read = schema.safeParse(doc.toJS() ?? {})
  if (read.success) return { value: read.data, lineOf, faults: [] }
  return {
    value: undefined,
    lineOf,
    faults: read.error.issues.map((issue) => ({ file, line: lineOf(issue.path), say: sentenceFor(issue) })),
  }
}

/** Aliases are refused because a few of them expand to more than a machine can hold. */
function whyNotRead(doc: Document) {
  const broken = doc.errors[0]
  if (broken) return { offset: broken.pos[0], say: `This is not YAML: ${broken.message.split('\n')[0]}` }
  let alias: number | undefined
  visit(doc, {
    Alias(_, { range }) {
      alias ??= range?.[0] ?? 0
    },
  })
  return alias === undefined ? undefined : { offset: alias, say: 'Course files cannot use YAML aliases (“*name”). Write it out.' }
}

/** Where the value at this path begins; for a missing one, where the record that lacks it begins. */
function offsetOf(doc: Document, path: Path): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = doc.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

function sentenceFor(issue: z.core.$ZodIssue) {
  const field = issue.path.length ? `“${issue.path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' › ')}” ` : ''
  if (issue.code === 'unrecognized_keys') return `${field}has no “${issue.keys.join('”, “')}”. Is it misspelt?`
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) return `${field}is missing.`
  if (issue.code === 'invalid_union' && issue.errors.every(([first]) => first?.message.endsWith('received undefined')))
    return `${field}is missing.`
  if (issue.code === 'invalid_union') return `${field}is not understood.`
  return `${field}does not fit: ${issue.message}.`
}
