import { NotAccepted } from '#domain/problems.ts'
import { type Heard, postJson } from '../../outgoing/post-json.ts'

/** A learning record store (xAPI 1.0.3) as the operator named it. */
export type RecordStore = { url: URL; key: string; secret: string; allowPrivate: boolean }

type Environment = Record<string, string | undefined>

/** `XAPI_ENDPOINT`, `XAPI_KEY` and `XAPI_SECRET`; undefined when nobody is to be told. */
export function readRecordStore(env: Environment): RecordStore | undefined {
  const { XAPI_ENDPOINT: endpoint, XAPI_KEY: key, XAPI_SECRET: secret } = env
  if (!endpoint) return undefined
  if (!key || !secret)
    throw new NotAccepted('XAPI_ENDPOINT needs XAPI_KEY and XAPI_SECRET beside it: what the record store calls key and secret.')
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new NotAccepted(`XAPI_ENDPOINT must be an address like https://lrs.example.org/xapi/, and it is "${endpoint}".`)
  return { url: new URL(endpoint), key, secret, allowPrivate: env.ALLOW_PRIVATE_ADDRESSES === 'yes' }
}

/** Tells the store some statements at once: it takes all of them or none. */
export function tellStatements({ url, key, secret, allowPrivate }: RecordStore, statements: readonly unknown[]): Promise<Heard> {
  return postJson({
    url: statementsAddress(url),
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
      'x-experience-api-version': '1.0.3',
    },
    body: statements,
    allowPrivate,
  })
}

/** Some operators name the store, others its statements. */
function statementsAddress(url: URL) {
  const address = new URL(url)
  address.pathname = `${address.pathname.replace(/\/(statements\/?)?$/, '')}/statements`
  return address
}
