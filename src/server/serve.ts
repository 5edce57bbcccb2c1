import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { sql } from 'kysely'
import type pg from 'pg'
import { pino } from 'pino'
import { connectTo, openPool } from '#db/connect.ts'
import type { Warehouse } from '#warehouse/events.ts'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { readProxies, tellAddress } from './auth/client-address.ts'
import { createBackupDoor } from './backup/backup-door.ts'
import { createCapture } from './capture/capture.ts'
import { openComputing } from './computing/computing.ts'
import { startJobs } from './jobs/jobs.ts'
import { keepStarting } from './jobs/keep-starting.ts'
import { jobWork } from './jobs/work.ts'
import { Journal } from './journal.ts'
import { readAddress } from './learn/address.ts'
import { readRecordStore } from './learn/statements/record-store.ts'
import { createMailer } from './mail/mailer.ts'
import type { Services } from './services.ts'
import { serveWebClient } from './web-client.ts'

export type ServeOptions = {
  owner: pg.PoolConfig
  app: pg.PoolConfig
  warehouse: Warehouse
  folder: string
  secret: string
  host: string
  port: number
  webFolder: string
  environment?: NodeJS.ProcessEnv
}

export type Serving = { url: string; port: number; services: Services; stop: () => Promise<void> }

/** Starts answering. What is not needed for the first answer (the job queue) starts behind it. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const environment = options.environment ?? process.env
  const log = pino({ level: environment.LOG_LEVEL ?? 'info' })
  const pool = openPool({ ...options.app, max: 16 })
  const db = connectTo(pool)
  const mailer = createMailer({ smtpUrl: environment.SMTP_URL, from: environment.MAIL_FROM, log })
  const journal = new Journal({ db, log }, options.app)
  const answering = Promise.withResolvers<void>()
  const jobs = keepStarting(() => answering.promise.then(() => startJobs({ owner: options.owner, work: jobWork(services), log })), { log })
  const computing = openComputing()
  const services: Services = {
    db,
    pool,
    warehouse: options.warehouse,
    auth: createAuth({ db, secret: options.secret, mailer }),
    journal,
    jobs,
    compute: computing.compute,
    mailer,
    log,
    now: () => new Date(),
    folder: options.folder,
    address: readAddress(environment.TRICORN_URL),
    recordStore: readRecordStore(environment),
  }
  const server = createHttpServer(services, options)
  const port = await listen(server, options)
  await journal.start()
  answering.resolve()

  const stop = async () => {
    server.close()
    server.closeAllConnections()
    await journal.stop()
    await jobs.stop()
    await computing.stop()
    await db.destroy()
  }
  return { url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`, port, services, stop }
}

function createHttpServer(services: Services, { webFolder, owner, secret, environment = process.env }: ServeOptions) {
  const proxies = readProxies(environment.TRUST_PROXY)
  const capture = createCapture({ warehouse: services.warehouse, workspaceOfKey: (key) => workspaceOfKey(services, key) })
  const giveBackup = createBackupDoor({ ...services, owner }, secret)
  const web = serveWebClient(webFolder)
  const app = getRequestListener(createApp(services).fetch)
  return createServer(async (request, response) => {
    tellAddress(request, proxies)
    if (await capture(request, response)) return
    if (await giveBackup(request, response)) return
    if (await web(request, response)) return
    await app(request, response)
  })
}

async function workspaceOfKey({ db }: Services, key: string) {
  const { rows } = await sql<{ workspaceId: string | null }>`select workspace_by_capture_key(${key}) as workspace_id`.execute(db)
  return rows[0]?.workspaceId ?? undefined
}

function listen(server: Server, { host, port }: ServeOptions) {
  return new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as { port: number }).port))
  })
}
