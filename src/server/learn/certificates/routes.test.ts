import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLocalJWKSet, decodeProtectedHeader, generateKeyPair, jwtVerify, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { read } from '#client/api.ts'
import { connectTo, openPool } from '#db/connect.ts'
import { findCredential } from '#domain/learn/badge-svg.ts'
import { zippedBackup } from '#server/backup/backup-door.ts'
import { checkBackup } from '#server/backup/read-backup.ts'
import { restoreBackup } from '#server/backup/restore-backup.ts'
import { writeBackup } from '#server/backup/write-backup.ts'
import { hashOf } from '#server/enter.ts'
import { freshDatabase } from '#test/postgres.ts'
import { type Person, type World, world } from '#test/world.ts'
import { openWarehouse } from '#warehouse/duckdb.ts'
import { lessonIds, testCourse, writeTestCourse } from '../course-for-tests.ts'
import { finishTestCourse } from '../finish-for-tests.ts'
import { findSigningKey } from './badge-keys.ts'
import { checkCredential } from './check-credential.ts'

let w: World
let mia: Person
beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
  mia = await w.person('Mia', 'viewer')
  await finishTestCourse(mia, () => w.passTime(60_000))
})
afterAll(() => w.close())

const param = { courseId: testCourse }
const certificate = ({ api }: Person) => api.courses[':courseId'].certificate.$get({ param })
const credential = ({ api }: Person) => read(api.courses[':courseId'].certificate.credential.$get({ param }))
const badge = (person: Person) => w.request(`/api/v1/courses/${testCourse}/certificate/badge.svg`, { headers: person.headers })

async function check(text: string) {
  const answer = await w.request('/api/v1/public/credential-checks', {
    method: 'POST',
    body: JSON.stringify({ credential: text }),
    headers: { 'content-type': 'application/json' },
  })
  return { status: answer.status, ...((await answer.json()) as { state: string; sentence: string; proves: unknown; issuer?: string }) }
}

test('a certificate names who, what, when, and the work that was checked', async () => {
  expect(await read(certificate(mia))).toMatchObject({
    course: { id: testCourse, title: 'Testing' },
    learner: 'Mia',
    workspace: 'Larkfield',
    at: '2026-03-01T12:03:00.000Z',
    version: 1,
    updatedSince: false,
    shown: [
      { lessonId: lessonIds.quiz, title: 'Answer this', kind: 'quiz', score: 100, at: '2026-03-01T12:01:00.000Z' },
      { lessonId: lessonIds.practice, title: 'Do this', kind: 'practice', criteria: ['Tie two customers to a problem'] },
    ],
  })
})

test('who has not finished has no certificate, and a stranger is asked to sign in', async () => {
  expect((await certificate(w.ben)).status).toBe(404)
  expect((await badge(w.ben)).status).toBe(404)
  expect((await certificate(w.eve)).status).toBe(404)
  expect((await w.request(`/api/v1/courses/${testCourse}/certificate`)).status).toBe(401)
})

test('the credential is an Open Badge that the public keys vouch for', async () => {
  const { jwt, credential: shown } = await credential(mia)
  const keys = (await (await w.request('/.well-known/jwks.json')).json()) as Parameters<typeof createLocalJWKSet>[0]
  expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  const { payload, protectedHeader } = await jwtVerify(jwt, createLocalJWKSet(keys), { currentDate: w.services.now() })
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' })
  expect(payload).toMatchObject({
    ...shown,
    iss: `http://test/api/v1/public/issuers/${w.workspaceId}`,
    jti: shown.id,
    nbf: Date.parse('2026-03-01T12:03:00.000Z') / 1000,
  })
  const email = (payload as { credentialSubject: { identifier: { salt?: string; identityHash: string }[] } }).credentialSubject
    .identifier[1]!
  expect(email.identityHash).toBe(`sha256$${hashOf(`mia@example.com${email.salt}`)}`)
  expect(jwt).toBe((await credential(mia)).jwt)
})

test('what the credential points to can be read by anybody', async () => {
  const { jwt, credential: shown } = await credential(mia)
  const { issuer, credentialSubject } = shown as { issuer: { id: string }; credentialSubject: { achievement: { id: string } } }
  const key = await w.request(decodeProtectedHeader(jwt).kid!)
  expect(await key.json()).toMatchObject({ kty: 'RSA', alg: 'RS256' })
  expect(key.headers.get('access-control-allow-origin')).toBe('*')
  expect(await (await w.request(issuer.id)).json()).toMatchObject({ id: issuer.id, type: ['Profile'], name: 'Larkfield' })
  expect(await (await w.request(credentialSubject.achievement.id)).json()).toMatchObject({ type: ['Achievement'], name: 'Testing' })
  for (const nothing of ['badge-keys/none', `issuers/${w.workspaceId}/courses/none`, 'issuers/none'])
    expect((await w.request(`/api/v1/public/${nothing}`)).status).toBe(404)
})

