import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { world } from '#test/world.ts'
import { KEY, serveCapture } from './test-server.ts'

const guide = readFileSync(new URL('../../../docs/first-verdict.md', import.meta.url), 'utf8')
const AsyncFunction = (async () => {}).constructor as new (...names: string[]) => (...given: unknown[]) => Promise<void>

/** Runs the script of the guide as node would. */
async function runScript(address: string, key: string) {
  const [, code] = /```js\n([\s\S]*?)```/.exec(guide)!
  const said: unknown[] = []
  await new AsyncFunction('process', 'console', code!)(
    { argv: ['node', 'send-events.mjs', address, key] },
    { log: (status: unknown) => said.push(status) },
  )
  return said
}

test('who follows the guide to a first verdict gets one on the same day', async () => {
  await using w = await world({ at: new Date().toISOString() })
  const capture = await serveCapture({ warehouse: w.services.warehouse, workspaceId: w.workspaceId })
  expect(await runScript(capture.url, KEY)).toEqual([200])
  capture.close()

  const dayAgo = (days: number) => new Date(w.services.now().getTime() - days * 86_400_000).toISOString().slice(0, 10)
  const definition = { kind: 'adoption' as const, of: { event: 'invoice sent' }, measure: 'people' as const }
  const metric = await read(w.ana.api.metrics.$post({ json: { name: 'Invoices sent', definition } }))
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'A new invoice editor', metric: metric.key } }))
  const param = { id: bet.key }
  const design = {
    kind: 'experiment' as const,
    exposureEvent: 'invoice editor seen',
    variantProperty: 'variant',
    control: 'control',
    treatment: 'treatment',
    windowDays: 7,
  }
  const outlookFor = async (smallestEffect: number) => {
    await read(w.ana.api.bets[':id'].plan.$put({ param, json: { metric: metric.key, smallestEffect, design, checkDate: dayAgo(0) } }))
    return (await read(w.ana.api.bets[':id'].plan.$get({ param }))).outlook!
  }
  expect(await outlookFor(0.05)).toMatchObject({ suffices: false, sentence: expect.stringContaining('That is not enough.') })
  expect(await outlookFor(0.15)).toMatchObject({
    doubts: [],
    suffices: true,
    sentence: expect.stringMatching(
      /800 people met “invoice editor seen” .* say at the launch since which day it has been out\. That suffices/,
    ),
  })
  for (const state of ['committed', 'building'] as const) await read(w.ana.api.bets[':id'].state.$put({ param, json: { state } }))
  await read(w.ana.api.bets[':id'].state.$put({ param, json: { state: 'launched', launchedOn: dayAgo(36) } }))

  const verdict = await read(w.ana.api.bets[':id'].verdict.$post({ param }))
  expect(verdict).toMatchObject({
    state: 'worked',
    final: true,
    result: {
      arms: [
        { n: 400, value: 0.3 },
        { n: 400, value: 0.6 },
      ],
    },
  })
  expect(verdict.sentence).toContain('The plan was locked 36 days after the launch')
})
