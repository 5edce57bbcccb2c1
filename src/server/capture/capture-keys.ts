export type WorkspaceOfKey = (key: string) => Promise<string | undefined> | string | undefined

const REMEMBERED_MS = 10_000
const MOST_KEYS = 10_000
const LONGEST_KEY = 200

/** Asks for a key's workspace at most every ten seconds, which is also how long a withdrawn key goes on working. */
export function rememberKeys(workspaceOfKey: WorkspaceOfKey): (key: string, now: number) => Promise<string | undefined> {
  const known = new Map<string, { workspaceId: Promise<string | undefined>; until: number }>()
  return async (key, now) => {
    if (key === '' || key.length > LONGEST_KEY) return undefined
    const found = known.get(key)
    if (found && found.until > now) return found.workspaceId
    const workspaceId = Promise.resolve(workspaceOfKey(key))
    known.set(key, { workspaceId, until: now + REMEMBERED_MS })
    workspaceId.catch(() => known.delete(key))
    if (known.size > MOST_KEYS) known.delete(known.keys().next().value!)
    return workspaceId
  }
}
