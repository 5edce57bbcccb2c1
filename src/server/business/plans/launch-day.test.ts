import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

const DAY = 24 * 3600 * 1000

let w: World
beforeAll(async () => {
  w = await world({ at: '2026-06-01T12:00:00Z' })
})
afterAll(() => w.close())

const dayIn = (days: number) => new Date(w.services.now().getTime() + days * DAY).toISOString().slice(0, 10)

async function betWith({ event, checkIn, windowDays = 3 }: { event: string; checkIn: number; windowDays?: number }) {
  const definition = { kind: 'adoption' as const, of: { event: 'sent' } }
  const metric = await read(w.ana.api.metrics.$post({ json: { name: 'Sent', definition } }))
  const { key } = await read(w.ana.api.bets.$post({ json: { title: 'Photos', metric: metric.key } }))
  const param = { id: key }
  const design = {
    kind: 'experiment' as const,
    exposureEvent: event,
    variantProperty: 'variant',
    control: 'old',
    treatment: 'new',
    windowDays,
    daysBefore: null,
  }
  await read(
    w.ana.api.bets[':id'].plan.$put({ param, json: { metric: metric.key, smallestEffect: 0.05, design, checkDate: dayIn(checkIn) } }),
  )
  for (const state of ['considering', 'committed', 'building'] as const)
    await read(w.ana.api.bets[':id'].state.$put({ param, json: { state } }))
  return {
    plan: () => read(w.ana.api.bets[':id'].plan.$get({ param })),
    outlook: (launchedOn?: string) => w.ana.api.bets[':id'].plan.outlook.$get({ param, query: launchedOn ? { launchedOn } : {} }),
    launch: (launchedOn?: string) =>
      w.ana.api.bets[':id'].state.$put({ param, json: { state: 'launched', ...(launchedOn && { launchedOn }) } }),
    move: (json: { state: 'committed'; reason: string; launchedOn: string }) => w.ana.api.bets[':id'].state.$put({ param, json }),
    record: () => read(w.ana.api.bets[':id'].verdict.$post({ param })),
  }
}

/** 300 people a variant met the event so many days from now; 100 and 180 of them sent something an hour later. */
async function happened(
  event: string,
  { daysFromNow, variants = ['old', 'new'] }: { daysFromNow: number; variants?: [string, string] | string[] },
) {
  const at = w.services.now().getTime() + daysFromNow * DAY
  const events = variants.flatMap((variant, place) =>
    Array.from({ length: 300 }, (_, person) => {
      const distinctId = `${event}-${variant}-${person}`
      const met = { event, distinctId, at: new Date(at), properties: { variant } }
      return person < 100 + 80 * place ? [met, { event: 'sent', distinctId, at: new Date(at + 3_600_000) }] : [met]
    }).flat(),
  )
  await w.services.warehouse.append(w.workspaceId, events)
}

describe('a launch that lies back', () => {
  test('counts who came since, on the same day, and says beside the verdict how late the promise was', async () => {
    await happened('saw earlier', { daysFromNow: -10 })
    const { launch, plan, record } = await betWith({ event: 'saw earlier', checkIn: 0 })
    const { suffices, sentence } = (await plan()).outlook!
    expect(suffices).toBe(false)
    expect(sentence).toContain(
      '600 people met “saw earlier” in the last weeks and have had theirs. They count if it was out when they came',
    )
    expect(sentence).toMatch(/since which day it has been out\. That is not enough\. .* They would show an effect of 12 points\.$/)
    expect((await launch(dayIn(-12))).status).toBe(200)
    expect((await plan()).plan).toMatchObject({ startedOn: dayIn(-12), canonical: expect.stringContaining(`"startedOn":"${dayIn(-12)}"`) })
    const verdict = await record()
    expect(verdict).toMatchObject({
      state: 'worked',
      final: true,
      result: { verdict: { claim: { design: 'experiment', strength: 'fair' } } },
    })
    expect(verdict.sentence).toContain('The plan was locked 12 days after the launch')
  })

  test('on its own day makes the claim no weaker', async () => {
    const { launch, record } = await betWith({ event: 'saw today', checkIn: 20 })
    await launch(dayIn(0))
    await happened('saw today', { daysFromNow: 0.1 })
    w.passTime(10 * DAY)
    expect((await record()).sentence).not.toContain('after the launch')
  })

  test.each([
    ['in the future', 1, 'still to come'],
    ['after the check date', 0, 'choose a later check date'],
  ])('is refused %s', async (_, days, sentence) => {
    const { launch } = await betWith({ event: 'saw', checkIn: 0 })
    const refused = await launch(dayIn(days))
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ detail: expect.stringContaining(sentence), fields: [expect.objectContaining({ path: 'launchedOn' })] }),
    ])
    expect((await launch()).status).toBe(422)
  })

  test('has a day, and no other move has', async () => {
    const { move } = await betWith({ event: 'saw', checkIn: 9 })
    expect((await move({ state: 'committed', reason: 'Too early', launchedOn: dayIn(0) })).status).toBe(422)
  })
})

