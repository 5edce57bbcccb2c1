import { betterAuth } from 'better-auth'
import type { Kysely } from 'kysely'
import type { Schema } from '#db/schema.ts'
import type { Mailer } from '../mail/mailer.ts'
import { ADDRESS_HEADER } from './client-address.ts'

export type AuthOptions = { db: Kysely<Schema>; secret: string; mailer: Mailer; strictLimits?: boolean }

const WEEK = 7 * 24 * 3600

/** Sign-in, sessions and passwords. Better Auth keeps them; which workspaces a person may enter is ours (`members`). */
export function createAuth({ db, secret, mailer, strictLimits = true }: AuthOptions) {
  return betterAuth({
    appName: 'Tricorn',
    secret,
    basePath: '/api/auth',
    database: { db, type: 'postgres' },
    user: { modelName: 'users' },
    session: { modelName: 'sessions', expiresIn: 4 * WEEK, updateAge: 24 * 3600 },
    account: { modelName: 'credentials' },
    verification: { modelName: 'verifications' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) =>
        mailer.send({
          to: user.email,
          subject: 'Choose a new password for Tricorn',
          text: `Somebody asked to reset the password of ${user.email}. If it was you, open this link within an hour:\n\n${url}\n\nIf it was not you, nothing needs to be done.`,
        }),
    },
    rateLimit: {
      enabled: strictLimits,
      window: 60,
      max: 200,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/request-password-reset': { window: 300, max: 5 } },
    },
    // Nothing is sent to anybody; whoever the browser says it is must match the host it asked.
    telemetry: { enabled: false },
    trustedOrigins: (request) => (request ? [sameOrigin(request.headers, request.url)] : []),
    advanced: {
      cookiePrefix: 'tricorn',
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Said aloud, because Better Auth leaves both out where NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    logger: { level: 'error' },
  })
}

export type Auth = ReturnType<typeof createAuth>

/** The origin the request itself came to, as the browser sees it (behind a proxy: as the proxy says). */
export function sameOrigin(headers: Headers, url: string) {
  const { protocol, host } = new URL(url)
  return `${headers.get('x-forwarded-proto') ?? protocol.replace(':', '')}://${headers.get('x-forwarded-host') ?? headers.get('host') ?? host}`
}
