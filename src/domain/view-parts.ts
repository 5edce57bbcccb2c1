/** The lists whose view can be saved, by the name of their room. */
export const savedLists = [
  'inbox',
  'problems',
  'customers',
  'outcomes',
  'bets',
  'roadmap',
  'verdicts',
  'specs',
  'decisions',
  'launches',
] as const
export type SavedList = (typeof savedLists)[number]

/** Of what a saved view is called. */
export const LONGEST_NAME = 80

const table = ['sort', 'columns', 'group']

/** What the view of each list says in its address: filters, grouping, sort and columns. */
export const viewParts: Record<SavedList, readonly string[]> = {
  inbox: ['state', 'channel', 'rating', 'language', 'q', 'import'],
  problems: ['state', ...table],
  customers: ['show', 'q', ...table],
  outcomes: table,
  bets: ['show', 'by', 'capacity', ...table],
  roadmap: ['by', 'since'],
  verdicts: table,
  specs: table,
  decisions: ['open', 'openColumns', 'decided', 'decidedColumns'],
  launches: table,
}

/** The parts of a view as text, as they stand in the address. What is as usual is left out. */
export type ViewState = Record<string, string>

/** The parts of an address that make up the view of a list; the rest is of the moment. */
export function viewIn(list: SavedList, address: Record<string, unknown>): ViewState {
  const parts = viewParts[list].filter((part) => address[part] !== undefined)
  return Object.fromEntries(parts.map((part) => [part, String(address[part])]))
}

/** Two views are the same whatever the order in which their parts were chosen. */
export function isSameView(a: ViewState, b: ViewState) {
  const parts = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...parts].every((part) => a[part] === b[part])
}
