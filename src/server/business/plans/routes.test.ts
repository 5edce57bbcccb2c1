import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import type { NewMetricDefinition } from '#domain/business/metric.ts'
import { sizeExperiment } from '#domain/business/success-plan-design.ts'
import { must } from '#domain/statistics/must.ts'
import { sumsOf, varianceOf } from '#domain/statistics/sums.ts'
import { type World, world } from '#test/world.ts'

const DAY = 24 * 3600 * 1000
const PEOPLE = 120

let w: World
beforeAll(async () => {
  w = await world({ at: '2026-06-01T00:00:00Z' })
  await w.services.warehouse.append(w.workspaceId, lastWeeks())
})
afterAll(() => w.close())

const dayIn = (days: number) => new Date(w.services.now().getTime() + days * DAY).toISOString().slice(0, 10)
const amountOf = (person: number) => (person % 3) * 10 + (person % 5)

/** Every person comes once, in one of the last eight weeks, and pays an amount of their own the next day. */
function lastWeeks() {
  const now = w.services.now().getTime()
  return Array.from({ length: PEOPLE }, (_, person) => {
    const came = now - (14 + (person % 40)) * DAY
    const distinctId = `p${person}`
    return [
      { event: 'came', distinctId, at: new Date(came) },
      { event: 'paid', distinctId, at: new Date(came + DAY), properties: { amount: amountOf(person) } },
    ]
  }).flat()
}

const revenue: NewMetricDefinition = { kind: 'revenue', of: { event: 'paid' }, property: 'amount' }
const design = {
  kind: 'experiment' as const,
  exposureEvent: 'came',
  variantProperty: 'variant',
  control: 'old',
  treatment: 'new',
  windowDays: 7,
  daysBefore: null,
}

async function metricOf(definition: NewMetricDefinition) {
  return read(w.ana.api.metrics.$post({ json: { name: 'Paid', definition } }))
}

type Changes = { design?: object; [field: string]: unknown }

async function planned(definition: NewMetricDefinition, { design: changed, ...changes }: Changes = {}) {
  const metric = await metricOf(definition)
  const bet = await read(w.ana.api.bets.$post({ json: { title: 'Pay later', metric: metric.key } }))
  const plan = {
    metric: metric.key,
    smallestEffect: 2,
    checkDate: dayIn(40),
    ...changes,
    design: { ...design, ...changed } as typeof design,
  }
  const param = { id: bet.key }
  return {
    metric,
    plan,
    save: (json = plan, headers = {}) => w.ana.api.bets[':id'].plan.$put({ param, json }, { headers }),
    find: () => read(w.ana.api.bets[':id'].plan.$get({ param })),
    amend: (json: typeof plan, headers = {}) =>
      w.ana.api.bets[':id'].plan.amendments.$post({ param, json: { reason: 'A typing mistake', plan: json } }, { headers }),
    launch: async () => {
      for (const state of ['considering', 'committed', 'building', 'launched'] as const)
        await read(w.ana.api.bets[':id'].state.$put({ param, json: { state } }))
    },
  }
}

