import type { Insertable, Selectable, Updateable } from 'kysely'
import type { RecordColumns } from '#db/columns.ts'
import type { Schema } from '#db/schema.ts'
import { type KeyedKind, type Kind, prefixes } from '#domain/keys.ts'

/** The table each kind of record lives in, and the word for it in a sentence. One line a kind. */
export const recordTables = {
  account: { table: 'accounts', noun: 'account' },
  contact: { table: 'contacts', noun: 'contact' },
  feedback: { table: 'feedback', noun: 'feedback' },
  insight: { table: 'insights', noun: 'insight' },
  problem: { table: 'problems', noun: 'problem' },
  metric: { table: 'metrics', noun: 'metric' },
  bet: { table: 'bets', noun: 'bet' },
  'success-plan': { table: 'successPlans', noun: 'success plan' },
  verdict: { table: 'verdicts', noun: 'verdict' },
  spec: { table: 'specs', noun: 'spec' },
  story: { table: 'stories', noun: 'user story' },
  launch: { table: 'launches', noun: 'launch' },
  decision: { table: 'decisions', noun: 'decision' },
  forecast: { table: 'forecasts', noun: 'forecast' },
  'saved-view': { table: 'savedViews', noun: 'saved view' },
} as const satisfies Partial<Record<Kind, { table: keyof Schema; noun: string }>>

export type RecordKind = keyof typeof recordTables
type Table<K extends RecordKind> = Schema[(typeof recordTables)[K]['table']]
type Kept = 'workspaceId' | 'id' | 'key' | 'version' | 'createdBy' | 'createdAt' | 'updatedAt' | 'archivedAt' | 'search'

/** A record as it is read: every column but the workspace and the search index. */
export type RecordOf<K extends RecordKind> = RecordFacts & Omit<Selectable<Table<K>>, keyof RecordFacts | 'workspaceId' | 'search'>
type RecordFacts = Omit<Selectable<RecordColumns>, 'workspaceId'>
export type NewRecord<K extends RecordKind> = Omit<Insertable<Table<K>>, Kept | 'ownerId' | 'importId'> & { ownerId?: string | null }
export type RecordChanges<K extends RecordKind> = Partial<Omit<Updateable<Table<K>>, Kept>>

export function hasKey(kind: Kind): kind is KeyedKind {
  return kind in prefixes
}

export function isRecordKind(kind: Kind): kind is RecordKind {
  return kind in recordTables
}

const titleColumns = ['title', 'name', 'question', 'iWant', 'statement', 'sentence', 'passage', 'text']

/** What a record is called where there is room for one line. */
export function titleOf(record: object) {
  const column = titleColumns.find((name) => name in record)
  const title = column ? String((record as Record<string, unknown>)[column] ?? '') : ''
  return title.length > 120 ? `${title.slice(0, 119)}…` : title
}
