import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  Conflict,
  LimitReached,
  NotAccepted,
  NotAllowed,
  NotFound,
  NotSignedIn,
  OutOfDate,
  type Problem,
  TooLarge,
} from '#domain/problems.ts'
import { nameTaken } from '#domain/saved-view.ts'
import type { Services } from './services.ts'

const statuses: [typeof Problem | typeof NotAccepted, ContentfulStatusCode, string][] = [
  [NotSignedIn, 401, 'Not signed in'],
  [NotAllowed, 403, 'Not allowed'],
  [NotFound, 404, 'Not found'],
  [Conflict, 409, 'Conflict'],
  [OutOfDate, 412, 'Out of date'],
  [TooLarge, 413, 'Too large'],
  [NotAccepted, 422, 'Not accepted'],
  [LimitReached, 429, 'Too many requests'],
]

/** The one place where a problem meets HTTP (RFC 9457). What is not a known problem is a bug: logged, and told as ours. */
export const answerProblem =
  ({ log }: Pick<Services, 'log'>): ErrorHandler =>
  (error, c) => {
    const known = statuses.find(([type]) => error instanceof type)
    if (known)
      return problemAnswer(c, known[1], {
        title: known[2],
        detail: error.message,
        fields: error instanceof NotAccepted ? error.fields : undefined,
      })
    if (error instanceof HTTPException)
      return problemAnswer(c, error.status as ContentfulStatusCode, {
        title: 'Not understood',
        detail:
          error.status === 400 ? 'The body is no JSON that can be read; it may have been cut off.' : 'The request was not understood.',
      })
    const taken = takenAlready(error)
    if (taken) return problemAnswer(c, 409, { title: 'Conflict', detail: taken })
    const database = databaseProblem(error)
    if (database) return problemAnswer(c, 422, { title: 'Not accepted', detail: database })
    if (mutuallyBlocked.has(String((error as { code?: string }).code)))
      return problemAnswer(c, 409, { title: 'Conflict', detail: 'Somebody else changed the same at this moment. Try again.' })

    log.error({ err: error, requestId: c.get('requestId'), path: c.req.path, method: c.req.method }, 'unexpected error')
    return problemAnswer(c, 500, {
      title: 'Our fault',
      detail: `Something broke on our side. It was written down with the number ${c.get('requestId')}.`,
    })
  }

type ProblemFacts = { title: string; detail: string; fields?: { path: string; message: string }[] | undefined }

export function problemAnswer(c: Context, status: ContentfulStatusCode, facts: ProblemFacts) {
  return c.json({ type: 'about:blank', status, instance: c.req.path, requestId: c.get('requestId'), ...facts }, status, {
    'content-type': 'application/problem+json',
  })
}

/** Postgres ended one of two transactions that waited for each other. */
const mutuallyBlocked = new Set(['40001', '40P01'])

const wrongForm = new Set(['22P02', '22P05', '22007', '22008', '22003', '22021'])

/** A link to a record of another workspace, or that is not there, ends at the database's foreign keys. */
function databaseProblem(error: unknown) {
  const code = (error as { code?: string }).code
  if (code === '23503') return 'This refers to a record that does not exist here.'
  if (code && wrongForm.has(code)) return 'A value has the wrong form.'
  return undefined
}

const uniques: Record<string, string> = {
  accounts_by_source: 'There is an account with the same id in its source already.',
  contacts_by_source: 'There is a contact with the same id in its source already.',
  feedback_by_source: 'There is feedback with the same id in its source already.',
  saved_views_by_name: nameTaken,
  hand_ins_newest: 'This was handed in a moment ago, from another window. Look at it, then hand in again if you like.',
}

/** Two records that must differ would be the same. */
function takenAlready(error: unknown) {
  const { code, constraint = '' } = error as { code?: string; constraint?: string }
  if (code === '23505') return uniques[constraint] ?? 'This is there already. Look again: somebody may have been faster.'
  return undefined
}
