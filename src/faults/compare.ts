import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { ask, type Door, type Ledger } from './customers.ts'

/** What is wrong with what Tricorn has, in sentences. `sent` is the ledger as it was before Tricorn was asked. */
export async function compare(door: Door, sent: Ledger, isFinal = false): Promise<string[]> {
  return complain(sent, await countStored(door), isFinal)
}

/** Rows of an import are there when it has finished, not when it was accepted: only at the end are they missed. */
export function complain(sent: Ledger, stored: Map<string, number>, isFinal: boolean): string[] {
  const due = [...sent].filter(([name, acknowledged]) => acknowledged && (isFinal || !name.startsWith('row '))).map(([name]) => name)
  const lost = due.filter((name) => !stored.has(name))
  const twice = [...stored].filter(([, count]) => count > 1).map(([name]) => name)
  return [...named('lost', lost), ...named('there twice', twice)]
}

const named = (what: string, names: string[]) => (names.length > 0 ? [`${names.length} ${what}: ${names.slice(0, 5).join(', ')}`] : [])

type ExportLine = { type: string; text?: string; properties?: { name?: string } }

async function countStored({ url, headers }: Door) {
  const response = await fetch(`${url}/api/v1/export`, { headers })
  if (!response.ok || !response.body) throw new Error(`The export answered ${response.status}: ${await response.text()}`)
  const counts = new Map<string, number>()
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
  for await (const text of createInterface({ input: body })) {
    const line = JSON.parse(text) as ExportLine
    const name = line.type === 'feedback' ? line.text : line.type === 'warehouse-event' ? line.properties?.name : undefined
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** A failed import counts as running: its job is tried again. */
export async function isFinished(door: Door, importId: string) {
  const { state } = (await ask(door, `/api/v1/imports/${importId}`, { method: 'GET' })) as { state: string }
  return state === 'finished'
}
