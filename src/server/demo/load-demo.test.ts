import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { sealOf } from '../business/plans/queries.ts'
import { listVerdicts, recordVerdict } from '../business/verdicts/queries.ts'
import { loadDemo } from './load-demo.ts'

const at = '2026-11-24T09:00:00Z'

test('the demo fills a workspace with a year of records and events, locks what was launched, and its keys go on from there', async () => {
  await using w = await world({ at })
  const loaded = await loadDemo(w.services, w.owner.door, { lockPlan: sealOf, judge: (scope, { id }) => recordVerdict(scope, id) })
  expect(loaded.events).toBeGreaterThan(400_000)
  const verdicts = await w.owner.scoped((scope) => listVerdicts(scope))
  expect(Object.fromEntries(verdicts.map(({ betKey, state }) => [betKey, state]))).toEqual({
    'BET-1': 'worked',
    'BET-2': 'worked',
    'BET-3': 'not-enough-data',
    'BET-4': 'did-not-work',
    'BET-5': 'harmed',
    'BET-6': 'inconclusive',
    'BET-7': 'worked',
    'BET-8': 'not-measured',
    'BET-10': 'not-enough-data',
  })
  await w.owner.scoped(async ({ db, workspaceId }) => {
    const plans = await db
      .selectFrom('successPlans')
      .select(['hash', 'lockedAt', 'canonical'])
      .where('workspaceId', '=', workspaceId)
      .execute()
    expect(plans.filter(({ hash }) => hash).length).toBe(8)
    expect(plans.every(({ hash, lockedAt }) => Boolean(hash) === Boolean(lockedAt))).toBe(true)
    const { last } = await db
      .selectFrom('counters')
      .select('last')
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', 'bet')
      .executeTakeFirstOrThrow()
    expect(Number(last)).toBe(24)
    const journal = await db
      .selectFrom('activities')
      .select('at')
      .where('workspaceId', '=', workspaceId)
      .where('what', '!=', 'verdict.added')
      .where('what', '!=', 'workspace.capture-key-added')
      .orderBy('id')
      .execute()
    expect(journal.length).toBeGreaterThan(3_000)
    expect(journal.map(({ at }) => at.getTime())).toEqual(journal.map(({ at }) => at.getTime()).toSorted((a, b) => a - b))
  })
}, 120_000)
