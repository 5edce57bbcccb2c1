import { ask, type Door } from './customers.ts'

const owner = { email: 'ana@larkfield.test', password: 'a long enough password' }

/** Sets up a fresh Tricorn and makes the keys that customers send with. */
export async function openDoor(url: string): Promise<Door> {
  const stranger = { url, headers: { origin: url }, captureKey: '' }
  const { workspace } = (await ask(stranger, '/api/v1/public/setup', {
    body: { ...owner, name: 'Ana Ruiz', workspaceName: 'Larkfield' },
  })) as {
    workspace: { slug: string }
  }
  const session = { ...stranger, headers: { origin: url, cookie: await signIn(url), 'x-workspace': workspace.slug } }
  const apiKey = (await ask(session, '/api/v1/api-keys', { body: { name: 'Faults' } })) as { secret: string }
  const captureKeys = (await ask(session, '/api/v1/capture-keys', { method: 'GET' })) as { rows: { key: string }[] }
  return { url, headers: { authorization: `Bearer ${apiKey.secret}` }, captureKey: captureKeys.rows[0]!.key }
}

async function signIn(url: string) {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(owner),
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
