import type { World } from '#test/world.ts'

/** A browser: it keeps cookies and says where a request comes from. */
export function browser(w: Pick<World, 'request'>) {
  let cookie = ''
  const ask = async (path: string, { method = 'GET', body, headers = {} }: Asked = {}) => {
    const json: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await w.request(path, {
      method,
      headers: { origin: 'http://test', ...json, ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie().find((one) => one.startsWith('tricorn.session_token='))
    if (set) cookie = set.split(';')[0]!
    const answer = (await response.json().catch(() => null)) as Answer
    return { status: response.status, answer, headers: response.headers }
  }
  const post = (path: string, body: unknown, headers?: Record<string, string>) =>
    ask(path, { method: 'POST', body, ...(headers && { headers }) })
  return { ask, post, signIn: (email: string, password: string) => post('/api/auth/sign-in/email', { email, password }) }
}

type Asked = { method?: string; body?: unknown; headers?: Record<string, string> }

type Answer = {
  detail?: string
  message?: string
  slug?: string
  workspaceName?: string
  role?: string
  rows?: Record<string, unknown>[]
  workspace?: { slug: string }
  needsOwner?: boolean
} | null
