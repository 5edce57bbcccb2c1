import { inWorkspace } from '../enter.ts'
import { csvText } from '../export/csv.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'

const rowsAtOnce = 1_000

/** The rejected rows as CSV: line and reason in front, then the cells as they stood in the file. */
export async function* rejectionsCsv(scope: Scope, { id, layout }: Pick<Import, 'id' | 'layout'>): AsyncGenerator<string> {
  yield csvText([['Line', 'Reason', ...layout.layout.columns]])
  for (let seen = 0; ; seen += rowsAtOnce) {
    const rows = await inOwnTransaction(scope, (own) => pageOfRejections(own, id, seen))
    if (rows.length > 0) yield csvText(rows.map(({ line, reason, cells }) => [line, reason, ...(cells as string[])]))
    if (rows.length < rowsAtOnce) return
  }
}

function pageOfRejections({ db, workspaceId }: Scope, importId: string, offset: number) {
  return db
    .selectFrom('importRejections')
    .select(['line', 'reason', 'cells'])
    .where('workspaceId', '=', workspaceId)
    .where('importId', '=', importId)
    .orderBy('line')
    .orderBy('reason')
    .limit(rowsAtOnce)
    .offset(offset)
    .execute()
}

/** The request's transaction is over once its answer begins to flow. */
function inOwnTransaction<T>({ services, workspaceId, member, origin }: Scope, work: (scope: Scope) => Promise<T>) {
  return inWorkspace(services, { workspaceId, memberId: member.id, origin }, work, { readOnly: true })
}
