import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import type { Services } from '../../services.ts'

/** What every reader of Open Badges 3.0 must be able to check. */
export const ALGORITHM = 'RS256'

type Records = Pick<Services, 'db' | 'now'>

/**
 * The key that signs credentials: made once for the installation, when the first is asked for. It lies with the records and not in the data
 * folder, so that every process over one database signs alike, and a restored backup still vouches for what was given out before.
 */
export async function findSigningKey(services: Records) {
  const known = (await readKey(services)) ?? (await makeKey(services))
  return { kid: known.kid, key: await importJWK(known.privateKey as JWK, ALGORITHM) }
}

/** The public halves, by which anybody can check a credential. */
export async function listPublicKeys({ db }: Pick<Services, 'db'>): Promise<(JWK & { kid: string })[]> {
  const rows = await db.selectFrom('badgeKeys').select(['kid', 'publicKey']).orderBy('madeAt').orderBy('kid').execute()
  return rows.map(({ kid, publicKey }) => ({ ...(publicKey as JWK), kid, alg: ALGORITHM, use: 'sig' }))
}

const readKey = ({ db }: Records) =>
  db.selectFrom('badgeKeys').select(['kid', 'privateKey']).orderBy('madeAt').orderBy('kid').limit(1).executeTakeFirst()

/** Should two processes make one at the same time, both are kept and both sign with the older. */
async function makeKey(services: Records) {
  const pair = await generateKeyPair(ALGORITHM, { extractable: true })
  const publicKey = await exportJWK(pair.publicKey)
  const kid = await calculateJwkThumbprint(publicKey)
  const privateKey = await exportJWK(pair.privateKey)
  await services.db
    .insertInto('badgeKeys')
    .values({ kid, publicKey: JSON.stringify(publicKey), privateKey: JSON.stringify(privateKey), madeAt: services.now() })
    .execute()
  return (await readKey(services))!
}
