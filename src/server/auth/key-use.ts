import type { Services } from '../services.ts'
import { inWorkspaceAlone } from '../workspace-transaction.ts'

export type KnownKey = { workspaceId: string; memberId: string; apiKeyId: string }

const MINUTE = 60_000
const MOST_REMEMBERED = 10_000

/** When the use of a key was last written down, so that most requests need not ask. */
const noted = new Map<string, number>()

/** Writes down, once a minute at most and outside the request's own transaction, that an API key is in use. */
export async function noteKeyUse({ db, now }: Pick<Services, 'db' | 'now'>, { workspaceId, apiKeyId }: KnownKey) {
  const at = now()
  if (at.getTime() - (noted.get(apiKeyId) ?? Number.NEGATIVE_INFINITY) < MINUTE) return
  if (noted.size >= MOST_REMEMBERED) noted.clear()
  noted.set(apiKeyId, at.getTime())
  await inWorkspaceAlone({ db }, workspaceId, (transaction) =>
    transaction.updateTable('apiKeys').set({ lastUsedAt: at }).where('workspaceId', '=', workspaceId).where('id', '=', apiKeyId).execute(),
  )
}
