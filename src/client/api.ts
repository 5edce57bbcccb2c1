import { type ClientResponse, hc } from 'hono/client'
import { Problem } from '#domain/problems.ts'
import type { PublicApi, Api as ServerApi } from '#server/app.ts'

type Options = Parameters<typeof hc>[1]

/** The typed client that the web app and the command line share: `read(api.bets.$get())`. */
export const createApi = (origin: string, options?: Options) => hc<ServerApi>(`${origin}/api/v1`, options)
export const createPublicApi = (origin: string, options?: Options) => hc<PublicApi>(`${origin}/api/v1/public`, options)
export type Api = ReturnType<typeof createApi>

type Answer<R> = R extends ClientResponse<infer T, number, 'json'> ? T : never

/** A problem as the server told it: the sentence is the message. */
export class Refused extends Problem {
  status: number
  fields: { path: string; message: string }[]

  constructor({ status, detail, fields = [] }: { status: number; detail?: string; fields?: { path: string; message: string }[] }) {
    super(detail ?? 'The server did not answer as expected.')
    this.status = status
    this.fields = fields
  }
}

/** Which lines of the journal an answer's change wrote; beside the answers, so that these stay as the server gave them. */
const activities = new WeakMap<object, string[]>()

/** What the server answered; throws the server's own sentence when it refused. */
export async function read<R extends ClientResponse<unknown, number, 'json'>>(sent: Promise<R>): Promise<Answer<R>> {
  const response = await sent
  if (!response.ok) throw new Refused({ status: response.status, ...(await problemIn(response)) })
  const answer = (await response.json()) as Answer<R>
  const written = response.headers.get('x-activities')
  if (written) activities.set(answer as object, written.split(', '))
  return answer
}

/** The lines of the journal that the change wrote whose answer this is, in order; none when it changed nothing. */
export const activitiesOf = (answer: unknown): string[] => (typeof answer === 'object' && answer && activities.get(answer)) || []

async function problemIn(response: { json: () => Promise<unknown> }) {
  try {
    return (await response.json()) as { detail?: string; fields?: { path: string; message: string }[] }
  } catch {
    return {}
  }
}
