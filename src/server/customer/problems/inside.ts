import { sql } from 'kysely'
import type { Scope } from '../../scope.ts'

/** Each of these problems with itself and all that it is made of, at any depth: what is said about a part is said about the whole. */
export async function problemsInside({ db, workspaceId }: Scope, ids: string[]) {
  if (ids.length === 0) return new Map<string, Set<string>>()
  const { rows } = await sql<{ whole: string; part: string }>`with recursive inside as (
      select id as whole, id as part from problems where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])
      union
      select inside.whole, problems.id from inside join problems on problems.parent_id = inside.part
      where problems.workspace_id = ${workspaceId} and problems.archived_at is null)
    select whole, part from inside`.execute(db)
  return new Map([...Map.groupBy(rows, ({ whole }) => whole)].map(([whole, parts]) => [whole, new Set(parts.map(({ part }) => part))]))
}

export const allOf = (inside: Map<string, Set<string>>) => [...new Set([...inside.values()].flatMap((parts) => [...parts]))]

export async function allInside(scope: Scope, ids: string[]) {
  return allOf(await problemsInside(scope, ids))
}
