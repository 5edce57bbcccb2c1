/** Open addressing over one typed array: 16 bytes an id at most, where a Set of strings would take a hundred. */
function createTable(capacity: number) {
  let slots = new BigInt64Array(4_096)
  let count = 0

  function place(key: bigint) {
    const mask = slots.length - 1
    let slot = Number(BigInt.asUintN(31, key)) & mask
    while (slots[slot] !== 0n && slots[slot] !== key) slot = (slot + 1) & mask
    return slot
  }
  function grow() {
    const old = slots
    slots = new BigInt64Array(old.length * 2)
    for (const key of old) if (key !== 0n) slots[place(key)] = key
  }
  return {
    has: (key: bigint) => slots[place(key)] === key,
    add(key: bigint) {
      if (count * 2 >= slots.length) grow()
      slots[place(key)] = key
      count++
    },
    isFull: () => count >= capacity,
  }
}

/**
 * The ids received last, at least `capacity` of them and at most twice as many: two tables, of which the older is dropped when the newer is full.
 * `since` tells from which moment on (milliseconds, time of receipt) it knows every id; anything that happened earlier must be looked up on disk.
 */
export function createRecentIds(capacity = 500_000) {
  let current = createTable(capacity)
  let previous = createTable(capacity)
  let currentSince = Number.NEGATIVE_INFINITY
  let since = Number.NEGATIVE_INFINITY

  const keyOf = (workspace: number, id: bigint) => BigInt.asIntN(64, id ^ (BigInt(workspace) * 0x9e3779b97f4a7c15n)) || 1n

  function rotate(receivedAt: number) {
    previous = current
    since = currentSince
    current = createTable(capacity)
    currentSince = receivedAt
  }
  return {
    since: () => since,
    has(workspace: number, id: bigint) {
      const key = keyOf(workspace, id)
      return current.has(key) || previous.has(key)
    },
    add(workspace: number, id: bigint, receivedAt: number) {
      if (current.isFull()) rotate(receivedAt)
      current.add(keyOf(workspace, id))
    },
    /** Forget everything; the caller refills it from disk, from `knownSince` on. */
    clear(knownSince: number) {
      current = createTable(capacity)
      previous = createTable(capacity)
      currentSince = knownSince
      since = knownSince
    },
  }
}
export type RecentIds = ReturnType<typeof createRecentIds>
