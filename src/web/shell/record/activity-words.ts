import { MetricDefinition } from '#domain/business/metric.ts'
import { definitionChange } from '#domain/business/metric-words.ts'
import { fieldWords } from '#domain/field-words.ts'

const verbs: Record<string, string> = {
  added: 'added this',
  changed: 'changed this',
  archived: 'archived this',
  restored: 'restored this',
  commented: 'commented',
  undone: 'undid a change',
  launched: 'launched it',
  processed: 'read it through',
  'spam-marked': 'marked it as spam',
  redacted: 'blacked out personal data',
}

/** `bet.committed` as what stands behind a name: “committed it”. */
export function activityWords(what: string) {
  const verb = what.split('.').at(-1) ?? what
  return verbs[verb] ?? `${verb.replaceAll('-', ' ')} it`
}

const LONGEST = 160

type Change = { before?: unknown; after?: unknown }
type ChangeWords = { field: string; from: string; to: string }

/** A change field by field, in words. Where only a part of what a field holds changed, its name is what was kept. */
export function changesInWords(changes: Record<string, Change>): ChangeWords[] {
  return Object.entries(changes).flatMap(([field, { before, after }]) =>
    field === 'definition'
      ? definitionWords(before, after)
      : [{ field: fieldWords(field), from: valueWords(before), to: valueWords(after) }],
  )
}

/** Nothing where only the direction or the unit changed: those have lines of their own. */
function definitionWords(before: unknown, after: unknown): ChangeWords[] {
  const change = definitionChange(MetricDefinition.parse(before), MetricDefinition.parse(after))
  return change ? [{ field: change.kept || 'definition', from: change.from, to: change.to }] : []
}

/** A value of the journal in a line: text as it is, lists and objects by what is in them. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.map(valueWords).join(', ').slice(0, LONGEST)
  if (typeof value === 'object') return rangeWords(value as Record<string, unknown>)
  return String(value).slice(0, LONGEST)
}

function rangeWords(value: Record<string, unknown>) {
  if ('low' in value && 'high' in value) return `${value.low} to ${value.high}`
  return Object.values(value)
    .filter((part) => typeof part !== 'object')
    .join(', ')
    .slice(0, LONGEST)
}
