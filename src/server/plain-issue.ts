import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
  date: 'a date',
}

const forms: Record<string, string> = {
  date: 'This is no date; write it like 2026-03-01.',
  datetime: 'This is no time; write it like 2026-03-01T14:30:00Z.',
  uuid: 'This is no id.',
  email: 'This is not an e-mail address.',
  url: 'This is no web address.',
}

/** What does not fit, in a sentence of ours where the schema has none of its own. */
export function plainIssue(issue: Issue): string {
  if (issue.code === 'invalid_type') return missingOr(issue)
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_format') return forms[issue.format] ?? 'This has the wrong form.'
  if (issue.code === 'invalid_value') return oneOf(issue.values)
  if (issue.code === 'invalid_union' && 'options' in issue) return oneOf(issue.options as unknown[])
  if (issue.code === 'unrecognized_keys') return `There is no field called ${issue.keys.map((key) => `“${key.slice(0, 60)}”`).join(', ')}.`
  return 'This fits none of the forms that are taken here.'
}

const missingOr = ({ input, expected }: Extract<Issue, { code: 'invalid_type' }>) =>
  input === undefined ? 'This is missing.' : `This must be ${kinds[expected] ?? expected}.`

const oneOf = (values: readonly unknown[]) => (values.length === 1 ? `This must be ${values[0]}.` : `This is one of ${values.join(', ')}.`)

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>) {
  if (origin === 'string') return Number(minimum) <= 1 ? 'Write something here.' : `This needs at least ${minimum} characters.`
  if (origin === 'array') return Number(minimum) <= 1 ? 'Name at least one.' : `Name at least ${minimum}.`
  return inclusive ? `This must be at least ${minimum}.` : `This must be more than ${minimum}.`
}

function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>) {
  if (origin === 'string') return `At most ${maximum} characters fit here.`
  if (origin === 'array') return `At most ${maximum} fit here.`
  return inclusive ? `This must be at most ${maximum}.` : `This must be less than ${maximum}.`
}
