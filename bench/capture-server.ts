/** A capture server in a process of its own, as in life: tells its port, and at the end how many events the warehouse holds. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createCapture } from '#server/capture/capture.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'

const [folder = '', key = ''] = process.argv.slice(2)
const warehouse = await openWarehouse(folder)
const capture = createCapture({ warehouse, workspaceOfKey: (asked) => (asked === key ? 'bench' : undefined) })
const server = createServer((request, response) => void capture(request, response)).listen(0, '127.0.0.1')
// Between two rounds the sender is silent for longer than Node would keep its connections.
server.keepAliveTimeout = 120_000
await once(server, 'listening')
process.send!({ port: (server.address() as AddressInfo).port })

await once(process, 'message')
const stored = (await warehouse.eventNames('bench')).reduce((sum, { count }) => sum + count, 0)
await warehouse.close()
process.send!({ stored }, () => process.exit(0))
