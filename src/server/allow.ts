import { createMiddleware } from 'hono/factory'
import type { z } from 'zod'
import { isAtLeast, type Role } from '#domain/member.ts'
import { NotAllowed } from '#domain/problems.ts'
import type { Env } from './scope.ts'

/** What the reference says of a route. `example` is a body (or query) that the route accepts. */
export type RouteFacts = { summary: string; example?: unknown; answers?: z.ZodType; status?: number; media?: string }

export type Allowed = { role: Role } & RouteFacts

const marks = new WeakMap<object, Allowed>()

/** Says who may call a route and what it is for. Stands first on every route; a test finds the routes that do not say it. */
export function allow(role: Role, facts: RouteFacts | string) {
  const allowed = { role, ...(typeof facts === 'string' ? { summary: facts } : facts) }
  const check = createMiddleware<Env>(async (c, next) => {
    if (!isAtLeast(c.var.scope.member, role)) throw new NotAllowed(`This needs the role ${role}; yours is ${c.var.scope.member.role}.`)
    await next()
  })
  marks.set(check, allowed)
  return check
}

export function allowedBy(handler: object) {
  return marks.get(handler)
}
