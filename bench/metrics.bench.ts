import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { MetricDefinition } from '#domain/business/metric.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'
import type { Point, Warehouse } from '#warehouse/events.ts'
import { schema } from '#warehouse/schema.ts'
import { atMost, type BenchRow, median, report } from './bench-row.ts'

const EVENTS = 10_000_000
const PEOPLE = 200_000
const MERGES = 20_000
const ROUNDS = 9
const settings = { threads: String(Math.min(4, availableParallelism())), memory_limit: '512MB' }
const period = { from: new Date('2026-01-05'), to: new Date('2026-03-30'), asOf: new Date('2026-04-06') }

const retention = MetricDefinition.parse({ kind: 'retention', start: { event: 'signed up' }, back: { event: 'opened a job' }, day: 7 })
const conversion = MetricDefinition.parse({
  kind: 'conversion',
  first: { event: 'opened a job' },
  next: { event: 'sent an invoice' },
  withinDays: 3,
})

/** Ninety days of a made-up product, the same in every run: DuckDB's hash of the row number is the dice. */
const generate = `
  insert into workspaces values (1, 'bench');
  insert into events
    select 1, i, case when dice % 100 < 3 then 'signed up' when dice % 100 < 60 then 'opened a job' when dice % 100 < 70 then 'sent an invoice'
        else 'looked around' end,
      'person-' || who, who, timestamp '2026-01-05' + to_microseconds(cast(i * (90 * 86400000000 / ${EVENTS}) as bigint)), timestamp '2026-04-06',
      '{"plan":"' || (dice % 3) || '","amount":' || (dice % 500) || '}', null
    from (select i, hash(i) % 1000003 as dice, cast(hash(i + 77) % ${PEOPLE} as bigint) as who from range(${EVENTS}) r(i));
  insert into merged select 1, i, 'person-' || i, i + ${PEOPLE / 2} from range(${MERGES}) r(i);
  checkpoint;`

const persons = `select coalesce(m.into_person, e.person) as person, happened_at from events e left join merged m on m.person = e.person and m.workspace = 1
  where e.workspace = 1 and happened_at < timestamp '2026-04-06' and event = `

const byHand = {
  retention: `with starters as (select person, min(happened_at) as since from (${persons} 'signed up') group by person),
    ripe as (select person, since, since::date + 7 as back_on from starters
      where since >= timestamp '2026-01-05' and since < timestamp '2026-03-30' and since::date + 8 <= date '2026-04-06')
    select date_trunc('week', since) as week, count(*) as people, count(*) filter (where person in (
        select r.person from (${persons} 'opened a job') b join ripe r on r.person = b.person and b.happened_at::date = r.back_on)) as came
    from ripe group by week order by week`,
  conversion: `with firsts as (select date_trunc('week', happened_at) as week, person, min(happened_at) as since
      from (${persons} 'opened a job') where happened_at >= timestamp '2026-01-05' and happened_at < timestamp '2026-03-30' group by all),
    converted as (select distinct f.week, f.person from firsts f join (${persons} 'sent an invoice') n
      on n.person = f.person and n.happened_at >= f.since and n.happened_at <= f.since + interval 3 day)
    select f.week, count(*) as people, count(c.person) as came from firsts f left join converted c using (week, person)
    where f.since + interval 3 day < timestamp '2026-04-06' group by f.week order by f.week`,
}

async function openByHand(file: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(file, settings)
  return instance.connect()
}

async function makeFiles(folder: string) {
  mkdirSync(path.join(folder, 'warehouse'))
  const file = path.join(folder, 'warehouse', 'events.duckdb')
  const instance = await DuckDBInstance.create(file, settings)
  const connection = await instance.connect()
  await connection.run(schema)
  await connection.run(generate)
  connection.closeSync()
  instance.closeSync()
  copyFileSync(file, path.join(folder, 'by-hand.duckdb'))
}

async function timed<T>(work: () => Promise<T>) {
  const began = performance.now()
  const answer = await work()
  return { answer, took: performance.now() - began }
}

function check(points: Point[], rows: Record<string, unknown>[]) {
  const ours = points.map(({ at, people, value }) => [at.getTime(), people, Math.round(people * (value ?? 0))].join(' '))
  const theirs = rows.map(({ week, people, came }) => [(week as Date).getTime(), Number(people), Number(came)].join(' '))
  if (ours.join('\n') !== theirs.join('\n')) throw new Error(`The metric and the SQL differ:\n${ours.join('\n')}\n\n${theirs.join('\n')}`)
}

async function compare(warehouse: Warehouse, connection: DuckDBConnection, metric: MetricDefinition): Promise<BenchRow> {
  const sql = byHand[metric.kind as keyof typeof byHand]
  const times: { product: number; hand: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const product = await timed(() => warehouse.series('bench', metric, period))
    const hand = await timed(async () => (await connection.runAndReadAll(sql)).getRowObjectsJS())
    check(product.answer, hand.answer)
    times.push({ product: product.took, hand: hand.took })
  }
  // The first round reads the files.
  const counted = times.slice(1)
  const shown = (milliseconds: number) => `${(milliseconds / 1_000).toFixed(2)} s`
  return {
    what: `${metric.kind} by week over ${EVENTS.toLocaleString('en')} events`,
    measured: shown(median(counted.map(({ product }) => product))),
    against: `${shown(median(counted.map(({ hand }) => hand)))} of SQL by hand`,
    ...atMost(1.25, median(counted.map(({ product, hand }) => product / hand))),
  }
}

export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-metrics-'))
  await makeFiles(folder)
  const warehouse = await openWarehouse(path.join(folder, 'warehouse'))
  const connection = await openByHand(path.join(folder, 'by-hand.duckdb'))
  try {
    return [await compare(warehouse, connection, retention), await compare(warehouse, connection, conversion)]
  } finally {
    connection.closeSync()
    await warehouse.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await report(run)
