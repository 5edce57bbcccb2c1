/** Compares the product's metrics with plain SQL over the CDNOW purchase file: `node bench/cdnow.ts cdnow_master.txt`. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { MetricDefinition, RetentionMetric } from '#domain/business/metric.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'
import type { NewEvent, Warehouse } from '#warehouse/events.ts'

const WORKSPACE = 'cdnow'
const period = { from: new Date('1997-01-01'), to: new Date('1998-07-01'), asOf: new Date('1998-07-01') }
const COHORT_WEEKS = 12
const purchase = { event: 'purchase' }

function readPurchases(file: string): NewEvent[] {
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)
  return lines.map((line, index) => {
    const [customer = '', date = '', cds, dollars] = line.trim().split(/\s+/)
    const at = new Date(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`)
    return { id: `line ${index}`, event: 'purchase', distinctId: customer, at, properties: { cds: Number(cds), amount: Number(dollars) } }
  })
}

async function plainSql(file: string) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`create table purchases as
    select fields[1] as customer, strptime(fields[2], '%Y%m%d')::date as day, fields[4]::decimal(18, 2) as dollars from (
      select regexp_split_to_array(trim(line), '\\s+') as fields
      from (select unnest(string_split(trim(content, chr(10) || chr(13)), chr(10))) as line from read_text('${file.replaceAll("'", "''")}')) l
      where regexp_matches(line, '^\\s*[0-9]'))`)
  await connection.run('create table starts as select customer, min(day) as first_day from purchases group by customer')
  return async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson() as (string | number)[][]
}

async function metricAnswers(warehouse: Warehouse) {
  const revenue = MetricDefinition.parse({ kind: 'revenue', of: purchase, property: 'amount', granularity: 'month' })
  const repeat = (day: number) =>
    RetentionMetric.parse({ kind: 'retention', start: purchase, back: purchase, day, counting: 'within', granularity: 'month' })
  const total = await warehouse.total(WORKSPACE, revenue, period)
  const months = await warehouse.series(WORKSPACE, revenue, period)
  const repeats = await Promise.all([30, 90].map((day) => warehouse.total(WORKSPACE, repeat(day), period)))
  const cohorts = await warehouse.retentionTable(WORKSPACE, repeat(30), period, COHORT_WEEKS)
  return {
    'revenue, people': [[total.value!.toFixed(2), total.people]],
    'revenue and people by month': months.map(({ at, value, people }) => [at.toISOString().slice(0, 7), value!.toFixed(2), people]),
    'came back within 30 and 90 days': repeats.map(({ value, people }) => [Math.round(value! * people), people]),
    'people of a weekly cohort who came back, week by week': cohorts
      .filter(({ people }) => people > 0)
      .map(({ at, people, returned }) => [at.toISOString().slice(0, 10), people, ...returned.slice(1).map(Number)]),
  }
}

const repeatSql = (days: number) => `select count(*) filter (where exists (select 1 from purchases p where p.customer = s.customer
    and p.day > s.first_day and p.day <= s.first_day + ${days})), count(*) from starts s where s.first_day + ${days + 1} <= date '1998-07-01'`

const cohortSql = `select strftime(date_trunc('week', first_day), '%Y-%m-%d') as cohort, count(distinct s.customer), ${Array.from(
  { length: COHORT_WEEKS - 1 },
  (_, week) => `count(distinct s.customer) filter (where p.day > s.first_day
    and date_trunc('week', p.day) = date_trunc('week', s.first_day) + interval ${week + 1} week)`,
).join(', ')} from starts s join purchases p on p.customer = s.customer group by cohort order by cohort`

async function sqlAnswers(query: Awaited<ReturnType<typeof plainSql>>) {
  return {
    'revenue, people': await query('select sum(dollars)::varchar, count(distinct customer) from purchases'),
    'revenue and people by month': await query(
      `select strftime(day, '%Y-%m') as month, sum(dollars)::varchar, count(distinct customer) from purchases group by month order by month`,
    ),
    'came back within 30 and 90 days': [...(await query(repeatSql(30))), ...(await query(repeatSql(90)))],
    'people of a weekly cohort who came back, week by week': await query(cohortSql),
  }
}

function compare(metrics: Record<string, unknown[][]>, plain: Record<string, unknown[][]>) {
  for (const [question, rows] of Object.entries(metrics)) {
    const [ours, theirs] = [rows, plain[question]!].map((answer) => answer.map((row) => row.join('  ')))
    const equal = ours!.join('\n') === theirs!.join('\n')
    console.log(`\n${equal ? '✓' : '✗'} ${question}`)
    for (const [index, row] of ours!.entries()) console.log(`  metric ${row}\n  SQL    ${theirs![index]}`)
    if (!equal) process.exitCode = 1
  }
}

const file = process.argv[2]
if (!file) throw new Error('Name the file: node bench/cdnow.ts cdnow_master.txt')
const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-cdnow-'))
const warehouse = await openWarehouse(folder)
const purchases = readPurchases(file)
for (let start = 0; start < purchases.length; start += 10_000) await warehouse.append(WORKSPACE, purchases.slice(start, start + 10_000))
compare(await metricAnswers(warehouse), await sqlAnswers(await plainSql(file)))
await warehouse.close()
rmSync(folder, { recursive: true, force: true })
