import { type Api, createApi, Refused } from '#client/api.ts'
import { NotAccepted } from '#domain/problems.ts'

/** What a command works with: the server it talks to and the terminal it talks through. */
export type Terminal = {
  environment: NodeJS.ProcessEnv
  fetch: typeof fetch
  /** The result, on standard output. */
  print: (text: string) => void
  /** Progress and questions, on standard error, so that results can be piped. */
  tell: (text: string) => void
  ask: (question: string) => Promise<boolean>
  readInput: () => Promise<string>
}

export type Connection = {
  api: Api /** For bodies that are not JSON, and answers that are a file. */
  send: (path: string, init?: RequestInit) => Promise<Response>
}

/** The server that TRICORN_URL names, entered with TRICORN_API_KEY. */
export function connect({ environment, fetch }: Terminal): Connection {
  const key = environment.TRICORN_API_KEY
  if (!key)
    throw new NotAccepted(
      'Set TRICORN_API_KEY to an API key from Settings, and TRICORN_URL if your Tricorn is not at http://127.0.0.1:4400.',
    )
  const url = (environment.TRICORN_URL || 'http://127.0.0.1:4400').replace(/\/+$/, '')
  const headers = { authorization: `Bearer ${key}` }
  const reach = reachableOr(fetch, url)
  return {
    api: createApi(url, { headers, fetch: reach }),
    send: async (path, init = {}) => answered(await reach(`${url}/api/v1${path}`, { ...init, headers: { ...headers, ...init.headers } })),
  }
}

function reachableOr(send: typeof fetch, url: string): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init).catch(() => {
      throw new NotAccepted(`No Tricorn answers at ${url}. Is it running, and is TRICORN_URL right?`)
    })
    // Every answer of ours carries one; a proxy, or another program at this address, has words of its own.
    if (response.headers.has('x-request-id')) return response
    throw new NotAccepted(`What answers at ${url} is no Tricorn (status ${response.status}). Is TRICORN_URL right?`)
  }
}

async function answered(response: Response) {
  if (response.ok) return response
  const problem = (await response.json().catch(() => ({}))) as { detail?: string }
  throw new Refused({ status: response.status, ...problem })
}
