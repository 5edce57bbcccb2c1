/** The kinds of record that have a human key, and its prefix: `BET-7`. */
export const prefixes = {
  feedback: 'FB',
  problem: 'PROB',
  metric: 'METRIC',
  bet: 'BET',
  spec: 'SPEC',
  story: 'US',
  launch: 'LAUNCH',
  verdict: 'VER',
  decision: 'DEC',
} as const

export type KeyedKind = keyof typeof prefixes

/** Every kind of record that the journal, comments and links speak about. */
export const kinds = [
  ...(Object.keys(prefixes) as KeyedKind[]),
  'insight',
  'account',
  'contact',
  'success-plan',
  'forecast',
  'saved-view',
  'comment',
  'import',
  'workspace',
  'member',
] as const
export type Kind = (typeof kinds)[number]

const kindByPrefix = new Map(Object.entries(prefixes).map(([kind, prefix]) => [prefix as string, kind as KeyedKind]))

export function keyOf(kind: KeyedKind, number: number) {
  return `${prefixes[kind]}-${number}`
}

/** `bet-7` → `{ kind: 'bet', number: 7, key: 'BET-7' }`; undefined when it is no key. */
export function parseKey(text: string): { kind: KeyedKind; number: number; key: string } | undefined {
  const match = /^([A-Za-z]+)-([1-9]\d{0,8})$/.exec(text.trim())
  const kind = match && kindByPrefix.get(match[1]!.toUpperCase())
  return kind ? { kind, number: Number(match[2]), key: keyOf(kind, Number(match[2])) } : undefined
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isId(text: string) {
  return uuid.test(text)
}
