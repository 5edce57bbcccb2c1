import { backupPages, eventsOf, restoreLines } from './backup.ts'
import { type DatabaseOptions, openDatabase, rowsOf } from './database.ts'
import { duckdb } from './dialect.ts'
import type { BackupLine } from './events.ts'
import { readExperiment } from './experiment.ts'
import type { Calls, PackedDelivery } from './protocol.ts'
import { readEventNames, readPerson, readPersonEvents, readPropertyNames, readPropertyValues, readRecentEvents } from './reading.ts'
import { readRejections } from './rejection-tables.ts'
import { tables } from './schema.ts'
import { contextOf, readArrivals, readRetentionTable, readSeries, readTotal } from './series.ts'
import { createWriter } from './writer.ts'

const NOWHERE = 0

/** The warehouse inside its own process: every call of the protocol, answered from one DuckDB file. It has no clock. */
export async function openStore(folder: string, options: DatabaseOptions): Promise<Calls> {
  const database = await openDatabase(folder, options)
  const writer = await createWriter(database)
  const { read, writing } = database
  const keys = new Map<string, number>()
  const exports = new Map<string, AsyncGenerator<BackupLine[]>>()
  for (const row of await rowsOf(writing, 'select workspace, id from workspaces')) keys.set(row.id as string, row.workspace as number)

  // Alone in the queue and looked up again inside, so that two first deliveries agree on one key.
  const addKey = (workspaceId: string) =>
    writer.alone(async () => {
      const known = keys.get(workspaceId)
      if (known !== undefined) return known
      const [row] = await rowsOf(writing, `insert into workspaces (id) values (${duckdb.text(workspaceId)}) returning workspace`)
      const key = row!.workspace as number
      keys.set(workspaceId, key)
      return key
    })
  const keyFor = async (workspaceId: string) => keys.get(workspaceId) ?? addKey(workspaceId)
  const keyOf = (workspaceId: string) => keys.get(workspaceId) ?? NOWHERE
  const contextFor = (workspaceId: string) => contextOf(read, keyOf(workspaceId))

  async function importPage(workspaceId: string, lines: BackupLine[]) {
    const workspace = await keyFor(workspaceId)
    await writer.transaction(() => restoreLines(writing, workspace, lines))
    const around = { identifications: [], aliases: [], groups: [], rejections: [] }
    return writer.deliver(workspace, { receivedAt: Date.now(), events: eventsOf(lines), ...around })
  }

  return {
    deliver: async (workspaceId: string, delivery: PackedDelivery) => writer.deliver(await keyFor(workspaceId), delivery),

    series: async (workspaceId, metric, period) => readSeries(read, await contextFor(workspaceId), metric, period),
    total: async (workspaceId, metric, period) => readTotal(read, await contextFor(workspaceId), metric, period),
    arrivals: async (workspaceId, of, period) => readArrivals(read, await contextFor(workspaceId), of, period),
    retentionTable: async (workspaceId, metric, period, weeks) =>
      readRetentionTable(read, await contextFor(workspaceId), { metric, period, weeks }),
    experimentArms: async (workspaceId, question) => readExperiment(read, await contextFor(workspaceId), question),

    eventNames: (workspaceId) => readEventNames(read, keyOf(workspaceId)),
    propertyNames: async (workspaceId, event) => readPropertyNames(read, await contextFor(workspaceId), event),
    propertyValues: async (workspaceId, event, property) => readPropertyValues(read, await contextFor(workspaceId), { event, property }),
    recentEvents: async (workspaceId, limit) => readRecentEvents(read, await contextFor(workspaceId), limit),
    personEvents: async (workspaceId, distinctId, limit) => readPersonEvents(read, await contextFor(workspaceId), { distinctId, limit }),
    findPerson: (workspaceId, distinctId) => readPerson(read, keyOf(workspaceId), distinctId),
    rejections: (workspaceId) => readRejections(read, keyOf(workspaceId)),

    async exportPage(workspaceId, exportId) {
      const pages = exports.get(exportId) ?? backupPages(await database.connect(), keyOf(workspaceId))
      exports.set(exportId, pages)
      const { value, done } = await pages.next()
      if (done) exports.delete(exportId)
      return { lines: value ?? [], done: Boolean(done) }
    },
    async endExport(exportId) {
      await exports.get(exportId)?.return(undefined)
      exports.delete(exportId)
    },
    importPage,

    undoImport: (workspaceId, importId) =>
      writer.remove(async () => {
        const where = `workspace = ${keyOf(workspaceId)} and import_id = ${duckdb.text(importId)}`
        return (await writing.run(`delete from events where ${where}`)).rowsChanged
      }),
    deleteWorkspace: (workspaceId) =>
      writer.remove(async () => {
        for (const table of tables) await writing.run(`delete from ${table} where workspace = ${keyOf(workspaceId)}`)
      }),
    checkpoint: () => writer.alone(async () => void (await writing.run('checkpoint'))),
    rest: () =>
      writer.alone(async () => {
        await writing.run('checkpoint')
        await database.release()
      }),

    async close() {
      for (const pages of exports.values()) await pages.return(undefined)
      await writer.idle()
      database.close()
    },
  }
}
