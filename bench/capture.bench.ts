import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance, DuckDBTimestampValue } from '@duckdb/node-api'
import { schema } from '#warehouse/schema.ts'
import { atLeast, type BenchRow, median, report } from './bench-row.ts'

const BATCH = 1_000
const BATCHES = 60
const ROUNDS = 5
const CONNECTIONS = 16
const KEY = 'bench-key'

type Sent = { uuid: string; event: string; distinct_id: string; timestamp: string; properties: object }

// Not random on purpose: the same events in every run.
function makeEvent(round: number, batch: number, index: number): Sent {
  const serial = (round * BATCHES + batch) * BATCH + index
  return {
    uuid: `01900000-0000-7000-8000-${serial.toString(16).padStart(12, '0')}`,
    event: `event ${serial % 12}`,
    distinct_id: `person-${(serial * 7_919) % 20_011}`,
    timestamp: new Date(Date.now() - (serial % 60_000)).toISOString(),
    properties: {
      $lib: 'posthog-node',
      $lib_version: '5.70.0',
      plan: serial % 3 ? 'team' : 'free',
      amount: serial % 997,
      path: `/jobs/${serial % 4_999}`,
    },
  }
}

const makeBatches = (round: number) =>
  Array.from({ length: BATCHES }, (_, batch) => Array.from({ length: BATCH }, (_, index) => makeEvent(round, batch, index)))

const seconds = (since: number) => (performance.now() - since) / 1_000
const rate = (took: number) => Math.round((BATCH * BATCHES) / took)

/** DuckDB's appender called directly, each batch on disk before the next. */
async function openDirect(folder: string) {
  const settings = { threads: String(Math.min(4, availableParallelism())), memory_limit: '512MB' }
  const connection = await (await DuckDBInstance.create(path.join(folder, 'direct.duckdb'), settings)).connect()
  await connection.run(schema)
  await connection.run('checkpoint')
  const time = (iso: string) => new DuckDBTimestampValue(BigInt(Date.parse(iso)) * 1_000n)

  async function appendBatch(batch: { sent: Sent; id: bigint; person: bigint; properties: string }[]) {
    const appender = await connection.createAppender('events')
    const received = new DuckDBTimestampValue(BigInt(Date.now()) * 1_000n)
    for (const { sent, id, person, properties } of batch) {
      appender.appendInteger(1)
      appender.appendBigInt(id)
      appender.appendVarchar(sent.event)
      appender.appendVarchar(sent.distinct_id)
      appender.appendBigInt(person)
      appender.appendTimestamp(time(sent.timestamp))
      appender.appendTimestamp(received)
      appender.appendVarchar(properties)
      appender.appendNull()
      appender.endRow()
    }
    appender.closeSync()
  }
  return async (round: number) => {
    const ready = makeBatches(round).map((batch) =>
      batch.map((sent, index) => ({
        sent,
        id: BigInt(round * 1e6 + index),
        person: BigInt(index),
        properties: JSON.stringify(sent.properties),
      })),
    )
    const began = performance.now()
    for (const batch of ready) await appendBatch(batch)
    return seconds(began)
  }
}

function post(agent: Agent, port: number, body: Buffer) {
  return new Promise<void>((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length }
    const sent = request({ port, host: '127.0.0.1', path: '/batch/', method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`Answered ${response.statusCode}`))))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function openHttp(folder: string) {
  const server = fork(new URL('./capture-server.ts', import.meta.url), [path.join(folder, 'warehouse'), KEY])
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

  async function send(round: number) {
    const bodies = makeBatches(round).map((batch) => Buffer.from(JSON.stringify({ api_key: KEY, batch })))
    const began = performance.now()
    await Promise.all(bodies.map((body) => post(agent, port, body)))
    return seconds(began)
  }
  async function close() {
    server.send('close')
    const [{ stored }] = (await once(server, 'message')) as [{ stored: number }]
    agent.destroy()
    return stored
  }
  return { send, close }
}

export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tricorn-capture-'))
  const direct = await openDirect(folder)
  const http = await openHttp(folder)
  const times: { direct: number; http: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) times.push({ direct: await direct(round), http: await http.send(round) })
  // The first round warms up.
  const counted = times.slice(1)
  const stored = await http.close()
  rmSync(folder, { recursive: true, force: true })
  if (stored !== (ROUNDS + 1) * BATCHES * BATCH) throw new Error(`Acknowledged and stored differ: ${stored}`)
  const ratio = median(counted.map((time) => time.direct / time.http))
  return [
    {
      what: 'batches of 1,000 events over HTTP, acknowledged when durable',
      measured: `${rate(median(counted.map((time) => time.http)))} events/s`,
      against: `${rate(median(counted.map((time) => time.direct)))} events/s of DuckDB’s appender`,
      ...atLeast(0.5, ratio),
    },
  ]
}

if (import.meta.main) await report(run)
