import { lookup as lookUp } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPrivate } from './private-addresses.ts'

const PATIENCE_MS = 15_000
const MOST_HEARD = 2_000

export type Outgoing = { url: URL; headers: Record<string, string>; body: unknown; allowPrivate: boolean }
/** What the other side said, or why nothing was heard of it. */
export type Heard = { status: number; text: string } | { status: null; problem: string }

/**
 * Sends JSON to an address outside. Private addresses are refused unless allowed, and it is the address that is connected to which is looked
 * at: a name that changes its mind between a check and the connection gains nothing. Redirections are not followed.
 */
export function postJson({ url, headers, body, allowPrivate }: Outgoing): Promise<Heard> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) && isPrivate(host)) return Promise.resolve(refused(host))
  const text = JSON.stringify(body)
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp
    const sent = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(!allowPrivate && { lookup: lookUpPublic }),
    })
    sent.on('error', (error) => resolve({ status: null, problem: wordsOf(error, url) }))
    sent.on('response', (response) => {
      let heard = ''
      response.setEncoding('utf8')
      response.on('data', (piece: string) => {
        if (heard.length < MOST_HEARD) heard += piece
      })
      response.on('error', (error) => resolve({ status: null, problem: wordsOf(error, url) }))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: heard.slice(0, MOST_HEARD) }))
    })
    sent.end(text)
  })
}

class PrivateAddress extends Error {}

/** Resolves a name as `net.connect` would, and fails when any of its addresses is private. */
const lookUpPublic: LookupFunction = (hostname, options, done) => {
  lookUp(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    const inside = addresses.find(({ address }) => isPrivate(address))
    if (inside) return done(new PrivateAddress(refused(hostname).problem), '')
    if (options.all) return done(null, addresses)
    done(null, addresses[0]!.address, addresses[0]!.family)
  })
}

function refused(host: string) {
  return { status: null, problem: `${host} lies in a private network. Set ALLOW_PRIVATE_ADDRESSES=yes if that is meant.` }
}

function wordsOf(error: Error, { host }: URL) {
  if (error instanceof PrivateAddress) return error.message
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return `${host} did not answer within ${PATIENCE_MS / 1000} seconds.`
  const code = (error as NodeJS.ErrnoException).code ?? error.message
  return `${host} cannot be reached (${code}).`
}
