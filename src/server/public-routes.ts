import { Hono } from 'hono'
import { sql } from 'kysely'
import { z } from 'zod'
import { NotSignedIn } from '#domain/problems.ts'
import { sealOf } from './business/plans/queries.ts'
import { recordVerdict } from './business/verdicts/queries.ts'
import { loadDemo } from './demo/load-demo.ts'
import { membershipsOf } from './enter.ts'
import { json } from './input.ts'
import { badgeRoutes } from './learn/certificates/public-routes.ts'
import type { Services } from './services.ts'
import { acceptInvitation, addWorkspace, findInvitation, needsOwner, Person, Setup, setUp } from './workspace/setup.ts'

const NewWorkspace = z.object({
  name: z.string().trim().min(1, 'Give it a name.').max(100),
  kind: z.enum(['real', 'demo']).default('real'),
})

/** What can be asked before a workspace is entered. Each route guards itself: by being empty, by a token, or by the session. */
export const publicRoutes = (services: Services) =>
  new Hono()
    .get('/setup', async (c) => c.json({ needsOwner: await needsOwner(services) }))
    .post('/setup', json(Setup), async (c) => c.json(await setUp(services, c.req.valid('json')), 201))
    .get('/join/:token', async (c) => {
      const { workspaceName, role } = await findInvitation(services, c.req.param('token'))
      return c.json({ workspaceName, role })
    })
    .post('/join/:token', json(Person.partial()), async (c) => {
      const session = await services.auth.api.getSession({ headers: c.req.raw.headers })
      const person = Person.safeParse(c.req.valid('json'))
      return c.json(await acceptInvitation(services, c.req.param('token'), { person: person.data, signedIn: session?.user }), 201)
    })
    .get('/workspaces', async (c) => c.json({ rows: await membershipsOf(services.db, (await signedIn(services, c.req.raw.headers)).id) }))
    .post('/workspaces', json(NewWorkspace), async (c) => {
      const user = await signedIn(services, c.req.raw.headers)
      const { name, kind } = c.req.valid('json')
      const { workspace, door } = await addWorkspace(services, { name, kind, user })
      if (kind === 'demo') await loadDemo(services, door, { lockPlan: sealOf, judge: (scope, bet) => recordVerdict(scope, bet.id) })
      return c.json(workspace, 201)
    })
    .route('/', badgeRoutes(services))

async function signedIn({ auth }: Services, headers: Headers) {
  const session = await auth.api.getSession({ headers })
  if (!session) throw new NotSignedIn('Sign in to go on.')
  return session.user
}

const NO_WORKSPACE = '00000000-0000-0000-0000-000000000000'

/** For whoever watches the process: is it alive, and can it answer? */
export const healthRoutes = (services: Services) =>
  new Hono()
    .get('/healthz', (c) => c.json({ alive: true }))
    .get('/readyz', async (c) => {
      const [postgres, warehouse] = await Promise.all([
        works(() => sql`select 1`.execute(services.db)),
        works(() => services.warehouse.eventNames(NO_WORKSPACE)),
      ])
      return c.json({ ready: postgres && warehouse, postgres, warehouse }, postgres && warehouse ? 200 : 503)
    })

async function works(ask: () => Promise<unknown>) {
  try {
    await ask()
    return true
  } catch {
    return false
  }
}
