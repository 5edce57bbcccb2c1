import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openWarehouse } from './duckdb.ts'
import type { WarehouseOptions } from './events.ts'

/** A real, empty warehouse in a folder of its own; `reopen` closes it and opens the same folder again. */
export async function testWarehouse(options: WarehouseOptions = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-warehouse-'))
  let warehouse = await openWarehouse(folder, options)
  return {
    folder,
    get: () => warehouse,
    async reopen() {
      await warehouse.close()
      warehouse = await openWarehouse(folder, options)
      return warehouse
    },
    async remove() {
      await warehouse.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
