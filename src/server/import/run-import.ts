import { type CheckedRow, rowChecker } from '#domain/import/check-rows.ts'
import { isSilent } from '#domain/import/nothing-said.ts'
import type { Rejection, Row } from '#domain/import/row.ts'
import { record } from '../activity.ts'
import { inWorkspace } from '../enter.ts'
import type { JobFacts } from '../jobs/jobs.ts'
import type { Scope } from '../scope.ts'
import type { Services } from '../services.ts'
import { changeImport, findImport, type Import } from './imports.ts'
import { readRows } from './read-rows.ts'
import { readText } from './recognise.ts'
import { forgetUpload, readUpload } from './uploads.ts'
import { writeBatch } from './write-batch.ts'

const rowsAtOnce = 1_000

type Facts = JobFacts['run-import']

/**
 * Imports row after row in batches. A batch and the count of rows done commit together, so whatever kills the process,
 * the next run goes on with the first row that is not there yet.
 */
export async function runImport(services: Services, facts: Facts) {
  const inScope = <T>(work: (scope: Scope) => Promise<T>) =>
    inWorkspace(services, { workspaceId: facts.workspaceId, memberId: facts.memberId, origin: 'import' }, work)
  try {
    const begun = await inScope((scope) => begin(scope, facts.importId))
    if (!begun) return
    const finished = await importRows(services, begun, inScope)
    if (!finished) return
    await inScope((scope) => finish(scope, facts.importId))
    await forgetUpload(services, { workspaceId: facts.workspaceId, id: facts.importId })
  } catch (error) {
    services.log.error({ err: error, importId: facts.importId }, 'an import stopped')
    await inScope((scope) => fail(scope, facts.importId))
    throw error
  }
}

type InScope = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>

/** Undone or finished in the meantime: nothing to do. */
async function begin(scope: Scope, id: string) {
  const row = await findImport(scope, id, { locked: true })
  if (row.state !== 'running' && row.state !== 'failed') return null
  const now = scope.now()
  const run = { runStartedAt: now, doneBefore: row.done, startedAt: row.startedAt ?? now }
  const begun = await changeImport(scope, id, { state: 'running', problem: null, ...run })
  return { row: begun, workspaceId: scope.workspaceId, currency: scope.workspace.currency, resumed: row.startedAt !== null }
}

type Begun = NonNullable<Awaited<ReturnType<typeof begin>>>

async function importRows(services: Services, { row, workspaceId, currency, resumed }: Begun, inScope: InScope) {
  const { layout, fingerprint } = row.layout
  const { text } = readText({ bytes: await readUpload(services, { workspaceId: workspaceId, id: row.id }) })
  const check = rowChecker({ mapping: row.mapping, columns: layout.columns, fingerprint, currency, now: row.createdAt })
  let done = 0
  let first = resumed
  for await (const batch of inBatches(readRows(text, layout))) {
    const checked = batch.map(check)
    const from = done
    done += batch.length
    if (done <= row.done) continue
    const missing = checked.slice(Math.max(row.done - from, 0))
    if (!(await inScope((scope) => importBatch(scope, row.id, { checked: missing, done, first })))) return false
    first = false
  }
  return true
}

async function* inBatches(rows: AsyncIterable<Row>) {
  let batch: Row[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < rowsAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

type Batch = {
  checked: CheckedRow[]
  done: number /** The first after a restart: it may have reached the warehouse before. */
  first: boolean
}

/** False when the import was undone in the meantime, or another process is ahead. */
async function importBatch(scope: Scope, id: string, { checked, done, first }: Batch) {
  const row = await findImport(scope, id, { locked: true })
  if (row.state !== 'running' || row.done !== done - checked.length) return false
  const written = await writeBatch(scope, row, checked)
  const again = first && row.mapping.kind === 'events' ? written.alreadyThere : 0
  const rejections = [...checked.map(({ rejection }) => rejection).filter((rejection) => rejection !== undefined), ...written.refused]
  await addRejections(scope, id, rejections)
  await changeImport(scope, id, {
    done,
    imported: row.imported + written.imported + again,
    undated: row.undated + written.undated,
    alreadyThere: row.alreadyThere + written.alreadyThere - again,
    rejected: row.rejected + rejections.length,
    silent: row.silent + rejections.filter(isSilent).length,
  })
  return true
}

async function addRejections({ db, workspaceId }: Scope, importId: string, rejections: Rejection[]) {
  if (rejections.length === 0) return
  const rows = rejections.map(({ line, reason, cells }) => ({
    workspaceId,
    importId,
    line,
    reason,
    cells: JSON.stringify(cells.map(storable)),
  }))
  await db.insertInto('importRejections').values(rows).execute()
}

/** Postgres cannot hold NUL, which is why some of these rows were refused; � stands for it in the report. */
const storable = (cell: string) => cell.replaceAll('\0', '\uFFFD').toWellFormed().slice(0, 200_000)

async function finish(scope: Scope, id: string) {
  const row = await changeImport(scope, id, { state: 'finished', finishedAt: scope.now() })
  await record(scope, {
    what: 'import.finished',
    kind: 'import',
    record: shortFacts(row),
    importId: id,
    changes: {
      imported: { before: 0, after: row.imported },
      rejected: { before: 0, after: row.rejected },
      alreadyThere: { before: 0, after: row.alreadyThere },
    },
  })
}

const shortFacts = ({ id, fileName }: Import) => ({ id, title: fileName })

async function fail(scope: Scope, id: string) {
  const row = await findImport(scope, id, { locked: true })
  if (row.state === 'running')
    await changeImport(scope, id, {
      state: 'failed',
      problem: 'Something broke on our side. What is imported stays; start again to go on with the rest.',
    })
}
