import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import type { NewMetricDefinition } from '#domain/business/metric.ts'
import { compareCounts } from '#domain/statistics/count-series.ts'
import { must } from '#domain/statistics/must.ts'
import { winsoriseArms } from '#domain/statistics/winsorise.ts'
import { type World, world } from '#test/world.ts'

const DAY = 24 * 3600 * 1000
const HOUR = 3600 * 1000

let w: World
beforeAll(async () => {
  w = await world({ at: '2026-06-01T00:00:00Z' })
})
afterAll(() => w.close())

const dayIn = (days: number) => new Date(w.services.now().getTime() + days * DAY).toISOString().slice(0, 10)
const experiment = {
  kind: 'experiment' as const,
  exposureEvent: 'saw',
  variantProperty: 'variant',
  control: 'old',
  treatment: 'new',
  windowDays: 7,
}

async function launched(definition: NewMetricDefinition, { design, ...changes }: { design: object; [field: string]: unknown }) {
  const metric = await read(w.ana.api.metrics.$post({ json: { name: 'Spent', definition } }))
  const { key } = await read(w.ana.api.bets.$post({ json: { title: 'Bigger buttons', metric: metric.key } }))
  const param = { id: key }
  const plan = { metric: metric.key, smallestEffect: 1, checkDate: dayIn(30), ...changes, design: design as typeof experiment }
  await read(w.ana.api.bets[':id'].plan.$put({ param, json: plan }))
  for (const state of ['considering', 'committed', 'building', 'launched'] as const)
    await read(w.ana.api.bets[':id'].state.$put({ param, json: { state } }))
  return {
    verdict: async () => (await read(w.ana.api.bets[':id'].verdict.$get({ param }))).live!,
    record: () => read(w.ana.api.bets[':id'].verdict.$post({ param })),
  }
}

type Person = { variant: 'old' | 'new'; spent: number; before: number }

/** So many days later it is known that each person spent some before, saw their variant the day after the launch, and spent again the day after. */
async function run(event: string, people: Person[], days: number) {
  const at = w.services.now().getTime() + DAY
  w.passTime(days * DAY)
  const events = people.flatMap(({ variant, spent, before }, number) => {
    const distinctId = `${event}-${number}`
    const paid = (amount: number, time: number) => (amount ? [{ event, distinctId, at: new Date(time), properties: { amount } }] : [])
    const saw = { event: `saw ${event}`, distinctId, at: new Date(at), properties: { variant } }
    return [...paid(before, at - 2 * DAY), saw, ...paid(spent, at + DAY)]
  })
  await w.services.warehouse.append(w.workspaceId, events)
}

const revenueOf = (event: string): NewMetricDefinition => ({ kind: 'revenue', of: { event }, property: 'amount' })
const crowd = (effect: number) =>
  Array.from({ length: 400 }, (_, number): Person => {
    const before = 10 + ((number * 37) % 50)
    return { variant: number % 2 ? 'new' : 'old', before, spent: before + ((number * 11) % 5) + (number % 2 ? effect : 0) }
  })

describe('an experiment while it runs', () => {
  test('has too little data before anybody met it, then may be looked at any time, and once more at the check date', async () => {
    const { verdict, record } = await launched(revenueOf('running'), {
      design: { ...experiment, exposureEvent: 'saw running', daysBefore: null },
      smallestEffect: 5,
    })
    expect(await verdict()).toMatchObject({
      state: 'not-enough-data',
      final: false,
      sentence: `Not enough data. “Spent”: No “saw running” with “old” or “new” in “variant” has come in since the launch on ${dayIn(0)}.`,
      result: { verdict: { claim: null } },
    })
    await run('running', crowd(2), 12)
    const running = await verdict()
    expect(running).toMatchObject({
      final: false,
      result: { verdict: { look: { kind: 'running' }, success: [{ method: 'always-valid', confidence: 0.99 }] } },
    })
    expect(running.sentence).toContain(' so far. ')
    expect(running.result.verdict!.look.sentence).toMatch(/400 of the [\d,]+ people it was planned for are counted\./)
    w.passTime(20 * DAY)
    const final = await record()
    expect(final).toMatchObject({
      final: true,
      result: { verdict: { look: { kind: 'at-check-date' }, success: [{ method: 'welch', confidence: 0.96 }] } },
    })
    expect(final.result.verdict!.look.sentence).toContain('This is the look at the check date')
  })
})

