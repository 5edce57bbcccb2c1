import { isId, type Kind, parseKey } from '#domain/keys.ts'
import { NotFound } from '#domain/problems.ts'
import type { Scope } from '../scope.ts'
import { isRecordKind, type RecordKind } from './kinds.ts'
import { editableRecord, findRecord } from './records.ts'
import { refuseSealed } from './sealed.ts'

function kindOf(text: string): RecordKind {
  if (!isRecordKind(text as Kind)) throw new NotFound(`There is no kind of record called “${text.slice(0, 40)}”.`)
  return text as RecordKind
}

export function findAnyRecord(scope: Scope, kind: string, idOrKey: string) {
  return findRecord(scope, kindOf(kind), idOrKey)
}

export async function editableAnyRecord(scope: Scope, kind: string, idOrKey: string) {
  const record = await editableRecord(scope, kindOf(kind), idOrKey, { archived: true })
  refuseSealed(kindOf(kind), record)
  return { kind: kindOf(kind), record }
}

/** What a comment or a history is about: `BET-7`, or `account:<id>` for kinds without keys. */
export async function findAbout(scope: Scope, about: string): Promise<{ kind: RecordKind; id: string; key: string | null; title: object }> {
  const keyed = parseKey(about)
  const [kind, id] = keyed ? [keyed.kind, keyed.key] : about.split(':')
  if (!kind || !id || (!keyed && !isId(id))) throw new NotFound('There is no such record.')
  const record = await findRecord(scope, kindOf(kind), id)
  return { kind: kindOf(kind), id: record.id, key: 'key' in record ? String(record.key) : null, title: record }
}
