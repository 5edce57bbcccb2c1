import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import { findDoor } from './enter.ts'
import { type JournalRow, journalEnd, type Position } from './journal.ts'
import type { Services } from './services.ts'

const HEARTBEAT_MS = 20_000

/** The journal as server-sent events. `Last-Event-ID` picks up where a broken connection stopped. */
export const live = (services: Services) => async (c: Context) => {
  const headers = new Headers(c.req.raw.headers)
  // EventSource cannot send headers, so the workspace may stand in the query.
  if (!headers.has('x-workspace') && c.req.query('workspace')) headers.set('x-workspace', c.req.query('workspace')!)
  const { workspaceId, memberId } = await findDoor(services, headers)
  const start = parsePosition(c.req.header('last-event-id')) ?? (await journalEnd(services))

  return streamSSE(c, async (stream) => {
    const unsubscribe = services.journal.subscribe(workspaceId, start, (rows) =>
      rows.forEach((row) => {
        const message = messageFor(memberId, row)
        if (message) void stream.writeSSE({ id: `${row.transactionId}-${row.id}`, data: JSON.stringify(message) })
      }),
    )
    stream.onAbort(unsubscribe)
    await stream.writeSSE({ event: 'hello', data: '' })
    while (!stream.aborted && !stream.closed) {
      await stream.sleep(HEARTBEAT_MS)
      await stream.writeSSE({ event: 'beat', data: '' })
    }
    unsubscribe()
  })
}

/** Of a view that somebody keeps to themselves others learn no more than that one they had found is taken back, so that it goes from their lists. */
function messageFor(listener: string, { what, aboutKind, aboutId, aboutKey, memberId, at, keptBy }: JournalRow) {
  if (keptBy === null || keptBy === listener) return { what, aboutKind, aboutId, aboutKey, memberId, at }
  return what === 'saved-view.taken-back' ? { what, aboutKind, aboutId: null, aboutKey: null, memberId: null, at } : undefined
}

function parsePosition(text: string | undefined): Position | undefined {
  const match = /^(\d{1,20})-(\d{1,19})$/.exec(text ?? '')
  return match ? { transactionId: match[1]!, id: match[2]! } : undefined
}
