import { createHash } from 'node:crypto'
import { type DecodedText, decodeText, refuseForeignFormat } from '#domain/import/encoding.ts'
import type { ImportKind } from '#domain/import/fields.ts'
import { type Layout, recogniseLayout } from '#domain/import/layout.ts'
import type { Mapping } from '#domain/import/mapping.ts'
import { proposeMapping } from '#domain/import/propose-mapping.ts'
import { NotAccepted, TooLarge } from '#domain/problems.ts'
import type { FileFacts } from './imports.ts'
import { readRows } from './read-rows.ts'

const MB = 1024 * 1024
export const largestFile = 50 * MB
const sampleRows = 1_000

export type Upload = { bytes: Uint8Array; fileName: string }

export function readText({ bytes }: Pick<Upload, 'bytes'>): DecodedText {
  if (bytes.length > largestFile)
    throw new TooLarge(
      `This file has ${Math.ceil(bytes.length / MB)} MB; at most ${largestFile / MB} MB can be imported at once. Split it.`,
    )
  refuseForeignFormat(bytes)
  return decodeText(bytes)
}

/** What a file holds and what its columns could become. */
export async function recogniseFile(upload: Upload, kind?: ImportKind) {
  const { text, encoding, notes } = readText(upload)
  const layout = recogniseLayout(text)
  const facts = { layout, encoding, notes, fingerprint: fingerprintOf(upload.bytes), size: upload.bytes.length }
  return { text, ...(await proposeFor(text, { ...facts, fileName: upload.fileName }, kind)) }
}

type Recognised = Pick<FileFacts, 'layout' | 'encoding' | 'notes' | 'fingerprint' | 'size'> & { fileName: string }

/** The proposal for a file whose layout is known. */
export async function proposeFor(
  text: string,
  { fileName, ...facts }: Recognised,
  kind?: ImportKind,
): Promise<{ file: FileFacts; mapping: Mapping }> {
  const rows = await firstRows(text, facts.layout)
  const { mapping, ...why } = proposeMapping({ columns: facts.layout.columns, rows, sourceSystem: fileName }, kind)
  return { file: { ...facts, ...why }, mapping }
}

async function firstRows(text: string, layout: Layout) {
  const rows: string[][] = []
  for await (const row of readRows(text, layout)) {
    if (!row.fault) rows.push(row.cells)
    if (rows.length === sampleRows) break
  }
  if (rows.length === 0) throw new NotAccepted('This file has no rows below its header.')
  return rows
}

/** Short, because it stands in every source id of a file without ids; long enough that two files of a workspace never share it. */
const fingerprintOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)
