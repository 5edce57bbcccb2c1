import type { Alias, GroupTraits, Identification, Json, NewEvent, Properties } from './events.ts'

const MAX_NAME = 200
const MAX_DEPTH = 16
const MAX_PROPERTIES_LENGTH = 256 * 1024
const MAX_SAMPLE = 1_000
const DAY = 86_400_000

const isText = (value: unknown): value is string => typeof value === 'string'

function textProblem(what: string, text: unknown) {
  if (!isText(text) || text.trim() === '') return `has no ${what}`
  if (text.length > MAX_NAME) return `has ${what === 'event name' ? 'an' : 'a'} ${what} longer than ${MAX_NAME} characters`
  if (isBroken(text)) return `has ${what === 'event name' ? 'an' : 'a'} ${what} with NUL or broken characters`
}

function isBroken(text: string) {
  return text.includes('\0') || !text.isWellFormed()
}

function isTooDeep(value: Json | undefined, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth >= MAX_DEPTH) return true
  for (const inner of Object.values(value)) if (isTooDeep(inner, depth + 1)) return true
  return false
}

function holdsBrokenText(value: Json): boolean {
  if (isText(value)) return isBroken(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, inner]) => isBroken(name) || holdsBrokenText(inner))
}

// JSON escapes NUL and lone surrogates, so text without these escapes needs no closer look.
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/

export function propertiesProblem(properties: Properties): string | undefined {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return 'has properties that are not an object'
  if (isTooDeep(properties)) return `has properties nested deeper than ${MAX_DEPTH}`
}

export function propertiesTextProblem(text: string, properties: Properties): string | undefined {
  if (text.length > MAX_PROPERTIES_LENGTH) return 'has properties larger than 256 KB'
  if (SUSPICIOUS.test(text) && holdsBrokenText(properties)) return 'has properties with NUL or broken characters'
}

function timeProblem(at: Date, now: Date) {
  const time = at instanceof Date ? at.getTime() : Number.NaN
  if (Number.isNaN(time)) return 'has a date that cannot be read'
  if (time < 0) return 'is dated before 1970'
  if (time > now.getTime() + DAY) return 'is dated more than a day in the future'
}

/** Why this event cannot be kept, as a sentence; undefined when it can. Types are checked too, since events come from outside. */
export function eventProblem(event: NewEvent, now: Date): string | undefined {
  const problem =
    textProblem('event name', event.event) ??
    textProblem('distinct id', event.distinctId) ??
    timeProblem(event.at, now) ??
    propertiesProblem(event.properties ?? {})
  return problem && `The event ${problem}.`
}

/** Why nothing can be learned about this person; undefined when it can. */
export function identificationProblem({ distinctId, anonymousId, set = {}, setOnce = {} }: Identification): string | undefined {
  const problem =
    textProblem('distinct id', distinctId) ??
    (anonymousId === undefined ? undefined : textProblem('anonymous id', anonymousId)) ??
    [set, setOnce]
      .map((properties) => propertiesProblem(properties) ?? propertiesTextProblem(JSON.stringify(properties), properties))
      .find(Boolean)
  return problem && `The identification ${problem}.`
}

export function aliasProblem({ distinctId, alias }: Alias): string | undefined {
  const problem = textProblem('distinct id', distinctId) ?? textProblem('second id', alias)
  return problem && `The alias ${problem}.`
}

export function groupProblem({ type, key, traits }: GroupTraits): string | undefined {
  const problem =
    textProblem('type', type) ??
    textProblem('key', key) ??
    propertiesProblem(traits) ??
    propertiesTextProblem(JSON.stringify(traits), traits)
  return problem && `The group ${problem}.`
}

/** The beginning of what was sent, fit to store and to show. */
export function sampleOf(sent: unknown) {
  let text: string
  try {
    text = isText(sent) ? sent : (JSON.stringify(sent) ?? String(sent))
  } catch {
    text = 'Too deep to show.'
  }
  return text.slice(0, MAX_SAMPLE).replaceAll('\0', '\uFFFD').toWellFormed()
}
