import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { read } from '#client/api.ts'
import { channels } from '#domain/customer/channels.ts'
import { fieldsOf, type ImportKind, importKinds } from '#domain/import/fields.ts'
import type { RejectedGroup } from '#domain/import/rejected-groups.ts'
import { NotAccepted } from '#domain/problems.ts'
import { Misused, oneOf, readArguments } from './arguments.ts'
import type { Connection, Terminal } from './connection.ts'
import { saveAnswer, whyOf } from './files.ts'
import { mappingFrom } from './import-mapping.ts'
import { describePreview, describeReport, type ShownImport, type Uploaded } from './import-report.ts'
import { asJson, table } from './output.ts'

const options = {
  kind: { type: 'string' },
  map: { type: 'string', multiple: true },
  'date-order': { type: 'string' },
  decimal: { type: 'string' },
  channel: { type: 'string' },
  'undated-day': { type: 'string' },
  event: { type: 'string' },
  source: { type: 'string' },
  rejected: { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
} as const

/** Uploads a file, shows what would become of it, and imports it once somebody says yes. */
export async function importFile(connection: Connection, terminal: Terminal, args: string[]) {
  const { values, positionals } = readArguments(args, options)
  const [file] = positionals
  if (!file) throw new Misused('Name a file: tricorn import reviews.csv')
  const uploaded = await upload(connection, file, oneOf('kind', importKinds, values.kind))
  const ready = await correct(connection, uploaded, mappingFrom(values, uploaded, { channels, fields: fieldsOf[uploaded.mapping.kind] }))
  terminal.tell(describePreview(ready))
  const question = `Import ${ready.preview.goodRows.toLocaleString('en')} of ${ready.preview.rows.toLocaleString('en')} rows?`
  if (ready.preview.problems.length > 0 || !(values.yes || (await terminal.ask(question)))) return discard(connection, terminal, ready)
  const finished = await runToEnd(connection, terminal, ready.id)
  const { groups } = (await read(connection.api.imports[':id'].rejections.$get({ param: { id: finished.id } }))) as {
    groups: RejectedGroup[]
  }
  terminal.print(values.json ? asJson({ ...finished, rejections: groups }) : describeReport(finished, groups))
  if (values.rejected) await saveRejected(connection, finished, values.rejected)
  if (finished.state === 'failed') throw new NotAccepted(finished.problem ?? 'The import failed.')
}

async function upload({ send }: Connection, file: string, kind: ImportKind | undefined): Promise<Uploaded> {
  const bytes = await readFile(file).catch((error) => {
    throw new NotAccepted(`${file} cannot be read: ${whyOf(error)}.`)
  })
  const query = new URLSearchParams({ name: path.basename(file), ...(kind ? { kind } : {}) })
  const response = await send(`/imports?${query}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  })
  return (await response.json()) as Uploaded
}

async function correct({ api }: Connection, uploaded: Uploaded, mapping: ReturnType<typeof mappingFrom>): Promise<Uploaded> {
  if (Object.keys(mapping).length === 0) return uploaded
  return read(api.imports[':id'].$patch({ param: { id: uploaded.id }, json: { mapping } })) as Promise<Uploaded>
}

async function discard({ api }: Connection, { tell }: Terminal, { id, preview }: Uploaded) {
  await read(api.imports[':id'].$delete({ param: { id } }))
  if (preview.problems.length > 0) throw new NotAccepted(`${preview.problems.join(' ')} Use --map FIELD=COLUMN.`)
  tell('Nothing was imported. Add --yes to import.')
}

const pause = 300

async function runToEnd({ api }: Connection, { tell }: Terminal, id: string): Promise<ShownImport> {
  let now = (await read(api.imports[':id'].start.$post({ param: { id } }))) as ShownImport
  for (let said = -1; now.state === 'running'; ) {
    if (now.done !== said && now.done > 0)
      tell(
        `${now.done.toLocaleString('en')} of ${now.total.toLocaleString('en')} rows${now.secondsLeft ? `, about ${now.secondsLeft} s left` : ''}`,
      )
    said = now.done
    await wait(pause)
    now = (await read(api.imports[':id'].$get({ param: { id } }))) as ShownImport
  }
  return now
}

async function saveRejected({ send }: Connection, { id }: ShownImport, file: string) {
  const response = await send(`/imports/${id}/rejections.csv`)
  await saveAnswer(response, file)
}

export async function listImports({ api }: Connection, { print }: Terminal, args: string[]) {
  const { values } = readArguments(args, { json: { type: 'boolean' } })
  const { rows } = (await read(api.imports.$get())) as { rows: ShownImport[] }
  if (values.json) return print(asJson(rows))
  print(
    table(
      ['Id', 'When', 'File', 'State', 'Imported', 'Left out', 'Rejected', 'There before'],
      rows.map((row) => [
        row.id,
        row.createdAt.slice(0, 16),
        row.fileName,
        row.state,
        row.imported,
        row.silent,
        row.rejected - row.silent,
        row.alreadyThere,
      ]),
    ),
  )
}

export async function undoImport({ api }: Connection, { print }: Terminal, args: string[]) {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' } })
  const [id] = positionals
  if (!id) throw new Misused('Name the import: tricorn imports list shows their ids.')
  const undone = await read(api.imports[':id'].$delete({ param: { id } }))
  const kept = undone.archived > 0 ? `, ${undone.archived.toLocaleString('en')} that somebody had worked on archived` : ''
  print(values.json ? asJson(undone) : `Undone: ${undone.removed.toLocaleString('en')} records removed${kept}.`)
}
