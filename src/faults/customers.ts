import { setTimeout as wait } from 'node:timers/promises'

/** What was sent to Tricorn, by name: true once it has been acknowledged. */
export type Ledger = Map<string, boolean>
export type Door = { url: string; headers: Record<string, string>; captureKey: string }
/** Fails unless the server has acknowledged it. Sending it again must not count it twice. */
type Send = { names: string[]; send: () => Promise<void> }

const eventsAtOnce = 20
const rowsOfImport = 1_500

export type Customers = ReturnType<typeof startCustomers>

/** Three customers who send and, like every SDK, send again what was not acknowledged, until they are told to stop. */
export function startCustomers(door: Door) {
  const ledger: Ledger = new Map()
  const imports: string[] = []
  const told = new AbortController()
  const work = [
    keepSending(ledger, told.signal, 50, (n) => feedback(door, n)),
    keepSending(ledger, told.signal, 50, (n) => events(door, n)),
    keepSending(ledger, told.signal, 6_000, (n) => fileImport(door, n, imports)),
  ]
  const stop = async () => {
    told.abort()
    await Promise.all(work)
  }
  return { ledger, imports, stop }
}

async function keepSending(ledger: Ledger, told: AbortSignal, pause: number, make: (n: number) => Send) {
  for (let n = 1; !told.aborted; n++) {
    const { names, send } = make(n)
    for (const name of names) ledger.set(name, false)
    const acknowledged = await sendUntilAcknowledged(send, told)
    for (const name of names) ledger.set(name, acknowledged)
    await wait(pause)
  }
}

async function sendUntilAcknowledged(send: () => Promise<void>, told: AbortSignal) {
  while (!(await succeeds(send))) {
    if (told.aborted) return false
    await wait(100)
  }
  return true
}

async function succeeds(send: () => Promise<void>) {
  try {
    await send()
    return true
  } catch {
    return false
  }
}

function feedback(door: Door, n: number): Send {
  const name = `feedback ${n}`
  const send = async () => void (await ask(door, '/api/v1/feedback', { body: { text: name }, headers: { 'idempotency-key': name } }))
  return { names: [name], send }
}

function events(door: Door, n: number): Send {
  const names = Array.from({ length: eventsAtOnce }, (_, place) => `event ${n}.${place}`)
  const batch = names.map((name) => ({
    uuid: `${name} of the plug`,
    event: 'plug pulled',
    distinct_id: `person ${n % 50}`,
    properties: { name },
    timestamp: new Date().toISOString(),
  }))
  return { names, send: async () => void (await ask(door, '/batch/', { body: { api_key: door.captureKey, batch } })) }
}

/** A started import is acknowledged as a whole: its rows must be there once it has finished. */
function fileImport(door: Door, n: number, imports: string[]): Send {
  const names = Array.from({ length: rowsOfImport }, (_, place) => `row ${n}.${place}`)
  let id: string | undefined
  const send = async () => {
    id ??= (await upload(door, names)).id
    const { state } = (await ask(door, `/api/v1/imports/${id}`, { method: 'GET' })) as { state: string }
    if (state === 'preview') await ask(door, `/api/v1/imports/${id}/start`, { method: 'POST' })
    imports.push(id)
  }
  return { names, send }
}

async function upload(door: Door, names: string[]) {
  const text = `text\n${names.join('\n')}\n`
  return (await ask(door, '/api/v1/imports?name=plug.csv&kind=feedback', { text })) as { id: string }
}

type Question = { method?: string; body?: object; text?: string; headers?: Record<string, string> }

export async function ask({ url, headers }: Door, path: string, { method = 'POST', body, text, headers: more }: Question) {
  const sent = body ? JSON.stringify(body) : (text ?? null)
  const type = { 'content-type': body ? 'application/json' : 'application/octet-stream' }
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...headers, ...type, ...more },
    body: sent,
    signal: AbortSignal.timeout(20_000),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
