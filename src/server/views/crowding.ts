import { Conflict, LimitReached } from '#domain/problems.ts'
import { nameTaken } from '#domain/saved-view.ts'
import type { RecordOf } from '../records/kinds.ts'
import type { Scope } from '../scope.ts'

export const MOST_OF_ONE = 200

type Coming = Pick<RecordOf<'saved-view'>, 'ownerId' | 'list' | 'name'> & { id?: string }

/** Nobody keeps two saved views of one name in one list, nor more than can be looked through: none is added, renamed or restored against that. */
export async function refuseCrowding(scope: Scope, { id, ownerId, list, name }: Coming) {
  const others = (await viewsOf(scope, ownerId)).filter((one) => one.id !== id)
  if (others.length >= MOST_OF_ONE)
    throw new LimitReached(`Nobody keeps more than ${MOST_OF_ONE} saved views. Archive one that is no longer opened.`)
  if (others.some((one) => one.list === list && one.name.toLowerCase() === name.toLowerCase())) throw new Conflict(nameTaken)
}

function viewsOf({ db, workspaceId }: Scope, ownerId: string | null) {
  return db
    .selectFrom('savedViews')
    .select(['id', 'list', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('ownerId', '=', ownerId)
    .where('archivedAt', 'is', null)
    .execute()
}
