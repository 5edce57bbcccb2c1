import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createCapture } from './capture.ts'

test('what could not be stored is not acknowledged: the sender is asked to try again', async () => {
  const fail = () => Promise.reject(new Error('The disk is full.'))
  const capture = createCapture({ warehouse: { deliver: fail, reject: fail }, workspaceOfKey: () => 'w' })
  const server = createServer((request, response) => void capture(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/e/?token=k`
  for (const body of ['[{"event":"a","distinct_id":"b"}]', 'no JSON']) {
    const response = await fetch(url, { method: 'POST', body })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5'])
  }
  server.close()
})
