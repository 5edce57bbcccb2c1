import type { Warehouse } from '#warehouse/events.ts'

/** A warehouse that is opened at its first use: most server tests need none, and a DuckDB takes a while to start. */
export function lazyWarehouse(open: () => Promise<Warehouse>) {
  let opened: Promise<Warehouse> | undefined
  const get = () => (opened ??= open())
  const proxy = new Proxy({} as Warehouse, {
    get: (_, name) => {
      if (name === 'then') return undefined
      if (name === 'exportEvents')
        return async function* (workspaceId: string) {
          yield* (await get()).exportEvents(workspaceId)
        }
      return async (...given: unknown[]) => {
        const warehouse = (await get()) as unknown as Record<PropertyKey, (...given: unknown[]) => unknown>
        return warehouse[name]!(...given)
      }
    },
  })
  return { proxy, close: async () => void (await (await opened)?.close()) }
}
