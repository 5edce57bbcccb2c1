import { randomUUID } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { bucketStart } from './buckets.ts'
import type { BackupLine, Delivery, Period, Receipt, Warehouse, WarehouseOptions } from './events.ts'
import { packDelivery } from './packing.ts'
import { type Link, linkProcess } from './process-link.ts'

const WEEK = 7 * 86_400_000

async function* exportPages(link: Link, workspaceId: string): AsyncGenerator<BackupLine[]> {
  const exportId = randomUUID()
  try {
    for (;;) {
      const page = await link.call('exportPage', workspaceId, exportId)
      if (page.done) return
      yield page.lines
    }
  } finally {
    await link.call('endExport', exportId)
  }
}

async function importAll(link: Link, workspaceId: string, pages: AsyncIterable<BackupLine[]> | Iterable<BackupLine[]>) {
  const sum = { added: 0, duplicates: 0 }
  for await (const lines of pages) {
    const { added, duplicates } = await link.call('importPage', workspaceId, lines)
    sum.added += added
    sum.duplicates += duplicates
  }
  return sum
}

/** Opens (or makes) the warehouse in a folder: DuckDB in a process of its own, so that neither its memory nor a crash is the server's. */
export async function openWarehouse(folder: string, options: WarehouseOptions = {}): Promise<Warehouse> {
  const { now = () => new Date(), memoryLimitMb = 512, threads = Math.min(4, availableParallelism()) } = options
  const link = await linkProcess({ folder, memoryLimitMb, threads })
  const fixed = (period: Period) => ({ ...period, asOf: period.asOf ?? now() })

  async function deliver(workspaceId: string, delivery: Delivery): Promise<Receipt> {
    const { packed, refused } = packDelivery(delivery, now())
    return { ...(await link.call('deliver', workspaceId, packed)), refused }
  }

  return {
    deliver,
    append: (workspaceId, events) => deliver(workspaceId, { events }),
    identify: async (workspaceId, identification) => void (await deliver(workspaceId, { identifications: [identification] })),
    alias: async (workspaceId, alias) => void (await deliver(workspaceId, { aliases: [alias] })),
    group: async (workspaceId, group) => void (await deliver(workspaceId, { groups: [group] })),
    reject: async (workspaceId, rejections) => void (await deliver(workspaceId, { rejections })),

    series: (workspaceId, metric, period) => link.call('series', workspaceId, metric, fixed(period)),
    total: (workspaceId, metric, period) => link.call('total', workspaceId, metric, fixed(period)),
    retentionTable: (workspaceId, metric, period, weeks) => link.call('retentionTable', workspaceId, metric, fixed(period), weeks),
    experimentArms: (workspaceId, question) => link.call('experimentArms', workspaceId, { ...question, period: fixed(question.period) }),
    traffic(workspaceId, of, weeks, asOf = now()) {
      const to = bucketStart(asOf, 'week')
      return link.call('arrivals', workspaceId, of, { from: new Date(to.getTime() - weeks * WEEK), to, asOf })
    },

    eventNames: (workspaceId) => link.call('eventNames', workspaceId),
    propertyNames: (workspaceId, event) => link.call('propertyNames', workspaceId, event),
    propertyValues: (workspaceId, event, property) => link.call('propertyValues', workspaceId, event, property),
    recentEvents: (workspaceId, limit) => link.call('recentEvents', workspaceId, limit),
    personEvents: (workspaceId, distinctId, limit) => link.call('personEvents', workspaceId, distinctId, limit),
    findPerson: (workspaceId, distinctId) => link.call('findPerson', workspaceId, distinctId),
    rejections: (workspaceId) => link.call('rejections', workspaceId),

    exportEvents: (workspaceId) => exportPages(link, workspaceId),
    importEvents: (workspaceId, pages) => importAll(link, workspaceId, pages),
    undoImport: (workspaceId, importId) => link.call('undoImport', workspaceId, importId),
    deleteWorkspace: (workspaceId) => link.call('deleteWorkspace', workspaceId),
    checkpoint: () => link.call('checkpoint'),
    close: () => link.close(),
  }
}