describe('the outlook', () => {
  test('measures how much people differ, and needs as many as the same sum by hand', async () => {
    const { save, find } = await planned(revenue)
    expect((await save()).status).toBe(200)
    const { outlook } = await find()
    const variance = must(varianceOf(sumsOf(Array.from({ length: PEOPLE }, (_, person) => amountOf(person)))))
    const byHand = sizeExperiment(
      {
        baseline: { kind: 'mean', mean: 12, variance },
        scale: 'absolute',
        smallestEffect: 2,
        alpha: 0.05,
        power: 0.8,
        looks: 'hybrid',
        successMetrics: 1,
        rule: 'any',
        guardrails: 0,
      },
      [],
    )
    expect(outlook).toMatchObject({ people: must(byHand).people, sentence: expect.stringContaining(`measured on ${PEOPLE} of them`) })
    expect(outlook!.suffices).toBe(false)
    const shown = /would show an effect of ([\d.]+)\.$/.exec(outlook!.sentence)!
    const perArm = outlook!.arriving! / 2
    expect(Number(shown[1])).toBeCloseTo((2.0537 + 0.8416) * Math.sqrt((2 * variance) / perArm), 0)
  })

  test('says that what suffices to see an effect is not yet enough to call it worked', async () => {
    const { plan, save, find } = await planned(revenue)
    await save({ ...plan, smallestEffect: 40 })
    expect((await find()).outlook).toMatchObject({
      suffices: null,
      sentence: expect.stringContaining('the true effect has to be about twice as large'),
    })
  })

  test('shares the chance of missing with guardrails, and names the one that needs the most people', async () => {
    const { plan, save, find, metric } = await planned(revenue)
    await save()
    const alone = (await find()).outlook!.people!
    await save({ ...plan, guardrails: [{ metric: metric.key, margin: 5 }] } as typeof plan)
    const guarded = (await find()).outlook!
    expect(guarded.people).toBeGreaterThan(alone)
    await save({ ...plan, guardrails: [{ metric: metric.key, margin: 0.5 }] } as typeof plan)
    expect((await find()).outlook).toMatchObject({ sentence: expect.stringContaining('“Paid” needs the most of them') })
  })

  test('assumes a spread only while nobody’s time to count is over, and says so', async () => {
    const { save, find } = await planned({ ...revenue, per: 'person' } as NewMetricDefinition, { design: { exposureEvent: 'never' } })
    await save()
    expect((await find()).outlook!.sentence).toContain('measured on')
    const fresh = { kind: 'revenue' as const, of: { event: 'tipped' }, property: 'amount', per: 'person' as const }
    const later = await planned(fresh)
    const at = new Date(w.services.now().getTime() - DAY)
    await w.services.warehouse.append(w.workspaceId, [{ event: 'tipped', distinctId: 'p1', at, properties: { amount: 4 } }])
    await later.save()
    expect((await later.find()).outlook!.sentence).toContain('a spread of 1.5 times the mean is taken')
  })

  test('of a comparison with the time before says what it could see, or how many points it lacks', async () => {
    const beforeAfter = { kind: 'before-after', weeksBefore: 4 }
    const { save, find } = await planned({ kind: 'adoption', of: { event: 'came' }, measure: 'people', granularity: 'day' })
    const plan = {
      metric: (await metricOf({ ...revenue, granularity: 'day' })).key,
      smallestEffect: 2,
      checkDate: dayIn(40),
      design: beforeAfter,
    }
    await save(plan as never)
    expect((await find()).outlook!.sentence).toMatch(/28 points before and there will be 40 after, so a step of .* would be seen/)
    await save({ ...plan, checkDate: dayIn(2) } as never)
    expect((await find()).outlook).toMatchObject({ suffices: false, sentence: expect.stringContaining('Choose a later check date') })
  })

  test('of a comparison that ends today says what would have to be true of the launch', async () => {
    const outlookOn = async (event: string, days: number) => {
      const now = w.services.now().getTime()
      const events = Array.from({ length: days }, (_, day) => ({ event, distinctId: 'p1', at: new Date(now - (day + 1) * DAY) }))
      await w.services.warehouse.append(w.workspaceId, events)
      const definition = { kind: 'engagement' as const, of: { event }, granularity: 'day' as const }
      const { plan, save, find } = await planned(definition)
      await save({ ...plan, checkDate: dayIn(0), design: { kind: 'before-after', weeksBefore: 4 } } as never)
      return (await find()).outlook!
    }
    const long = await outlookOn('ran long', 40)
    expect(long.suffices).toBeNull()
    expect(long.sentence).toContain(
      `since which day it has been out: that would have to be ${dayIn(-4)} or earlier (28 points lie before that day).`,
    )
    expect((await outlookOn('ran shortly', 26)).sentence).toContain('But 22 points lie before that day, and 24 are the least.')
  })
})

