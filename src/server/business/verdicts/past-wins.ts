import type { Scope } from '../../scope.ts'

const fewestVerdicts = 5

/**
 * How often this workspace's bets worked, by the final verdicts on earlier data; null while there are too few to say. One more of either kind
 * is counted in, so that a workspace that never failed is not told it cannot.
 */
export async function pastWinRate({ db, workspaceId }: Scope, { bet, until }: { bet: { id: string }; until: Date }) {
  const rows = await db
    .selectFrom('verdicts')
    .select('state')
    .where('workspaceId', '=', workspaceId)
    .where('betId', '!=', bet.id)
    .where('final', '=', true)
    .where('archivedAt', 'is', null)
    .where('readThrough', '<', until)
    .where('state', 'in', ['worked', 'did-not-work', 'harmed', 'inconclusive'])
    .execute()
  const won = rows.filter(({ state }) => state === 'worked').length
  return rows.length < fewestVerdicts ? null : (won + 1) / (rows.length + 2)
}
