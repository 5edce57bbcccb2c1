import type { IncomingMessage } from 'node:http'
import { NotAccepted } from '#domain/problems.ts'

/** How many proxies of our own stand in front (`TRUST_PROXY`): none unless the operator says so. */
export function readProxies(text: string | undefined) {
  const proxies = Number(text || '0')
  if (Number.isInteger(proxies) && proxies >= 0 && proxies <= 10) return proxies
  throw new NotAccepted(`TRUST_PROXY is the number of proxies in front of Tricorn, from 0 to 10, and it is "${text}".`)
}

/** Better Auth limits sign-ins by the address in this header. */
export const ADDRESS_HEADER = 'x-tricorn-address'

/** Writes the client's address into the request, in place of one it sent itself. Hono's server reads now the raw headers, now the others. */
export function tellAddress(request: IncomingMessage, proxies: number) {
  const told = addressOf(request, proxies)
  const kept = request.rawHeaders.filter((_, at, all) => all[at - (at % 2)]!.toLowerCase() !== ADDRESS_HEADER)
  request.headers[ADDRESS_HEADER] = told
  request.rawHeaders.splice(0, Number.POSITIVE_INFINITY, ...kept, ADDRESS_HEADER, told)
}

/**
 * The address of whoever asks. Each proxy adds the address it was asked from at the end of X-Forwarded-For; what stands before those was
 * written by the client, who may have made it up.
 */
export function addressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number) {
  const socketAddress = socket.remoteAddress ?? ''
  if (proxies === 0) return socketAddress
  const told = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  return told.at(-proxies) ?? told[0] ?? socketAddress
}
