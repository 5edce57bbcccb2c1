import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { testWarehouse } from '#warehouse/test-warehouse.ts'
import { createCapture } from './capture.ts'

export const KEY = 'tck_test'

/** A capture server over a real warehouse on a free port; what is no capture path answers 404. */
export async function captureServer(now?: () => Date) {
  const place = await testWarehouse(now ? { now } : {})
  const warehouse = place.get()
  const capture = createCapture({ warehouse, workspaceOfKey: async (key) => (key === KEY ? 'w' : undefined), ...(now && { now }) })
  const server = createServer(async (request, response) => {
    if (!(await capture(request, response))) response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function close() {
    server.close()
    server.closeAllConnections()
    await place.remove()
  }
  return { url, warehouse, close }
}
