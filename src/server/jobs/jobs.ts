import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import type { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Scope } from '../scope.ts'

/** What a job of each name is given. One line a job. */
export type JobFacts = {
  'run-import': { workspaceId: string; memberId: string; importId: string }
  'check-verdicts': Record<string, never>
  'forget-idempotency-keys': Record<string, never>
  'send-statements': Record<string, never>
  /** `memberId` for one learner alone, `kind` for what changed; null means everybody, or everything. */
  'check-practice': { workspaceId: string; memberId: string | null; kind: string | null }
}
export type JobName = keyof JobFacts
export type JobWork = { [Name in JobName]?: (facts: JobFacts[Name]) => Promise<void> }

export type Jobs = {
  /** Queues a job in the scope's transaction: it exists only if that commits. */
  send: <Name extends JobName>(scope: Pick<Scope, 'db'>, name: Name, facts: JobFacts[Name]) => Promise<void>
  stop: () => Promise<void>
}

const schedules: Partial<Record<JobName, string>> = {
  'check-verdicts': '*/15 * * * *',
  'forget-idempotency-keys': '17 3 * * *',
  'send-statements': '* * * * *',
}

/** How many jobs are taken at once; equal ones among them are done once. */
const batchSizes: Partial<Record<JobName, number>> = { 'check-practice': 100 }

/** Jobs live in the same Postgres and survive restarts. `owner` may create the queue's own tables. */
export async function startJobs({ owner, work, log }: { owner: pg.PoolConfig; work: JobWork; log: Logger }): Promise<Jobs> {
  const { PgBoss } = await import('pg-boss')
  const boss = new PgBoss({ ...(owner as object), max: 2 } as ConstructorParameters<typeof PgBoss>[0] & object)
  boss.on('error', (error) => log.error({ err: error }, 'a job queue error'))
  await boss.start()
  for (const [name, run] of Object.entries(work) as [JobName, (facts: never) => Promise<void>][]) {
    // A job whose process was killed is taken up again once its heartbeat has been missing this long.
    await boss.createQueue(name, { retryLimit: 5, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 10 })
    const options = { pollingIntervalSeconds: 1, batchSize: batchSizes[name] ?? 1 }
    await boss.work(name, options, async (jobs) => {
      for (const facts of distinct(jobs.map(({ data }) => data))) await run(facts as never)
    })
    if (schedules[name]) await boss.schedule(name, schedules[name])
  }
  if (work['run-import']) await takeUpImports(boss)
  await boss.getDb().executeSql('grant usage on schema pgboss to tricorn_app')
  await boss.getDb().executeSql('grant select, insert, update, delete on all tables in schema pgboss to tricorn_app')
  return {
    send: async ({ db }, name, facts) => {
      const executeSql = (text: string, values?: unknown[]) => db.executeQuery<never>(CompiledQuery.raw(text, values ?? []))
      await boss.send(name, facts, { db: { executeSql } as never })
    },
    stop: () => boss.stop({ graceful: true, timeout: 2_000 }),
  }
}

const distinct = (all: readonly unknown[]) => new Map(all.map((facts) => [JSON.stringify(facts), facts])).values()

/**
 * What a killed process was importing goes on at once rather than when its heartbeat is missed. Should another process still be at it, the one
 * that is behind notices with its next batch and stops; the job that is left over finds nothing to do.
 */
async function takeUpImports(boss: PgBoss) {
  const { rows } = (await boss.getDb().executeSql(`select workspace_id as "workspaceId", created_by as "memberId", id as "importId"
    from imports where state = 'running' and not exists
    (select from pgboss.job where name = 'run-import' and state < 'active' and data->>'importId' = imports.id::text)`)) as {
    rows: JobFacts['run-import'][]
  }
  for (const facts of rows) await boss.send('run-import', facts)
}

/** Jobs kept in this process, run when asked: for tests and for one-off commands. */
export function jobsInProcess(work: JobWork): Jobs & { drain: () => Promise<void> } {
  const waiting: (() => Promise<void>)[] = []
  return {
    send: async (_scope, name, facts) => {
      const run = work[name] as ((facts: unknown) => Promise<void>) | undefined
      if (run) waiting.push(() => run(facts))
    },
    drain: async () => {
      for (let run = waiting.shift(); run; run = waiting.shift()) await run()
    },
    stop: async () => {},
  }
}
