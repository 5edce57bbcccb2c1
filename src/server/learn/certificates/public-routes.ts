import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { z } from 'zod'
import { isId } from '#domain/keys.ts'
import { achievementOf, contexts } from '#domain/learn/badge.ts'
import { NotFound } from '#domain/problems.ts'
import { json } from '../../input.ts'
import type { Services } from '../../services.ts'
import { addressOf } from '../address.ts'
import { findCourse } from '../shelf.ts'
import { listPublicKeys } from './badge-keys.ts'
import { checkCredential } from './check-credential.ts'
import { issuerOf, keyAddress } from './credential.ts'

const Given = z.object({ credential: z.string().max(500_000, 'This is too long to be a credential.') })

/** What whoever is shown a credential may ask, without an account: is it genuine, who vouches for it, by which key. */
export const badgeRoutes = (services: Services) =>
  new Hono()
    .use('/badge-keys/*', cors())
    .use('/issuers/*', cors())
    .post('/credential-checks', json(Given), async (c) => c.json(await checkCredential(services, c.req.valid('json').credential)))
    .get('/badge-keys/:kid', async (c) => {
      const key = (await listPublicKeys(services)).find(({ kid }) => kid === c.req.param('kid'))
      if (!key) throw new NotFound('There is no such key.')
      return c.json(key)
    })
    .get('/issuers/:workspaceId', async (c) => {
      const issuer = await findIssuer(services, c.req.param('workspaceId'), addressOf(services, c))
      return c.json({ '@context': contexts, type: ['Profile'], ...issuer })
    })
    .get('/issuers/:workspaceId/courses/:courseId', async (c) => {
      const issuer = await findIssuer(services, c.req.param('workspaceId'), addressOf(services, c))
      const course = findCourse(services, c.req.param('courseId'))
      return c.json({ '@context': contexts, ...achievementOf(issuer, course, course.version) })
    })

/** Whoever holds a credential knows this id already, and the name that goes with it. */
async function findIssuer({ db }: Services, workspaceId: string, address: string) {
  const workspace =
    isId(workspaceId) && (await db.selectFrom('workspaces').select(['id', 'name']).where('id', '=', workspaceId).executeTakeFirst())
  if (!workspace) throw new NotFound('There is no such issuer.')
  return issuerOf(workspace, address)
}

/** Our public keys where programs look for them. */
export const keySetRoute = (services: Services) =>
  new Hono().get('/.well-known/jwks.json', cors(), async (c) => {
    const address = addressOf(services, c)
    const keys = await listPublicKeys(services)
    return c.json({ keys: keys.map((key) => ({ ...key, kid: keyAddress(address, key.kid) })) })
  })
