import type { Changes } from '#db/installation-tables.ts'
import { type Member, mayEdit } from '#domain/member.ts'
import { metricRules } from '../business/metrics/rules.ts'
import type { Scope } from '../scope.ts'
import { savedViewRules } from '../views/rules.ts'
import type { RecordKind, RecordOf } from './kinds.ts'

/** Who finds a record, who changes it, and what it may become. */
export type RecordRules<K extends RecordKind> = {
  maySee: (member: Member, record: RecordOf<K>) => boolean
  mayChange: (member: Member, record: RecordOf<K>) => boolean
  /** Throws when it may not become `after`. */
  checkChange: (scope: Scope, after: RecordOf<K>, difference: Changes) => Promise<void>
}

/** Every record is there for the whole workspace. */
const usual: RecordRules<RecordKind> = { maySee: () => true, mayChange: mayEdit, checkChange: async () => {} }

/** One line a kind that has rules of its own. */
const own: { [K in RecordKind]?: RecordRules<K> } = { metric: metricRules, 'saved-view': savedViewRules }

export function rulesOf<K extends RecordKind>(kind: K): RecordRules<K> {
  return own[kind] ?? usual
}
