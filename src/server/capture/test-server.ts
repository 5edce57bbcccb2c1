import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Warehouse } from '#warehouse/events.ts'
import { testWarehouse } from '#warehouse/test-warehouse.ts'
import { createCapture } from './capture.ts'

export const KEY = 'tck_test'

type Served = { warehouse: Warehouse; workspaceId?: string; now?: () => Date }

/** Capture over HTTP on a free port for one key; what is no capture path answers 404. */
export async function serveCapture({ warehouse, workspaceId = 'w', now }: Served) {
  const capture = createCapture({ warehouse, workspaceOfKey: async (key) => (key === KEY ? workspaceId : undefined), ...(now && { now }) })
  const server = createServer(async (request, response) => {
    if (!(await capture(request, response))) response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  function close() {
    server.close()
    server.closeAllConnections()
  }
  return { url, close }
}

/** A capture server over a real warehouse of its own. */
export async function captureServer(now?: () => Date) {
  const place = await testWarehouse(now ? { now } : {})
  const warehouse = place.get()
  const { url, close: stop } = await serveCapture({ warehouse, ...(now && { now }) })
  async function close() {
    stop()
    await place.remove()
  }
  return { url, warehouse, close }
}
