import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { uuidv7 } from 'uuidv7'
import { TooLarge } from '#domain/problems.ts'
import { answerProblem, problemAnswer } from './answer-problem.ts'
import { bets } from './business/bets/routes.ts'
import { events, metrics } from './business/metrics/routes.ts'
import { roadmap } from './business/roadmap/routes.ts'
import { plans, verdicts } from './business/verdicts/routes.ts'
import { chain } from './chain/chain.ts'
import { accounts, contacts } from './customer/accounts/routes.ts'
import { feedback } from './customer/feedback/routes.ts'
import { insights } from './customer/insights/routes.ts'
import { problems } from './customer/problems/routes.ts'
import { exports } from './export/routes.ts'
import { imports } from './import/routes.ts'
import { assignments } from './learn/assignments/routes.ts'
import { keySetRoute } from './learn/certificates/public-routes.ts'
import { certificates } from './learn/certificates/routes.ts'
import { courses } from './learn/courses/routes.ts'
import { practice } from './learn/practice/routes.ts'
import { preview } from './learn/preview/routes.ts'
import { reports } from './learn/reports/routes.ts'
import { reviews } from './learn/reviews/routes.ts'
import { statements } from './learn/statements/routes.ts'
import { live } from './live.ts'
import { me } from './me.ts'
import { describeApi } from './openapi/openapi.ts'
import { referencePage } from './openapi/reference.ts'
import { healthRoutes, publicRoutes } from './public-routes.ts'
import { records } from './records/routes.ts'
import { inRequestTransaction } from './request.ts'
import type { Env } from './scope.ts'
import { search } from './search/routes.ts'
import { securityHeaders } from './security-headers.ts'
import type { Services } from './services.ts'
import { decisions, forecasts } from './team/decisions/routes.ts'
import { launches } from './team/launches/routes.ts'
import { specs, stories } from './team/specs/routes.ts'
import { today } from './today/today.ts'
import { savedViews } from './views/routes.ts'
import { workspace } from './workspace/routes.ts'

type Limit = ReturnType<typeof bodyLimit>

const MB = 1024 * 1024
const LARGEST_BODY = 2 * MB
const LARGEST_UPLOAD = 64 * MB

/** The API of a workspace: one line a feature. Each route says with `allow` who may call it. */
export const createApi = (services: Services) =>
  new Hono<Env>()
    .use(inRequestTransaction(services))
    .route('/', me)
    .route('/', workspace)
    .route('/', records)
    .route('/', courses)
    .route('/', practice)
    .route('/', certificates)
    .route('/', assignments)
    .route('/', reports)
    .route('/', reviews)
    .route('/', statements)
    .route('/', preview)
    .route('/accounts', accounts)
    .route('/contacts', contacts)
    .route('/feedback', feedback)
    .route('/insights', insights)
    .route('/problems', problems)
    .route('/metrics', metrics)
    .route('/events', events)
    .route('/bets', bets)
    .route('/bets', plans)
    .route('/verdicts', verdicts)
    .route('/roadmap', roadmap)
    .route('/specs', specs)
    .route('/stories', stories)
    .route('/launches', launches)
    .route('/decisions', decisions)
    .route('/forecasts', forecasts)
    .route('/today', today)
    .route('/chain', chain)
    .route('/search', search)
    .route('/saved-views', savedViews)
    .route('/', imports)
    .route('/', exports)

/** Everything the server answers, but for the capture endpoints and the web client's files. */
export function createApp(services: Services) {
  const api = createApi(services)
  const app = new Hono<Env>()
  app.onError(answerProblem(services))
  app.notFound((c) => problemAnswer(c, 404, { title: 'Not found', detail: 'There is nothing at this address.' }))
  app.use(async (c, next) => {
    c.set('requestId', c.req.header('x-request-id')?.slice(0, 64) || uuidv7())
    await next()
    // Not `c.header`: that would make the answer a stream again.
    c.res.headers.set('x-request-id', c.var.requestId)
  })
  app.use(securityHeaders)
  const [limitUpload, limitBody] = [LARGEST_UPLOAD, LARGEST_BODY].map((maxSize) =>
    bodyLimit({ maxSize, onError: () => tooLarge(maxSize) }),
  ) as [Limit, Limit]
  app.use('/api/*', (c, next) => {
    // Looking at the body of a read alone would cost more than the rest of this function.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    return c.req.path === '/api/v1/imports' ? limitUpload(c, next) : limitBody(c, next)
  })
  app.route('/', healthRoutes(services))
  app.route('/', keySetRoute(services))
  app.all('/api/auth/sign-up/*', (c) => problemAnswer(c, 404, { title: 'Not found', detail: 'Accounts are made with an invitation.' }))
  app.on(['GET', 'POST'], '/api/auth/*', (c) => services.auth.handler(c.req.raw))
  app.get('/api/v1/openapi.json', async (c) => c.json(await describeApi(api)))
  app.get('/api/docs', async (c) => c.html(referencePage(await describeApi(api))))
  app.get('/api/v1/live', live(services))
  app.route('/api/v1/public', publicRoutes(services))
  app.route('/api/v1', api)
  return app
}

function tooLarge(limit: number): never {
  throw new TooLarge(`This is too large: at most ${limit / MB} MB at once.`)
}

export type Api = ReturnType<typeof createApi>
export type PublicApi = ReturnType<typeof publicRoutes>
