import { SignJWT } from 'jose'
import { credentialOf } from '#domain/learn/badge.ts'
import { drawBadge } from '#domain/learn/badge-svg.ts'
import type { Course } from '#domain/learn/course.ts'
import { hashOf } from '../../enter.ts'
import type { Scope } from '../../scope.ts'
import { namedId } from '../named-id.ts'
import { ALGORITHM, findSigningKey } from './badge-keys.ts'
import { findCertificate } from './certificate.ts'

export const keyAddress = (address: string, kid: string) => `${address}/api/v1/public/badge-keys/${kid}`

/** A workspace as whoever gives credentials away. */
export function issuerOf({ id, name }: { id: string; name: string }, address: string) {
  return { id: `${address}/api/v1/public/issuers/${id}`, name, url: address }
}

/** The certificate of a finished course as a signed credential (VC-JWT): the same certificate, the same words, the same signature. */
export async function signCredential(home: Scope, course: Course, address: string) {
  const certificate = await findCertificate(home, course)
  const credential = credentialOf({
    id: `urn:uuid:${namedId(home.workspaceId, `credential:${home.member.id}:${course.id}`)}`,
    issuer: issuerOf(home.workspace, address),
    course,
    certificate,
    shown: certificate.shown,
    learner: await identityOf(home),
  })
  const { kid, key } = await findSigningKey(home.services)
  const jwt = await new SignJWT({ ...credential })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: keyAddress(address, kid) })
    .setIssuer(credential.issuer.id)
    .setJti(credential.id)
    .setNotBefore(certificate.at)
    .sign(key)
  return { certificate, credential, jwt }
}

async function identityOf({ db, workspaceId, member }: Scope) {
  const { email } = await db
    .selectFrom('members')
    .select('email')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', member.id)
    .executeTakeFirstOrThrow()
  const salt = namedId(workspaceId, `salt:${member.id}`)
  return { name: member.name, salt, hashedEmail: email ? hashOf(email.toLowerCase() + salt) : null }
}

/** The picture to take along, with the credential in it. */
export async function bakeBadge(home: Scope, course: Course, address: string) {
  const { certificate, jwt } = await signCredential(home, course, address)
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(certificate.at)
  return drawBadge({ title: course.title, learner: certificate.learner, issuer: certificate.workspace, day, credential: jwt })
}