describe('how values are measured', () => {
  test('the days before exposure narrow the interval by as much as the text says', async () => {
    const design = { ...experiment, exposureEvent: 'saw adjusted' }
    const adjusted = await launched(revenueOf('adjusted'), { design })
    const plain = await launched(revenueOf('adjusted'), { design: { ...design, daysBefore: null } })
    await run('adjusted', crowd(2), 35)
    const [a, p] = [(await adjusted.record()).result.verdict!, (await plain.record()).result.verdict!]
    const removed = 1 - (a.success[0]!.standardError! / p.success[0]!.standardError!) ** 2
    expect(removed).toBeGreaterThan(0.9)
    expect(a.how).toEqual([
      `Adjusted by the 7 days before each person came in (CUPED), which takes out ${Math.round(100 * removed)} % of the spread.`,
    ])
    expect(a.success[0]).toMatchObject({ state: 'target-met', estimate: expect.closeTo(2, 0) })
    expect(p.success[0]!.state).toBe('unsettled')
    expect(p.how).toEqual([])
  })

  test('a cap over both groups cuts what one person spent, and the effect without it stands beside', async () => {
    const people = crowd(0).map((person, number) => (number === 1 ? { ...person, spent: 90_000 } : person))
    const { record } = await launched(revenueOf('capped'), {
      design: { ...experiment, exposureEvent: 'saw capped', daysBefore: null, capAt: 0.99 },
    })
    await run('capped', people, 35)
    const { verdict } = (await record()).result
    const spentBy = (name: string) => people.filter(({ variant }) => variant === name).map(({ spent }) => spent)
    const { cap, control, treatment } = must(winsoriseArms({ control: spentBy('old'), treatment: spentBy('new') }, 0.99))
    expect(verdict!.success[0]!.estimate).toBeCloseTo(treatment.sum / treatment.n - control.sum / control.n, 8)
    expect(verdict!.how).toEqual([
      `Values above ${cap.toLocaleString('en-GB', { maximumSignificantDigits: 4 })} count as ${cap.toLocaleString('en-GB', { maximumSignificantDigits: 4 })} (percentile 99 of what is not 0, both groups together); that touched 1 person.`,
      expect.stringMatching(/^Without the cap, “Spent”: \+451 /),
    ])
  })
})

describe('counts before and after', () => {
  const perDay = (day: number) => 12 + ((day * 7) % 5) + (day >= 40 ? 6 : 0)

  /** So many people a day open it, each as often as the day of the week says. */
  async function use(event: string, { from, days, times }: { from: number; days: number; times: (day: number) => number }) {
    const events = Array.from({ length: days }, (_, day) =>
      Array.from({ length: perDay(day) }, (_, person) =>
        Array.from({ length: times(day) }, (_, time) => ({
          event,
          distinctId: `${event}-${person}`,
          at: new Date(from + day * DAY + (1 + time) * HOUR),
        })),
      ).flat(),
    ).flat()
    w.passTime(25 * DAY)
    await w.services.warehouse.append(w.workspaceId, events)
  }

  const design = { kind: 'before-after', weeksBefore: 5, season: 'none' }
  const days = Array.from({ length: 65 }, (_, day) => day)

  test('people are compared as a rate ratio over the days before', async () => {
    const from = w.services.now().getTime() - 40 * DAY
    const { record } = await launched(
      { kind: 'adoption', of: { event: 'opened' }, measure: 'people', granularity: 'day' },
      { design, checkDate: dayIn(24) },
    )
    await use('opened', { from, days: 65, times: () => 1 })
    const { result } = await record()
    const byHand = must(compareCounts({ counts: days.slice(5).map(perDay), changeAt: 35, trend: true }))
    expect(result.verdict!.success[0]).toMatchObject({ method: 'before-after', estimate: expect.closeTo(byHand.difference.effect, 8) })
    expect(result.verdict!.success[0]!.standardError).toBeCloseTo(byHand.difference.standardError, 8)
    expect(result.series.slice(35).map(({ expected }) => expected)).toEqual(byHand.expected.map((rate) => expect.closeTo(rate, 8)))
    expect(result.series[34]!.expected).toBeNull()
  })

  test('events per person have the people of the day as their exposure: more people are no effect', async () => {
    const from = w.services.now().getTime() - 40 * DAY
    const { record } = await launched(
      { kind: 'engagement', of: { event: 'clicked' }, granularity: 'day' },
      { design, effectKind: 'relative', checkDate: dayIn(24) },
    )
    const times = (day: number) => 1 + (day % 3)
    await use('clicked', { from, days: 65, times })
    const { result } = await record()
    const exposures = days.slice(5).map(perDay)
    const counts = days.slice(5).map((day) => perDay(day) * times(day))
    const byHand = must(compareCounts({ counts, exposures, changeAt: 35, trend: true }))
    expect(result.verdict!.success[0]!.estimate).toBeCloseTo(Math.expm1(byHand.effect), 8)
    expect(result.verdict!.success[0]!.interval!.low).toBeLessThan(0)
  })

  test('days on which nobody came are left out without moving the days of the week, and the verdict says so', async () => {
    const from = w.services.now().getTime() - 40 * DAY
    const { record } = await launched(
      { kind: 'engagement', of: { event: 'visited' }, granularity: 'day' },
      { design: { ...design, season: 'weekday' }, checkDate: dayIn(24) },
    )
    const times = (day: number) => (day % 7 === 3 ? 0 : 1 + (day % 7 === 5 ? 2 : 0) + ((day * 5) % 3 === 0 ? 1 : 0))
    await use('visited', { from, days: 65, times })
    const { result } = await record()
    const open = days.slice(5).filter((day) => times(day) > 0)
    const byHand = must(
      compareCounts({
        counts: open.map((day) => perDay(day) * times(day)),
        exposures: open.map(perDay),
        places: open.map((day) => day - 5),
        changeAt: open.findIndex((day) => day >= 40),
        trend: true,
        season: { period: 7, shape: 'dummies' },
      }),
    )
    const { success, how } = result.verdict!
    expect(success[0]!.estimate).toBeCloseTo(byHand.difference.effect, 8)
    expect(Math.abs(success[0]!.estimate!)).toBeLessThan(0.3)
    expect(how).toEqual(['8 days without anybody to count are left out.'])
  })
})