describe('the number of people', () => {
  test('that nobody said is the outlook’s, fixed and locked with the plan at the launch', async () => {
    const { save, find, launch } = await planned(revenue)
    await save()
    const { plan, outlook } = await find()
    expect(plan!.plannedPeople).toBeNull()
    await launch()
    const locked = (await find()).plan!
    expect(locked.plannedPeople).toBe(outlook!.people)
    expect(locked.canonical).toContain(`"plannedPeople":${outlook!.people}`)
  })

  test('is there even where nothing is known, and is the one that was said where somebody did', async () => {
    const unknown = await planned({ kind: 'engagement', of: { event: 'unheard of' } }, { design: { exposureEvent: 'unseen' } })
    await unknown.save()
    await unknown.launch()
    expect((await unknown.find()).plan!.plannedPeople).toBe(1_000)
    const said = await planned(revenue, { plannedPeople: 640 })
    await said.save()
    await said.launch()
    expect((await said.find()).plan!.plannedPeople).toBe(640)
  })

  test('outlives an amendment, which may not change it', async () => {
    const { save, find, launch, amend, plan } = await planned(revenue, { plannedPeople: 640 })
    await save()
    await launch()
    const refused = await amend({ ...plan, smallestEffect: 3, plannedPeople: 700 } as never)
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ detail: expect.stringContaining('launched for 640') }),
    ])
    const { plannedPeople: _left, ...without } = plan as typeof plan & { plannedPeople: number }
    expect((await amend({ ...without, smallestEffect: 3 })).status).toBe(201)
    expect((await find()).plan).toMatchObject({ plannedPeople: 640, smallestEffect: 3 })
  })
})

test('a comparison with fewer than 24 points before is refused with what to choose', async () => {
  const { save } = await planned(revenue, { design: { kind: 'before-after', weeksBefore: 23 } })
  const refused = await save()
  expect([refused.status, await refused.json()]).toEqual([
    422,
    expect.objectContaining({
      detail: expect.stringContaining('choose 24 weeks or more'),
      fields: [expect.objectContaining({ path: 'design.weeksBefore' })],
    }),
  ])
})

test('points that were meant as parts of one are refused, where an experiment compares shares', async () => {
  const { save, plan } = await planned({ kind: 'adoption', of: { event: 'paid' }, measure: 'people' }, { smallestEffect: 5 })
  const refused = await save()
  expect([refused.status, await refused.json()]).toEqual([
    422,
    expect.objectContaining({
      detail: expect.stringContaining('less than 100 points'),
      fields: [expect.objectContaining({ path: 'smallestEffect' })],
    }),
  ])
  expect((await save({ ...plan, smallestEffect: 0.05 })).status).toBe(200)
})

test('a cap on a metric without a tail is refused', async () => {
  const { save } = await planned({ kind: 'adoption', of: { event: 'paid' } }, { smallestEffect: 0.1, design: { capAt: 0.999 } })
  expect((await save()).status).toBe(422)
})

test('a plan that somebody else changed in the meantime is not overwritten, open or locked', async () => {
  const { save, find, launch, amend, plan } = await planned(revenue)
  await save()
  const { version } = (await find()).plan!
  expect((await save({ ...plan, smallestEffect: 3 }, { 'if-match': String(version) })).status).toBe(200)
  const late = await save({ ...plan, smallestEffect: 4 }, { 'if-match': String(version) })
  expect([late.status, await late.json()]).toEqual([
    412,
    expect.objectContaining({ detail: expect.stringContaining('Somebody else changed this success plan') }),
  ])
  await launch()
  expect((await amend({ ...plan, smallestEffect: 5 }, { 'if-match': String(version) })).status).toBe(412)
  expect((await find()).plan!.smallestEffect).toBe(3)
})

test('a bet without a metric of its own takes the one its plan judges it by, which is a line of its history and can be undone', async () => {
  const [metric, other] = [await metricOf(revenue), await metricOf(revenue)]
  const { key } = await read(w.ana.api.bets.$post({ json: { title: 'Pay in parts' } }))
  const save = (chosen: string) => {
    const plan = { metric: chosen, smallestEffect: 2, design, checkDate: dayIn(40) }
    return read(w.ana.api.bets[':id'].plan.$put({ param: { id: key }, json: plan }))
  }
  const ownMetric = async () => (await read(w.ana.api.bets[':id'].$get({ param: { id: key } }))).metric?.key
  await save(metric.key)
  expect(await ownMetric()).toBe(metric.key)
  await save(other.key)
  expect(await ownMetric()).toBe(metric.key)
  const { rows } = await read(w.ana.api.activities.$get({ query: { about: key } }))
  const line = rows.find(({ changes }) => changes.metricId)!
  expect(line).toMatchObject({ what: 'bet.changed', changes: { metricId: { before: null, after: metric.id } } })
  await read(w.ana.api.activities[':id'].undo.$post({ param: { id: line.id } }))
  expect(await ownMetric()).toBeUndefined()
})
