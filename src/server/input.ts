import type { HonoRequest, MiddlewareHandler } from 'hono'
import { validator } from 'hono/validator'
import type { z } from 'zod'
import { type FieldProblem, NotAccepted } from '#domain/problems.ts'
import { plainIssue } from './plain-issue.ts'
import type { Env } from './scope.ts'

const DEEPEST = 24

type Target = 'json' | 'query'
export type Input = { target: Target; schema: z.ZodType }
const marks = new WeakMap<object, Input>()

/** Checks the JSON body; a body that does not fit answers 422 with the fields at fault. */
export function json<T extends z.ZodType>(schema: T) {
  const checked = check('json', schema)
  const readable: typeof checked = async (c, next) => {
    await refuseUnreadable(c.req)
    return checked(c, next)
  }
  marks.set(readable, { target: 'json', schema })
  return readable
}

/** Checks the query string in the same way. */
export const query = <T extends z.ZodType>(schema: T) => check('query', schema)

export function inputOf(handler: object) {
  return marks.get(handler)
}

function check<T extends z.ZodType, To extends Target>(target: To, schema: T) {
  const middleware = validator(target, (value) => accept(schema, value) as object)
  marks.set(middleware, { target, schema })
  return middleware as unknown as MiddlewareHandler<Env, string, { in: { [Key in To]: z.input<T> }; out: { [Key in To]: z.output<T> } }>
}

const isJson = (type: string) => /^application\/(?:[\w.-]+\+)?json(?:;|$)/i.test(type.trim())

/** What is not sent as JSON would look like an empty body, and half a character would be stored as “\uFFFD”. */
async function refuseUnreadable(request: HonoRequest) {
  if (request.raw.body && !isJson(request.header('content-type') ?? ''))
    throw new NotAccepted('Send the body as JSON, with the content type application/json.')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer())
  } catch (error) {
    if (error instanceof TypeError) throw new NotAccepted('The body is not valid UTF-8: it holds a broken character.')
    throw error
  }
}

/** The parsed value, or `NotAccepted` with one sentence a field. */
export function accept<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  refuseTraps(value, '', 0)
  const result = schema.safeParse(value, { error: plainIssue })
  if (result.success) return result.data
  const fields = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  throw new NotAccepted(sentenceOf(fields), fields)
}

function sentenceOf(fields: FieldProblem[]) {
  const [first, ...more] = fields
  const place = first?.path ? `${first.path}: ` : ''
  return `${place}${first?.message ?? 'That did not pass our checks.'}${more.length ? ` (and ${more.length} more)` : ''}`
}

/** Postgres text cannot hold NUL or half a character, and a very deep value would exhaust whoever walks it. */
function refuseTraps(value: unknown, path: string, depth: number): void {
  if (depth > DEEPEST) throw new NotAccepted(`This is nested more than ${DEEPEST} levels deep.`, [{ path, message: 'Nested too deep.' }])
  if (typeof value === 'string' && value.includes('\0'))
    throw new NotAccepted('The text contains a NUL character, which cannot be stored.', [{ path, message: 'Contains a NUL character.' }])
  if (typeof value === 'string' && !value.isWellFormed())
    throw new NotAccepted('The text contains half a character (a lone surrogate), which cannot be stored.', [
      { path, message: 'Contains half a character.' },
    ])
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    refuseTraps(key, path, depth)
    refuseTraps(inner, path ? `${path}.${key}` : key, depth + 1)
  }
}
