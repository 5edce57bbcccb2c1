import { Refused } from '#client/api.ts'
import { text } from '../text.ts'
import { send } from './send.ts'

/** Better Auth answers with its own shape of error: `{ code, message }`. */
async function ask(path: string, body: Record<string, unknown> = {}) {
  const response = await send(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.ok) return
  const answer = (await response.json().catch(() => ({}))) as { message?: string; detail?: string }
  throw new Refused({ status: response.status, detail: answer.message ?? answer.detail ?? 'The server did not answer as expected.' })
}

export const signIn = (email: string, password: string) =>
  ask('/sign-in/email', { email, password }).catch((error) => {
    if (error instanceof Refused && error.status === 401) throw new Refused({ status: 401, detail: text.signIn.wrong })
    throw error
  })
export const signOut = () => ask('/sign-out')
export const signOutEverywhere = () => ask('/revoke-sessions')
export const requestPasswordReset = (email: string) => ask('/request-password-reset', { email, redirectTo: '/reset-password' })
export const resetPassword = (newPassword: string, token: string) => ask('/reset-password', { newPassword, token })
export const changePassword = (currentPassword: string, newPassword: string) =>
  ask('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })
