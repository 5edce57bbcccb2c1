import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Receipt, Warehouse } from '#warehouse/events.ts'
import { createAllowance } from './allowance.ts'
import { readJson, Unreadable } from './body.ts'
import { rememberKeys, type WorkspaceOfKey } from './capture-keys.ts'
import type { Parsed, Refusal } from './delivery.ts'
import { noFlags, parsePosthog, posthogKey } from './posthog.ts'
import { parseSegment, type SegmentType, segmentKey, segmentTypes } from './segment.ts'

type Route = { protocol: 'posthog' } | { protocol: 'flags' } | { protocol: 'segment'; type: SegmentType }
type Answer = { status: number; body: unknown; retryAfter?: number }
export type CaptureOptions = { warehouse: Pick<Warehouse, 'deliver' | 'reject'>; workspaceOfKey: WorkspaceOfKey; now?: () => Date }

const MOST_REFUSALS_SHOWN = 100

const routes = new Map<string, Route>([
  ...['/i/v0/e', '/capture', '/batch', '/e'].map((path) => [path, { protocol: 'posthog' }] as const),
  ...['/flags', '/decide'].map((path) => [path, { protocol: 'flags' }] as const),
  ...segmentTypes.map((type) => [`/v1/${type}`, { protocol: 'segment', type }] as const),
])

function allowOrigins(request: IncomingMessage, response: ServerResponse) {
  response.setHeader('Access-Control-Allow-Origin', '*')
  response.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS')
  response.setHeader('Access-Control-Allow-Headers', request.headers['access-control-request-headers'] ?? 'Content-Type, Authorization')
  response.setHeader('Access-Control-Max-Age', '86400')
}

function send(response: ServerResponse, { status, body, retryAfter }: Answer) {
  const headers = { 'Content-Type': 'application/json', ...(retryAfter && { 'Retry-After': String(retryAfter) }) }
  // What is left of a body that was not read to its end must not be taken for the next request.
  if (status === 413) response.setHeader('Connection', 'close')
  response.writeHead(status, headers).end(JSON.stringify(body))
}

const refusal = (status: number, error: string, retryAfter?: number): Answer => ({
  status,
  body: { error },
  ...(retryAfter && { retryAfter }),
})

const tryAgain = refusal(503, 'The events could not be stored just now. Try again.', 5)

function refusalsOf({ places, refused }: Parsed, receipt: Receipt): Refusal[] {
  const byWarehouse = receipt.refused.map(({ index, reason }) => ({ index: places[index]!, reason }))
  return [...refused, ...byWarehouse].toSorted((a, b) => a.index - b.index)
}

function acknowledgement(route: Route, parsed: Parsed, receipt: Receipt): Answer {
  const refused = refusalsOf(parsed, receipt)
  const counts = { added: receipt.added, duplicates: receipt.duplicates, refusedCount: refused.length }
  const standing = route.protocol === 'segment' ? { success: true } : { status: 'Ok' }
  return { status: 200, body: { ...standing, ...counts, refused: refused.slice(0, MOST_REFUSALS_SHOWN) } }
}

/**
 * Takes what PostHog's and Segment's SDKs send. Resolves to true when the request was one of theirs and has been answered. An answer of 200 means
 * that every event it counts is on disk; what was refused is kept with its reason in the warehouse's rejections.
 */
export function createCapture({ warehouse, workspaceOfKey, now = () => new Date() }: CaptureOptions) {
  const findWorkspace = rememberKeys(workspaceOfKey)
  const requests = createAllowance({ burst: 5_000, perSecond: 1_000 })
  const strangers = createAllowance({ burst: 200, perSecond: 20 })

  const keyIn = (route: Route, request: IncomingMessage, { query, body }: { query: URLSearchParams; body?: unknown }) =>
    route.protocol === 'segment' ? segmentKey(request.headers.authorization, body) : posthogKey(body, query)

  async function noteUnreadable(problem: Unreadable, key: string) {
    const workspaceId = await findWorkspace(key, now().getTime())
    if (workspaceId) await warehouse.reject(workspaceId, [{ reason: problem.message, sample: '' }])
    return refusal(problem.status, problem.message)
  }

  async function take(route: Route, request: IncomingMessage, query: URLSearchParams): Promise<Answer> {
    if (route.protocol === 'flags') return { status: 200, body: noFlags }
    const body = await readJson(request, query)
    const key = keyIn(route, request, { query, body })
    const receivedAt = now()
    const workspaceId = await findWorkspace(key, receivedAt.getTime())
    if (!workspaceId) {
      const isPatient = strangers.take(request.socket.remoteAddress ?? '', receivedAt.getTime())
      return isPatient ? refusal(401, 'No workspace has this key.') : refusal(429, 'Too many requests with unknown keys.', 10)
    }
    if (!requests.take(key, receivedAt.getTime())) return refusal(429, 'Too many requests: send larger batches.', 1)
    const parsed = route.protocol === 'segment' ? parseSegment(route.type, body, receivedAt) : parsePosthog(body, receivedAt)
    return acknowledgement(route, parsed, await warehouse.deliver(workspaceId, parsed.delivery))
  }

  async function answerTo(route: Route, request: IncomingMessage, query: URLSearchParams) {
    try {
      return await take(route, request, query)
    } catch (error) {
      if (error instanceof Unreadable) return await noteUnreadable(error, keyIn(route, request, { query })).catch(() => tryAgain)
      // Nothing was acknowledged: the SDK keeps what it has and tries again.
      return tryAgain
    }
  }

  return async function capture(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const address = URL.parse(request.url ?? '/', 'http://local')
    const route = address && routes.get(address.pathname.replace(/\/$/, ''))
    if (!route) return false
    const { searchParams } = address
    const isPage = request.method === 'GET' && route.protocol !== 'flags' && !searchParams.has('data')
    if (isPage) return false
    allowOrigins(request, response)
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else if (request.method !== 'POST' && request.method !== 'GET') send(response, refusal(405, 'Send events with POST.'))
    else send(response, await answerTo(route, request, searchParams))
    return true
  }
}
