import type { z } from 'zod'
import { checkSaidAt } from '#domain/customer/feedback.ts'
import { noonOf } from '#domain/dates.ts'
import { decodeText } from '#domain/import/encoding.ts'
import type { ImportKind } from '#domain/import/fields.ts'
import { refuseChange, refuseStart } from '#domain/import/import-progress.ts'
import { changeLayout, type LayoutChange } from '#domain/import/layout.ts'
import { changeMapping, type MappingChange, problemsOfMapping } from '#domain/import/mapping.ts'
import { NotAccepted } from '#domain/problems.ts'
import { record } from '../activity.ts'
import type { Scope } from '../scope.ts'
import { addImport, changeImport, findImport, type Import, newImportId, removeImport, shownImport } from './imports.ts'
import { previewImport } from './preview.ts'
import { proposeFor, recogniseFile, type Upload } from './recognise.ts'
import { undoImport } from './undo-import.ts'
import { forgetUpload, keepUpload, readUpload } from './uploads.ts'

/** Keeps an uploaded file and tells what it holds. */
export async function takeUpload(scope: Scope, upload: Upload, kind?: ImportKind) {
  const { text, file, mapping } = await recogniseFile(upload, kind)
  const id = newImportId()
  const createdAt = scope.now()
  const preview = await previewImport(scope, text, { layout: file, mapping, createdAt })
  const added = await addImport(scope, { id, fileName: upload.fileName, layout: file, mapping, total: preview.rows })
  await keepUpload(scope.services, { workspaceId: scope.workspaceId, id }, upload.bytes)
  return { ...shownImport(scope, added), preview }
}

export async function previewOf(scope: Scope, row: Import) {
  return previewImport(scope, await textOf(scope, row), row)
}

async function textOf({ services, workspaceId }: Scope, { id }: Import) {
  return decodeText(await readUpload(services, { workspaceId, id })).text
}

type Change = {
  kind?: ImportKind | undefined
  layout?: z.infer<typeof LayoutChange> | undefined
  mapping?: z.infer<typeof MappingChange> | undefined
}

/** Another layout or kind makes a new proposal; a change of the mapping is laid over it. */
export async function changeRecognised(scope: Scope, id: string, change: Change) {
  const row = await findImport(scope, id, { locked: true })
  refuseChange(row)
  const text = await textOf(scope, row)
  if (change.mapping?.undatedDay) checkSaidAt(noonOf(change.mapping.undatedDay), scope.now())
  const proposed = change.layout || change.kind ? await proposeAgain(text, row, change) : { file: row.layout, mapping: row.mapping }
  const mapping = change.mapping ? changeMapping(proposed.mapping, change.mapping) : proposed.mapping
  const preview = await previewImport(scope, text, { ...row, layout: proposed.file, mapping })
  const changed = await changeImport(scope, id, { layout: proposed.file, mapping, total: preview.rows })
  return { ...shownImport(scope, changed), preview }
}

function proposeAgain(text: string, row: Import, { layout, kind }: Change) {
  const changed = layout ? changeLayout(text, row.layout.layout, layout) : row.layout.layout
  return proposeFor(text, { ...row.layout, layout: changed, fileName: row.fileName }, kind ?? (layout ? undefined : row.mapping.kind))
}

/** Queues the import; the job and the state commit together. */
export async function startImport(scope: Scope, id: string) {
  const row = await findImport(scope, id, { locked: true })
  refuseStart(row)
  const problems = problemsOfMapping(row.mapping, row.layout.layout.columns)
  if (problems.length > 0)
    throw new NotAccepted(
      problems.join(' '),
      problems.map((message) => ({ path: 'mapping', message })),
    )
  const started = await changeImport(scope, id, { state: 'running', problem: null })
  await record(scope, { what: 'import.started', kind: 'import', record: { id, title: row.fileName } as { id: string }, importId: id })
  await scope.services.jobs.send(scope, 'run-import', { workspaceId: scope.workspaceId, memberId: scope.member.id, importId: id })
  return started
}

export async function discardOrUndo(scope: Scope, id: string) {
  const row = await findImport(scope, id, { locked: true })
  if (row.state !== 'preview') {
    const { import: undone, ...counts } = await undoImport(scope, id)
    return { ...shownImport(scope, undone), ...counts }
  }
  await removeImport(scope, id)
  await forgetUpload(scope.services, { workspaceId: scope.workspaceId, id })
  return { ...shownImport(scope, row), removed: 0, archived: 0, kept: 0, putBack: 0 }
}
