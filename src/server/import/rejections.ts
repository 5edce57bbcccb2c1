import { sql } from 'kysely'
import { type RejectedGroup, sameFaults, shortened, shownRejections } from '#domain/import/rejected-groups.ts'
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

type ShownRejection = { fault: string; count: number; line: number; reason: string; cells: string[] }

/** The rejected rows by what is wrong with them, the commonest fault first: all counted, a few shown. */
export async function groupedRejections({ db, workspaceId }: Scope, importId: string): Promise<RejectedGroup[]> {
  const fault = sameFaults.reduce((told, { pattern, plain }) => sql`regexp_replace(${told}, ${pattern}, ${plain})`, sql`reason`)
  const { rows } = await sql<ShownRejection>`with told as (
      select ctid as place, line, ${fault} as fault from import_rejections where workspace_id = ${workspaceId} and import_id = ${importId}),
    ranked as (select *, row_number() over (partition by fault order by line) as nth, count(*) over (partition by fault)::int as count from told),
    shown as (select * from ranked order by nth, count desc, line limit ${shownRejections})
    select fault, count, rejected.line, reason, cells from shown join import_rejections rejected on rejected.ctid = place
    where workspace_id = ${workspaceId} and import_id = ${importId} order by count desc, fault, line`.execute(db)
  return [...Map.groupBy(rows, (row) => row.fault)].map(([reason, shown]) => ({
    reason,
    count: shown[0]!.count,
    rows: shown.map((row) => shortened({ line: row.line, reason: row.reason, cells: row.cells })),
  }))
}