describe('the outlook of a launch that lies back', () => {
  test('counts who met the event since that day, in which variant; who came before does not count', async () => {
    await happened('saw it', { daysFromNow: -20 })
    const { outlook } = await betWith({ event: 'saw it', checkIn: 0 })
    const found = await read(outlook(dayIn(-21)))
    expect(found.doubts).toEqual([])
    expect(found.sentence).toContain(`Since ${dayIn(-21)}, 600 people met “saw it”: 300 with “old”, 300 with “new”.`)
    const after = await read(outlook(dayIn(-8)))
    expect(after).toMatchObject({
      suffices: false,
      doubts: ['Nobody has come since that day: the verdict will have nothing to count. Is the day right?'],
      sentence: expect.stringContaining('600 people met it before that day, which does not count.'),
    })
  })

  test('misses a variant that nobody came with', async () => {
    await happened('saw old', { daysFromNow: -20, variants: ['old'] })
    const { outlook } = await betWith({ event: 'saw old', checkIn: 0 })
    expect((await read(outlook(dayIn(-21)))).doubts).toContainEqual(expect.stringContaining('Nobody has come with “new” since that day'))
  })

  test('is refused for a day on which the launch would be', async () => {
    const { outlook } = await betWith({ event: 'saw it', checkIn: 0 })
    const refused = await outlook()
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ fields: [expect.objectContaining({ path: 'launchedOn' })] }),
    ])
  })

  test('of an event that never came says no number of days', async () => {
    const { plan } = await betWith({ event: 'never saw', checkIn: 30 })
    const { suffices, sentence } = (await plan()).outlook!
    expect(suffices).not.toBe(true)
    expect(sentence).not.toContain('if they come as in the last')
    expect(sentence).toContain('Nobody has met “never saw” with a “variant” yet')
  })
})

describe('what looks mistyped is said before the launch', () => {
  test('an event that never came, one without the property, one with other variants', async () => {
    const doubts = async (event: string) => (await (await betWith({ event, checkIn: 30 })).plan()).outlook!.doubts
    expect(await doubts('sawn')).toEqual([expect.stringContaining('No “sawn” has come in so far.')])
    await w.services.warehouse.append(w.workspaceId, [{ event: 'plain', distinctId: 'p', at: w.services.now() }])
    expect(await doubts('plain')).toEqual([expect.stringContaining('without a property “variant”')])
    await happened('renamed', { daysFromNow: -1, variants: ['old', 'shiny'] })
    expect(await doubts('renamed')).toEqual(['In “variant”, “renamed” has come in with “old”, “shiny”, never with “new”.'])
    await happened('right', { daysFromNow: -1 })
    expect(await doubts('right')).toEqual([])
    expect(await doubts('renmaed')).toEqual(['No “renmaed” has come in so far. Did you mean “renamed”, which has?'])
  })
})

describe('nobody to count', () => {
  test('tells who came before the launch, and which other variants came', async () => {
    await happened('too early', { daysFromNow: -3 })
    const { launch, record } = await betWith({ event: 'too early', checkIn: 20 })
    await launch()
    await happened('too early', { daysFromNow: 0.1, variants: ['a', 'b'] })
    w.passTime(DAY)
    const { sentence } = await record()
    expect(sentence).toContain('600 people met it before that day')
    expect(sentence).toContain('It came with “a”, “b” there instead')
  })

  test('tells when the first will be counted', async () => {
    const { launch, record } = await betWith({ event: 'waits', checkIn: 20, windowDays: 14 })
    await launch()
    await happened('waits', { daysFromNow: 0.01 })
    w.passTime(DAY)
    expect((await record()).sentence).toContain(`for the first who met “waits” it ends on ${dayIn(13)}`)
  })
})
