import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { expect, test } from 'vitest'
import { ADDRESS_HEADER, addressOf, readProxies, tellAddress } from './client-address.ts'

const asked = (forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress: '10.0.0.1' } as Socket,
})

test('without a proxy nobody chooses their own address', () => {
  expect(addressOf(asked('203.0.113.9'), 0)).toBe('10.0.0.1')
})

test('behind proxies the address is the one the outermost of them saw', () => {
  expect(addressOf(asked('203.0.113.9'), 1)).toBe('203.0.113.9')
  expect(addressOf(asked('made up, 203.0.113.9'), 1)).toBe('203.0.113.9')
  expect(addressOf(asked('made up, 203.0.113.9, 10.0.0.2'), 2)).toBe('203.0.113.9')
})

test('a proxy that says nothing leaves the address of the connection', () => {
  expect(addressOf(asked(), 1)).toBe('10.0.0.1')
  expect(addressOf(asked(' , '), 1)).toBe('10.0.0.1')
})

test('the number of proxies is a small whole number', () => {
  expect(readProxies(undefined)).toBe(0)
  expect(readProxies('2')).toBe(2)
  for (const text of ['true', '-1', '1.5', '99']) expect(() => readProxies(text)).toThrow('TRUST_PROXY is the number of proxies')
})

test('over HTTP the server sees the address that was found, never one that the client wrote', async () => {
  const app = getRequestListener((request) => new Response(request.headers.get(ADDRESS_HEADER)))
  const server = createServer((request, response) => {
    tellAddress(request, 1)
    void app(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const seen = async (headers: Record<string, string>) => (await fetch(url, { headers })).text()
  expect(await seen({ 'X-Tricorn-Address': 'made up' })).toBe('127.0.0.1')
  expect(await seen({ 'x-forwarded-for': '203.0.113.9', [ADDRESS_HEADER]: 'made up' })).toBe('203.0.113.9')
  server.close()
  server.closeAllConnections()
})
