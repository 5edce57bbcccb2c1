import type { EventDraft } from '#domain/import/check-event.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'
import type { Written } from './write-batch.ts'

/** Events go to the warehouse, which knows each by its id: a batch that was sent before the process died counts once. */
export async function writeEvents(
  { services, workspaceId }: Scope,
  row: Import,
  lines: { line: number; draft: EventDraft }[],
): Promise<Written> {
  if (lines.length === 0) return { imported: 0, undated: 0, alreadyThere: 0, refused: [] }
  const events = lines.map(({ draft: { insertId, ...event } }) => ({ ...event, id: insertId, importId: row.id }))
  const { added, duplicates, refused } = await services.warehouse.append(workspaceId, events)
  return {
    imported: added,
    undated: 0,
    alreadyThere: duplicates,
    refused: refused.map(({ index, reason }) => ({ line: lines[index]!.line, reason, cells: [JSON.stringify(lines[index]!.draft)] })),
  }
}
