import { decodeJwt, decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify } from 'jose'
import type { Credential } from '#domain/learn/badge.ts'
import { findCredential } from '#domain/learn/badge-svg.ts'
import type { Services } from '../../services.ts'
import { ALGORITHM, listPublicKeys } from './badge-keys.ts'

type Records = Pick<Services, 'db' | 'now'>

export type Proven = {
  learner: string
  course: string
  issuer: string
  at: string
  criteria: string
  shown: { name: string; kind: string; narrative: string }[]
}
/** `genuine`: signed here, unchanged. `changed`: names a key of ours and does not fit it. `elsewhere`: signed by somebody else. `unreadable`: no credential. */
export type Checked =
  | { state: 'genuine'; sentence: string; proves: Proven }
  | { state: 'changed' | 'unreadable'; sentence: string; proves: null }
  | { state: 'elsewhere'; sentence: string; proves: null; issuer: string | null }

const UNREADABLE =
  'There is no credential in this. Paste the text that begins with “ey”, or upload the badge as it was downloaded: a picture that was converted or sent through a chat has usually lost it.'
const CHANGED = 'This is not what was signed here: it was changed afterwards, or cut off. It proves nothing.'

/** Says in words what a credential proves and who vouches for it. Only our own keys are asked; nothing is fetched. */
export async function checkCredential(services: Records, text: string): Promise<Checked> {
  const jwt = findCredential(text)
  const kid = jwt && kidOf(jwt)
  if (!jwt || kid === undefined) return { state: 'unreadable', sentence: UNREADABLE, proves: null }
  const known = (await listPublicKeys(services)).find((key) => key.kid === kid.split('/').at(-1))
  if (!known) return fromElsewhere(jwt)
  try {
    const { payload } = await jwtVerify(jwt, await importJWK(known, ALGORITHM), { algorithms: [ALGORITHM], currentDate: services.now() })
    return genuine(payload)
  } catch (error) {
    if (error instanceof errors.JOSEError) return { state: 'changed', sentence: CHANGED, proves: null }
    throw error
  }
}

function kidOf(jwt: string) {
  try {
    return String(decodeProtectedHeader(jwt).kid ?? '')
  } catch {
    return undefined
  }
}

function genuine(payload: JWTPayload): Checked {
  const { credentialSubject, issuer, validFrom, evidence } = payload as unknown as Credential
  const { identifier, achievement } = credentialSubject
  const learner = identifier.find(({ identityType }) => identityType === 'name')!.identityHash
  const proves = {
    learner,
    course: achievement.name,
    issuer: issuer.name,
    at: validFrom,
    criteria: achievement.criteria.narrative,
    shown: evidence.map(({ name, genre, narrative }) => ({ name, kind: genre, narrative })),
  }
  return { state: 'genuine', sentence: `${issuer.name} vouches that ${learner} finished “${achievement.name}”.`, proves }
}

function fromElsewhere(jwt: string): Checked {
  const issuer = issuerIn(jwt)
  const where = issuer ? ` It names ${issuer} as its issuer: check it there.` : ''
  return {
    state: 'elsewhere',
    sentence: `This was not signed by this Tricorn, so it cannot be checked here.${where}`,
    proves: null,
    issuer,
  }
}

/** Whoever made this may have written anything: only an address of the web is repeated. */
function issuerIn(jwt: string) {
  try {
    const { iss } = decodeJwt(jwt)
    const { protocol, origin } = new URL(iss ?? '')
    return protocol === 'https:' || protocol === 'http:' ? origin : null
  } catch {
    return null
  }
}
