import { afterAll, beforeAll, expect, test } from 'vitest'
import { MetricDefinition, type NewMetricDefinition } from '#domain/business/metric.ts'
import { bucketEnd, bucketsIn } from './buckets.ts'
import type { NewEvent, Point } from './events.ts'
import { testWarehouse } from './test-warehouse.ts'

const DAY = 86_400_000
const period = { from: new Date('2026-01-05'), to: new Date('2026-02-16'), asOf: new Date('2026-02-12T09:00:00Z') }

/** A small linear congruential generator (Numerical Recipes), so that the made-up events are the same in every run. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * sides)
  }
}

const roll = dice(42)
const names = ['signed up', 'opened', 'opened', 'opened', 'paid']
const events: NewEvent[] = Array.from({ length: 4_000 }, (_, n) => ({
  id: `e${n}`,
  event: names[roll(names.length)]!,
  distinctId: `p${roll(150)}`,
  at: new Date(Date.UTC(2026, 0, 1) + roll(45 * 24 * 60) * 60_000),
  properties: { amount: roll(10_000) / 100, plan: ['team', 'free', null][roll(3)] ?? null, ...(roll(2) && { seats: roll(9) }) },
}))
const merged = new Map(Array.from({ length: 30 }, (_, n) => [`p${n}`, `p${n + 100}`]))
const personOf = (event: NewEvent) => merged.get(event.distinctId) ?? event.distinctId

let place: Awaited<ReturnType<typeof testWarehouse>>
beforeAll(async () => {
  place = await testWarehouse({ now: () => new Date('2026-03-01') })
  await place.get().append('w', events)
  for (const [anonymousId, distinctId] of merged)
    await place.get().identify('w', { distinctId, anonymousId, set: { tier: Number(distinctId.slice(1)) % 3 } })
})
afterAll(() => place.remove())

// From here to the tests: the same questions answered in plain JavaScript over the raw events.
type Did = (event: NewEvent) => boolean
type Answer = { value: number | null; people: number }

const seen = events.filter(({ at }) => at < period.asOf)
const named =
  (name: string): Did =>
  (event) =>
    event.event === name
const inside = (list: NewEvent[], from: Date, to: Date) => list.filter(({ at }) => at >= from && at < to)
const peopleWho = (list: NewEvent[], did: Did) => new Set(list.filter(did).map(personOf))
const dayOf = (at: Date) => Math.floor(at.getTime() / DAY)
const share = (part: number, people: number): Answer => ({ value: people ? part / people : null, people })
const byPerson = (list: NewEvent[]) => Map.groupBy(list, personOf)
const firstAt = (list: NewEvent[]) => new Date(Math.min(...list.map(({ at }) => at.getTime())))

const answers: { metric: NewMetricDefinition; answer: (from: Date, to: Date) => Answer }[] = [
  {
    metric: { kind: 'adoption', of: { event: 'paid' }, measure: 'people' },
    answer: (from, to) => {
      const { size } = peopleWho(inside(seen, from, to), named('paid'))
      return { value: size, people: size }
    },
  },
  {
    metric: {
      kind: 'adoption',
      of: { event: 'paid', filters: [{ on: 'event', property: 'amount', is: 'gt', value: 50 }] },
      among: { event: 'opened' },
      granularity: 'month',
    },
    answer: (from, to) => {
      const active = peopleWho(inside(seen, from, to), named('opened'))
      const did = peopleWho(inside(seen, from, to), (event) => event.event === 'paid' && Number(event.properties?.amount) > 50)
      return share([...active].filter((person) => did.has(person)).length, active.size)
    },
  },
  {
    metric: {
      kind: 'engagement',
      of: { event: 'opened', filters: [{ on: 'event', property: 'plan', is: 'neq', value: 'free' }] },
      granularity: 'day',
    },
    answer: (from, to) => {
      const list = inside(seen, from, to).filter((event) => event.event === 'opened' && event.properties?.plan !== 'free')
      return share(list.length, peopleWho(list, () => true).size)
    },
  },
  {
    metric: { kind: 'engagement', of: { filters: [{ on: 'event', property: 'seats', is: 'set' }] }, measure: 'days' },
    answer: (from, to) => {
      const list = inside(seen, from, to).filter((event) => event.properties?.seats !== undefined)
      return share(new Set(list.map((event) => `${personOf(event)} ${dayOf(event.at)}`)).size, peopleWho(list, () => true).size)
    },
  },
  {
    metric: {
      kind: 'revenue',
      of: { event: 'paid', filters: [{ on: 'person', property: 'tier', is: 'in', value: [1, 2] }] },
      property: 'amount',
    },
    answer: (from, to) => {
      const tiers = new Set([...merged.values()].filter((person) => Number(person.slice(1)) % 3 > 0))
      const list = inside(seen, from, to).filter((event) => event.event === 'paid' && tiers.has(personOf(event)))
      const cents = list.reduce((sum, { properties }) => sum + Math.round(Number(properties?.amount) * 100), 0)
      return { value: cents / 100, people: peopleWho(list, () => true).size }
    },
  },
  ...(['on', 'within'] as const).map((counting) => ({
    metric: { kind: 'retention', start: { event: 'signed up' }, back: { event: 'opened' }, day: 5, counting } satisfies NewMetricDefinition,
    answer: (from: Date, to: Date) => {
      const starters = [...byPerson(seen.filter(named('signed up')))].map(([person, list]) => ({
        person,
        day: dayOf(firstAt(list)),
        at: firstAt(list),
      }))
      const ripe = starters.filter(({ at, day }) => at >= from && at < to && (day + 6) * DAY <= period.asOf.getTime())
      const opened = byPerson(seen.filter(named('opened')))
      const came = ripe.filter(({ person, day }) =>
        opened.get(person)?.some(({ at }) => (counting === 'on' ? dayOf(at) === day + 5 : dayOf(at) > day && dayOf(at) <= day + 5)),
      )
      return share(came.length, ripe.length)
    },
  })),
  ...(['paid', 'opened'] as const).map((next) => ({
    metric: { kind: 'conversion', first: { event: 'opened' }, next: { event: next }, withinDays: 3 } satisfies NewMetricDefinition,
    answer: (from: Date, to: Date) => {
      const firsts = [...byPerson(inside(seen, from, to).filter(named('opened')))].map(([person, list]) => ({
        person,
        at: firstAt(list).getTime(),
      }))
      const ripe = firsts.filter(({ at }) => at + 3 * DAY < period.asOf.getTime())
      const nexts = byPerson(seen.filter(named(next)))
      const isAfter = (time: number, at: number) => (next === 'opened' ? time > at : time >= at) && time <= at + 3 * DAY
      const converted = ripe.filter(({ person, at }) => nexts.get(person)?.some((event) => isAfter(event.at.getTime(), at)))
      return share(converted.length, ripe.length)
    },
  })),
]

const rounded = ({ value, people }: Answer | Point) => ({ value: value === null ? null : Number(value.toFixed(9)), people })
const isCount = (metric: MetricDefinition) => metric.kind === 'revenue' || (metric.kind === 'adoption' && metric.measure === 'people')

test.each(answers)('case %#: every point is what the raw events say', async ({ metric: given, answer }) => {
  const metric = MetricDefinition.parse(given)
  const points = await place.get().series('w', metric, period)
  const buckets = bucketsIn(period, metric.granularity)
  expect(points.map(({ at }) => at)).toEqual(buckets)
  for (const [place, start] of buckets.entries()) {
    const from = new Date(Math.max(start.getTime(), period.from.getTime()))
    const to = new Date(Math.min(bucketEnd(start, metric.granularity).getTime(), period.to.getTime()))
    const expected = answer(from, to)
    expect(rounded(points[place]!)).toEqual(rounded(expected.people === 0 && isCount(metric) ? { value: 0, people: 0 } : expected))
  }
  expect(rounded(await place.get().total('w', metric, period))).toEqual(rounded(answer(period.from, period.to)))
})

test('a point is complete once its bucket and everybody’s window in it are over', async () => {
  const metric = MetricDefinition.parse({ kind: 'conversion', first: { event: 'opened' }, next: { event: 'paid' }, withinDays: 7 })
  const points = await place.get().series('w', metric, period)
  expect(points.map(({ complete }) => complete)).toEqual([true, true, true, true, false, false])
})

test('the cohort table counts people by weeks since their first week, and leaves the future open', async () => {
  const metric = MetricDefinition.parse({ kind: 'retention', start: { event: 'signed up' }, back: { event: 'opened' } })
  if (metric.kind !== 'retention') throw new Error('not a retention metric')
  const table = await place.get().retentionTable('w', metric, period, 4)
  const weekOf = (at: Date) => Math.floor((dayOf(at) - 4) / 7)
  const starters = [...byPerson(seen.filter(named('signed up')))].map(([person, list]) => ({ person, at: firstAt(list) }))
  const opened = byPerson(seen.filter(named('opened')))
  for (const [row, { at, people, returned }] of table.entries()) {
    const cohort = starters.filter((starter) => starter.at >= period.from && weekOf(starter.at) === weekOf(at))
    const later = (week: number) =>
      cohort.filter((s) => opened.get(s.person)?.some((event) => weekOf(event.at) === weekOf(at) + week && event.at > s.at)).length
    const expected = [0, 1, 2, 3].map((week) => (row + week + 1 > 5 ? null : week === 0 ? cohort.length : later(week)))
    expect({ people, returned }).toEqual({ people: cohort.length, returned: expected })
  }
})