test('the badge is a picture with the same credential in it, and checking either says what it proves', async () => {
  const picture = await badge(mia)
  expect(picture.headers.get('content-type')).toContain('image/svg+xml')
  const svg = await picture.text()
  expect(findCredential(svg)).toBe((await credential(mia)).jwt)
  expect(await check(svg)).toMatchObject({
    status: 200,
    state: 'genuine',
    sentence: 'Larkfield vouches that Mia finished “Testing”.',
    proves: { learner: 'Mia', course: 'Testing', issuer: 'Larkfield', shown: [{ kind: 'Quiz' }, { kind: 'Practice' }] },
  })
})

test('one letter changed, and it proves nothing', async () => {
  const { jwt } = await credential(mia)
  const [head, payload, signature] = jwt.split('.') as [string, string, string]
  const other = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('Mia', 'Max')).toString('base64url')
  expect(await check(`${head}.${other}.${signature}`)).toMatchObject({ state: 'changed', proves: null })
  expect(await check(jwt.slice(0, -6))).toMatchObject({ state: 'changed', proves: null })
  const unsigned = Buffer.from(JSON.stringify({ ...decodeProtectedHeader(jwt), alg: 'none' })).toString('base64url')
  expect(await check(`${unsigned}.${payload}.${signature}`)).toMatchObject({ state: 'changed', proves: null })
})

test('what somebody else signed is not vouched for, whatever it says', async () => {
  const { privateKey } = await generateKeyPair('RS256')
  const sign = (issuer: string) => new SignJWT({}).setProtectedHeader({ alg: 'RS256', kid: 'theirs' }).setIssuer(issuer).sign(privateKey)
  expect(await check(await sign('https://badges.example/issuer'))).toMatchObject({ state: 'elsewhere', issuer: 'https://badges.example' })
  expect(await check(await sign('javascript:alert(1)'))).toMatchObject({ state: 'elsewhere', issuer: null })
})

test.each(['', 'hello', '<svg></svg>', 'a.b.c'])('in %j there is no credential', async (text) => {
  expect(await check(text)).toMatchObject({ state: 'unreadable', proves: null })
})

test('an absurdly long text is refused', async () => {
  expect((await check('x'.repeat(500_001))).status).toBe(422)
})

test('there is one signing key, however many ask for it', async () => {
  const [one, other] = await Promise.all([findSigningKey(w.services), findSigningKey(w.services)])
  expect(one.kid).toBe(other.kid)
  expect(((await (await w.request('/.well-known/jwks.json')).json()) as { keys: unknown[] }).keys).toHaveLength(1)
})

test('a restored backup vouches for what was given out before', async () => {
  const { jwt } = await credential(mia)
  const file = join(w.services.folder, 'backup.gz')
  await writeBackup(file, zippedBackup({ ...w.services, owner: w.database.owner }))
  const database = await freshDatabase()
  const folder = mkdtempSync(join(w.services.folder, 'restored-'))
  const warehouse = await openWarehouse(join(folder, 'warehouse'))
  const pool = openPool(database.app)
  onTestFinished(async () => {
    await pool.end()
    await warehouse.close()
    await database.drop()
  })
  const restored = { db: connectTo(pool), now: w.services.now }
  expect((await checkCredential(restored, jwt)).state).toBe('elsewhere')
  await restoreBackup(file, { owner: database.owner, warehouse, folder }, (await checkBackup(file)).counts)
  expect((await checkCredential(restored, jwt)).state).toBe('genuine')
})

test('the operator’s address is used where one is named', async () => {
  w.services.address = 'https://tricorn.example'
  const { credential: shown } = await credential(mia)
  w.services.address = undefined
  expect(shown.issuer).toMatchObject({
    id: `https://tricorn.example/api/v1/public/issuers/${w.workspaceId}`,
    url: 'https://tricorn.example',
  })
})

test('a certificate stands when its course asks for more later, and says so', async () => {
  const place = join(w.services.folder, 'courses', 'testing')
  const outline = readFileSync(join(place, 'course.yaml'), 'utf8')
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, '6-new.md'), '---\nid: 01M85VFYGHH18RD002HNFK2A06\ntitle: New\nkind: reading\nminutes: 5\n---\nNew.\n')
  writeFileSync(join(place, 'course.yaml'), outline.replace('version: 1', 'version: 2').replace('5-later.md', '5-later.md, 6-new.md'))
  expect(await read(certificate(mia))).toMatchObject({ version: 1, at: '2026-03-01T12:03:00.000Z', updatedSince: true })
  expect(await check((await credential(mia)).jwt)).toMatchObject({ state: 'genuine' })
  writeFileSync(join(place, 'course.yaml'), outline)
})
