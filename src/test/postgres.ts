import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { asApp } from '#db/as-app.ts'
import { startEmbeddedPostgres } from '#db/embedded-postgres.ts'
import { migrate } from '#db/migrate.ts'

type TestPostgres = { server: pg.ClientConfig; template: string }

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres
  }
}

/** One Postgres for the whole run: the embedded one, or the one TEST_DATABASE_URL names. */
export async function setup(project: TestProject) {
  const { server, stop } = await startServer()
  const template = newName()
  await runOnServer(server, `create database ${template}`)
  await migrate(databaseOn(server, template))
  project.provide('postgres', { server, template })
  return async () => {
    await runOnServer(server, `drop database ${template} with (force)`)
    await stop()
  }
}

async function startServer() {
  const external = process.env.TEST_DATABASE_URL
  if (external) return { server: { connectionString: external } satisfies pg.ClientConfig, stop: async () => {} }
  const folder = mkdtempSync(join(fastFolder(), 'tricorn-test-'))
  const postgres = await startEmbeddedPostgres(folder, { durable: false })
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { server: postgres.connection satisfies pg.ClientConfig, stop }
}

/** In memory a copy takes 15 ms instead of 75, but containers often have only 64 MB there. */
function fastFolder() {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 4e9 ? memory : tmpdir()
}

export type FreshDatabase = { owner: pg.PoolConfig; app: pg.PoolConfig; drop: () => Promise<void> }

/** An empty, migrated database of one's own, copied from the template in milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { server, template } = inject('postgres')
  const name = newName()
  await runOnServer(server, `create database ${name} template ${template} strategy file_copy`)
  const owner = databaseOn(server, name)
  return { owner, app: asApp(owner), drop: () => runOnServer(server, `drop database if exists ${name} with (force)`) }
}

const newName = () => `test_${randomUUID().replaceAll('-', '')}`

async function runOnServer(server: pg.ClientConfig, statement: string) {
  const client = new pg.Client(server)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function databaseOn(server: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!server.connectionString) return { ...server, database }
  const url = new URL(server.connectionString)
  url.pathname = database
  return { connectionString: url.href }
}
