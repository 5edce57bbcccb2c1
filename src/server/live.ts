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
  const { workspaceId } = await findDoor(services, headers)
  const start = parsePosition(c.req.header('last-event-id')) ?? (await journalEnd(services))

  return streamSSE(c, async (stream) => {
    const unsubscribe = services.journal.subscribe(workspaceId, start, (rows) =>
      rows.forEach((row) => void stream.writeSSE({ id: `${row.transactionId}-${row.id}`, data: JSON.stringify(messageOf(row)) })),
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

function messageOf({ what, aboutKind, aboutId, aboutKey, memberId, at }: JournalRow) {
  return { what, aboutKind, aboutId, aboutKey, memberId, at }
}

function parsePosition(text: string | undefined): Position | undefined {
  const match = /^(\d{1,20})-(\d{1,19})$/.exec(text ?? '')
  return match ? { transactionId: match[1]!, id: match[2]! } : undefined
}
