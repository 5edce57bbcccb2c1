import { uuidv7 } from 'uuidv7'
import type { Schema } from '#db/schema.ts'
import type { Encoding } from '#domain/import/encoding.ts'
import { type ImportState, secondsLeft } from '#domain/import/import-progress.ts'
import type { Layout } from '#domain/import/layout.ts'
import type { Mapping } from '#domain/import/mapping.ts'
import type { Proposal } from '#domain/import/propose-mapping.ts'
import { isId } from '#domain/keys.ts'
import { NotFound } from '#domain/problems.ts'
import type { Scope } from '../scope.ts'

/** What was recognised about an uploaded file. */
export type FileFacts = { layout: Layout; encoding: Encoding; notes: string[]; fingerprint: string; size: number } & Omit<
  Proposal,
  'mapping'
>

/**
 * What became of the records of an undone import: removed, archived because somebody had worked on them, or kept because other feedback speaks
 * of these accounts and contacts. `putBack` counts those that were there before and lose again what the import wrote into them.
 */
export type Undone = { removed: number; archived: number; kept: number; putBack: number }

export type Import = {
  id: string
  fileName: string
  state: ImportState
  layout: FileFacts
  mapping: Mapping
  total: number
  done: number
  imported: number
  rejected: number
  alreadyThere: number
  undated: number
  /** Of the rejected rows, those in which nobody said anything. */
  silent: number
  problem: string | null
  createdBy: string
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  undoneAt: Date | null
  undoneBy: string | null
  undone: Undone | null
  runStartedAt: Date | null
  doneBefore: number
}

const columns = [
  'id',
  'fileName',
  'state',
  'layout',
  'mapping',
  'total',
  'done',
  'imported',
  'rejected',
  'alreadyThere',
  'undated',
  'silent',
  'problem',
  'createdBy',
  'createdAt',
  'startedAt',
  'finishedAt',
  'undoneAt',
  'undoneBy',
  'undone',
  'runStartedAt',
  'doneBefore',
] as const satisfies (keyof Schema['imports'])[]

function importsIn({ db, workspaceId }: Scope) {
  return db.selectFrom('imports').where('workspaceId', '=', workspaceId).select(columns)
}

export async function listImports(scope: Scope) {
  const imports = await importsIn(scope).orderBy('createdAt', 'desc').limit(100).execute()
  return imports.map((row) => shownImport(scope, row as Import))
}

/** `locked` keeps others from running, starting or undoing it until the transaction ends. */
export async function findImport(scope: Scope, id: string, { locked = false } = {}): Promise<Import> {
  const found = isId(id) && (await (locked ? importsIn(scope).forUpdate() : importsIn(scope)).where('id', '=', id).executeTakeFirst())
  if (!found) throw new NotFound('There is no such import.')
  return found as Import
}

type NewImport = Pick<Import, 'id' | 'fileName' | 'layout' | 'mapping' | 'total'>

export const newImportId = uuidv7

export async function addImport(
  { db, workspaceId, member, now }: Scope,
  { id, fileName, layout, mapping, total }: NewImport,
): Promise<Import> {
  const added = await db
    .insertInto('imports')
    .values({
      workspaceId,
      id,
      kind: mapping.kind,
      fileName,
      layout: storable(layout),
      mapping: JSON.stringify(mapping),
      total,
      problem: null,
      createdBy: member.id,
      createdAt: now(),
      startedAt: null,
      finishedAt: null,
      undoneAt: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
  return added as Import
}

export async function changeImport(
  { db, workspaceId }: Scope,
  id: string,
  changes: Partial<Omit<Import, 'id' | 'createdBy' | 'createdAt'>>,
): Promise<Import> {
  const { layout, mapping, undone, ...plain } = changes
  const nested = {
    ...(undone ? { undone: JSON.stringify(undone) } : {}),
    ...(layout ? { layout: storable(layout) } : {}),
    ...(mapping ? { mapping: JSON.stringify(mapping), kind: mapping.kind } : {}),
  }
  const changed = await db
    .updateTable('imports')
    .set({ ...plain, ...nested })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
  return changed as Import
}

/** Examples come from the file as it is; Postgres can hold neither NUL nor half a character. */
const storable = (layout: FileFacts) =>
  JSON.stringify(layout, (_, value) => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value))

export async function removeImport({ db, workspaceId }: Scope, id: string) {
  await db.deleteFrom('imports').where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
}

/** An import as people see it: recognised layout, mapping, progress and report. */
export function shownImport({ now }: Scope, { layout: file, runStartedAt, doneBefore, ...rest }: Import) {
  const { layout, encoding, notes, size, kindReason, guesses, questions, mayTellWho } = file
  const left = secondsLeft({ ...rest, runStartedAt, doneBefore }, now())
  return { ...rest, layout: { ...layout, encoding, notes, size }, kindReason, guesses, questions, mayTellWho, secondsLeft: left }
}
