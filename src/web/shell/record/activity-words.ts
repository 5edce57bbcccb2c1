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

/** A value of the journal in a line: text as it is, lists and objects by what is in them. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
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
