import type { Context } from 'hono'
import { NotAccepted } from '#domain/problems.ts'
import { sameOrigin } from '../auth/auth.ts'
import type { Services } from '../services.ts'

/** The address that credentials and statements carry into the world: what the operator named, else where this was asked. */
export function addressOf({ address }: Pick<Services, 'address'>, { req }: Pick<Context, 'req'>) {
  return address ?? sameOrigin(req.raw.headers, req.url)
}

/** `TRICORN_URL`, without what follows the host. */
export function readAddress(text: string | undefined) {
  if (!text) return undefined
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text).origin
  throw new NotAccepted(`TRICORN_URL is the address people open, like https://tricorn.example.org, and it is "${text}".`)
}
