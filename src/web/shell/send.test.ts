import { afterEach, expect, test, vi } from 'vitest'
import { isChanging, queryClientOf } from './query-client.ts'
import { send } from './send.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['a change', { method: 'PUT', body: '{"state":"launched"}' }, true],
  ['a change without a body', { method: 'DELETE' }, true],
  ['a question', {}, undefined],
  ['a change that browsers would refuse to keep', { method: 'POST', body: 'x'.repeat(20_000) }, undefined],
])('%s outlives its page: %#', async (_, init, keepalive) => {
  const fetch = vi.fn(async (_to: unknown, _init: RequestInit) => new Response())
  vi.stubGlobal('fetch', fetch)
  await send('/api/v1/bets/BET-1/state', init)
  expect(fetch.mock.calls[0]![1].keepalive).toBe(keepalive)
})

test('a lost connection is told in words, and that a question was given up stays what it is', async () => {
  const failing = (error: Error) => vi.stubGlobal('fetch', () => Promise.reject(error))
  failing(new TypeError('Failed to fetch'))
  await expect(send('/api/v1/bets')).rejects.toThrow('The server could not be reached.')
  failing(new DOMException('Given up', 'AbortError'))
  await expect(send('/api/v1/bets')).rejects.toMatchObject({ name: 'AbortError' })
})

test('while a change waits, leaving the page could lose it', async () => {
  let arrive = () => {}
  const sent = new Promise<void>((resolve) => {
    arrive = resolve
  })
  const client = queryClientOf('larkfield')
  const changing = client
    .getMutationCache()
    .build(client, { mutationFn: () => sent })
    .execute(undefined)
  expect(isChanging()).toBe(true)
  arrive()
  await changing
  expect(isChanging()).toBe(false)
})
