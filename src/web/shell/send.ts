import { text } from '../text.ts'

/** Browsers refuse more than 64 KiB in requests that may outlive their page; half of it leaves room for a second one. */
const MOST_KEPT = 32 * 1024

const mayOutlive = ({ method = 'GET', body }: RequestInit) =>
  method !== 'GET' && (body === undefined || body === null || (typeof body === 'string' && body.length * 3 <= MOST_KEPT))

/**
 * As `fetch`, but a change that is on its way gets there also when its page is left or loaded anew meanwhile, and a lost connection is told in
 * our words instead of the browser's.
 */
export const send: typeof fetch = async (to, init = {}) => {
  try {
    return await fetch(to, mayOutlive(init) ? { ...init, keepalive: true } : init)
  } catch (error) {
    throw error instanceof TypeError ? new TypeError(text.problems.network, { cause: error }) : error
  }
}
