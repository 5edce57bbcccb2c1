import type { Hono } from 'hono'
import type { z } from 'zod'
import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { roleSentences } from '#domain/member.ts'
import { type Allowed, allowedBy } from '../allow.ts'
import { inputOf } from '../input.ts'
import type { Env } from '../scope.ts'

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type RouteFacts = { method: Method; path: string; allowed: Allowed; body?: z.ZodType | undefined; query?: z.ZodType | undefined }

/** Every route with what it says of itself, gathered from the middleware that stands before its answer. */
export function routesOf(api: Hono<Env>): RouteFacts[] {
  const found = new Map<string, Partial<RouteFacts>>()
  for (const { method, path, handler } of api.routes) {
    if (method === 'ALL') continue
    const facts: Partial<RouteFacts> = found.get(`${method} ${path}`) ?? { method: method.toLowerCase() as Method, path }
    const input = inputOf(handler)
    if (input) facts[input.target === 'json' ? 'body' : 'query'] = input.schema
    const allowed = allowedBy(handler)
    if (allowed) facts.allowed = allowed
    found.set(`${method} ${path}`, facts)
  }
  return [...found.values()] as RouteFacts[]
}

/** The OpenAPI 3.1 document of the workspace API. */
export async function describeApi(api: Hono<Env>) {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routesOf(api)) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return createDocument({ ...frame, paths: { ...publicPaths, ...paths } })
}

function operation({ method, path, allowed, body, query }: RouteFacts): ZodOpenApiOperationObject {
  const status = String(allowed.status ?? 200)
  const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name: name!,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const },
  }))
  return {
    operationId: `${method}${path.replaceAll(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, '')}`,
    summary: allowed.summary,
    description: `Needs the role ${allowed.role}: ${roleSentences[allowed.role]}`,
    tags: [path.split('/')[1] ?? 'me'],
    parameters,
    ...(query ? { requestParams: { query: query as never } } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: body, ...(allowed.example === undefined ? {} : { example: allowed.example }) } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: allowed.summary,
        ...(method === 'get' ? {} : written),
        content: { [allowed.media ?? 'application/json']: { schema: allowed.answers ?? {} } },
      },
      default: {
        description: 'A problem, with a sentence fit to show',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const written = {
  headers: {
    'x-activities': {
      description: 'The lines of the journal that this change wrote, in order and separated by commas: each can be undone by its id.',
      schema: { type: 'string' as const },
    },
  },
}

const publicAnswer = (summary: string, tag = 'public') => ({
  summary,
  tags: [tag],
  security: [],
  responses: { 200: { description: summary } },
})
const inPath = (name: string) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' as const } })
const token = inPath('token')

const publicPaths: ZodOpenApiPathsObject = {
  '/live': { get: { ...publicAnswer('The journal as server-sent events', 'live'), security: [{ apiKey: [] }, { session: [] }] } },
  '/openapi.json': { get: publicAnswer('This document') },
  '/public/setup': {
    get: publicAnswer('Whether the first owner is still to come'),
    post: publicAnswer('Make the first owner and workspace'),
  },
  '/public/join/{token}': {
    get: { ...publicAnswer('What an invitation leads to'), parameters: [token] },
    post: { ...publicAnswer('Accept an invitation'), parameters: [token] },
  },
  '/public/credential-checks': { post: publicAnswer('What a credential proves, and who vouches for it') },
  '/public/badge-keys/{kid}': {
    get: {
      ...publicAnswer('A public key that signed credentials (JWK); all of them stand in /.well-known/jwks.json'),
      parameters: [inPath('kid')],
    },
  },
  '/public/issuers/{workspaceId}': {
    get: { ...publicAnswer('A workspace as the issuer of credentials (Open Badges Profile)'), parameters: [inPath('workspaceId')] },
  },
  '/public/issuers/{workspaceId}/courses/{courseId}': {
    get: {
      ...publicAnswer('What a credential is given for (Open Badges Achievement)'),
      parameters: [inPath('workspaceId'), inPath('courseId')],
    },
  },
  '/public/workspaces': { get: publicAnswer('The workspaces of whoever is signed in'), post: publicAnswer('Make another workspace') },
}

const frame: Omit<ZodOpenApiObject, 'paths'> = {
  openapi: '3.1.0',
  info: {
    title: 'Tricorn',
    version: '1',
    description:
      'Ids are UUIDs; wherever an id is taken, a key like `BET-7` is too. Times are ISO 8601 in UTC. Lists follow a cursor. `Idempotency-Key` makes a create safe to repeat; `If-Match` with a record’s version refuses a change (412) when somebody else was faster.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api/v1' }],
  security: [{ apiKey: [] }, { session: [] }],
  components: {
    securitySchemes: {
      apiKey: { type: 'http', scheme: 'bearer', description: 'An API key from the settings: `Authorization: Bearer trc_…`' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'tricorn.session_token',
        description: 'A browser’s session; changes also name the workspace in `x-workspace`.',
      },
    },
    schemas: {
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string', description: 'A sentence fit to show' },
          requestId: { type: 'string' },
          fields: {
            type: 'array',
            items: { type: 'object', required: ['path', 'message'], properties: { path: { type: 'string' }, message: { type: 'string' } } },
          },
        },
      },
    },
  },
}
