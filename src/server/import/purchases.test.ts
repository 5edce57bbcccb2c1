import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await importPurchases()
})
afterAll(() => w.close())

type Purchase = { customer: number; day: number; dollars: number }
const DAYS = 540
const dateOf = (day: number) => new Date(Date.UTC(1997, 0, 1 + day)).toISOString().slice(0, 10)
const monthOf = ({ day }: Pick<Purchase, 'day'>) => dateOf(day).slice(0, 7)

/** A shop's customers come back at gaps that differ, some never; the numbers only need to be odd enough to catch a mistake. */
const purchases: Purchase[] = Array.from({ length: 120 }, (_, customer) => {
  const visits = 1 + ((customer * 7) % 5)
  return Array.from({ length: visits }, (_, visit) => ({
    customer,
    day: ((customer * 13) % 90) + visit * (9 + ((customer * 5) % 37)),
    dollars: Math.round(((customer * 31 + visit * 17) % 5_000) + 11) / 100,
  }))
}).flat()

const line = ({ customer, day, dollars }: Purchase) =>
  ` ${String(customer + 1).padStart(5, '0')} ${dateOf(day).replaceAll('-', '')}  1  ${dollars.toFixed(2).padStart(6)}`

async function importPurchases() {
  const headers = { ...w.ada.headers, 'content-type': 'application/octet-stream' }
  const body = [' customer_id  date number_of_cds  dollar_value', ...purchases.map(line)].join('\r\n')
  const uploaded = await (await w.request('/api/v1/imports?name=purchases.txt', { method: 'POST', headers, body })).json()
  await read(w.ada.api.imports[':id'].start.$post({ param: { id: uploaded.id } }))
  await w.jobs.drain()
  const finished = await read(w.ada.api.imports[':id'].$get({ param: { id: uploaded.id } }))
  expect(finished).toMatchObject({ state: 'finished', imported: purchases.length, rejected: 0 })
}

const period = { from: `${dateOf(0)}T00:00:00Z`, to: `${dateOf(DAYS)}T00:00:00Z` }
const purchase = { event: 'purchase' }

test('revenue by month is what a plain sum over the file gives', async () => {
  const definition = { kind: 'revenue' as const, of: purchase, property: 'value', granularity: 'month' as const }
  const { points } = await read(w.ana.api.metrics.preview.$post({ json: { definition, ...period } }))
  const there = points
    .filter(({ people }) => people > 0)
    .map(({ at, value, people }) => [String(at).slice(0, 7), value?.toFixed(2), people])
  const months = Map.groupBy(purchases, monthOf)
  const plain = [...months].sort().map(([month, rows]) => {
    const cents = rows.reduce((sum, { dollars }) => sum + Math.round(dollars * 100), 0)
    return [month, (cents / 100).toFixed(2), new Set(rows.map(({ customer }) => customer)).size]
  })
  expect(there).toEqual(plain)
})

test('repeat purchases within 30 days, by month of the first, are what counting by hand gives', async () => {
  const retention = { kind: 'retention' as const, start: purchase, back: purchase, day: 30, counting: 'within' as const }
  const definition = { ...retention, granularity: 'month' as const }
  const { points } = await read(w.ana.api.metrics.preview.$post({ json: { definition, ...period } }))
  const there = points
    .filter(({ people }) => people > 0)
    .map(({ at, value, people }) => [String(at).slice(0, 7), Math.round(value! * people), people])
  const customers = [...Map.groupBy(purchases, ({ customer }) => customer).values()].map((rows) => {
    const days = rows.map(({ day }) => day).sort((a, b) => a - b)
    return { day: days[0]!, back: days.some((day) => day > days[0]! && day <= days[0]! + 30) }
  })
  const plain = [...Map.groupBy(customers, monthOf)]
    .sort()
    .map(([month, begun]) => [month, begun.filter(({ back }) => back).length, begun.length])
  expect(there).toEqual(plain)
  expect(plain.some(([, back, begun]) => Number(back) > 0 && back !== begun)).toBe(true)
})
