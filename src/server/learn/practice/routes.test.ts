import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { PracticeCheck } from '#domain/learn/practice-check.ts'
import { type PracticeEntity, practiceFields } from '#domain/learn/practice-fields.ts'
import { inWorkspace } from '#server/enter.ts'
import { addRecord } from '#server/records/records.ts'
import type { Scope } from '#server/scope.ts'
import { type Person, type World, world } from '#test/world.ts'
import { lessonIds, testCourse, writeTestCourse } from '../course-for-tests.ts'
import { collectRecords } from './collect-records.ts'
import { sampleFeedback } from './sample-texts.ts'

let w: World
beforeAll(async () => {
  w = await world()
  writeTestCourse(w.services)
})
afterAll(() => w.close())

const param = { courseId: testCourse, lessonId: lessonIds.practice }
const lesson = ({ api }: Person) => api.courses[':courseId'].lessons[':lessonId']
const check = (person: Person) => read(lesson(person)['practice-checks'].$post({ param }))
const reflect = (person: Person, text: string) => lesson(person).reflection.$put({ param, json: { text } })

const unsaid = {
  context: null,
  contactId: null,
  sourceSystem: null,
  sourceId: null,
  sourceUrl: null,
  language: null,
  processedAt: null,
  processedBy: null,
  redactedAt: null,
}

/** A problem of this member, resting on this many accounts. */
function addProblem({ scoped }: Pick<Person, 'scoped'>, accountCount: number) {
  return scoped(async (scope) => {
    const problem = await addRecord(scope, 'problem', {
      title: 'Crews drive to cancelled jobs',
      who: 'Crews',
      parentId: null,
      stateReason: null,
    })
    for (let at = 0; at < accountCount; at++) await addSupport(scope, problem.id)
    return problem
  })
}

async function addSupport(scope: Scope, problemId: string) {
  const account = await addRecord(scope, 'account', {
    name: 'Nordlys',
    domain: null,
    plan: 'Team',
    segment: 'Small',
    size: 3,
    revenue: 7200,
    customerSince: null,
    churnedAt: null,
    sourceId: null,
  })
  const feedback = await addRecord(scope, 'feedback', {
    ...unsaid,
    text: 'We drove for nothing',
    channel: 'support',
    accountId: account.id,
    saidAt: scope.now(),
  })
  await addRecord(scope, 'insight', {
    feedbackId: feedback.id,
    problemId,
    fromOffset: 3,
    toOffset: 8,
    passage: 'drove',
    stance: 'supports',
    hurt: 2,
  })
}

const makeSandbox = ({ api }: Person) => read(api.sandbox.$put()).then(({ sandbox }) => sandbox!)
const enter = <T>({ id }: Person, workspaceId: string, work: (scope: Scope) => Promise<T>) =>
  inWorkspace(w.services, { workspaceId, memberId: id, origin: 'api' }, work)
const inSandbox = (person: Person, workspaceId: string) => ({
  scoped: <T>(work: (scope: Scope) => Promise<T>) => enter(person, workspaceId, work),
})

test('what is missing is said with the nearest record, and met once it is there', async () => {
  const mia = await w.person('Mia', 'maker')
  const nothing = await check(mia)
  expect(nothing).toMatchObject({ passed: false, checkedIn: { kind: 'real', workspaceId: w.workspaceId } })
  expect(nothing.criteria[0]).toMatchObject({ met: false, message: 'There is no problem of yours that counts yet.', nearest: null })
  const problem = await addProblem(mia, 1)
  expect((await check(mia)).criteria[0]).toMatchObject({
    message: '“Crews drive to cancelled jobs” rests on 1 of 2 customers.',
    nearest: { id: problem.id, key: problem.key, entity: 'problem' },
  })
  await mia.scoped((scope) => addSupport(scope, problem.id))
  const passed = await check(mia)
  expect(passed).toMatchObject({ passed: true, course: { progress: { done: 1, percent: 25 } } })
})

test('a pass stands when the work is gone later', async () => {
  const mia = await w.person('Mia', 'maker')
  await check(mia)
  const problem = await addProblem(mia, 2)
  expect((await check(mia)).passed).toBe(true)
  await mia.scoped(({ db }) => db.updateTable('problems').set({ archivedAt: new Date() }).where('id', '=', problem.id).execute())
  w.passTime(1000)
  expect(await check(mia)).toMatchObject({ passed: false, course: { progress: { done: 1 } } })
  const { practice, done } = await read(lesson(mia).$get({ param }))
  expect(done).toBe(true)
  expect(practice).toMatchObject({ passedAt: expect.any(String), last: { passed: false } })
})

test('work of others, and work from before the course, does not count', async () => {
  const mia = await w.person('Mia', 'maker')
  await addProblem(w.ana, 2)
  await addProblem(mia, 2)
  w.passTime(60_000)
  await read(mia.api.courses[':courseId'].enrolment.$put({ param }))
  expect((await check(mia)).passed).toBe(false)
})

test('a practice workspace has sample records, and belongs to one learner', async () => {
  const mia = await w.person('Mia', 'viewer')
  expect(await read(mia.api.sandbox.$get())).toMatchObject({ sandbox: null, home: { name: 'Larkfield' } })
  const sandbox = await makeSandbox(mia)
  expect(sandbox).toMatchObject({ name: 'Practice of Mia', slug: expect.stringMatching(/^practice-/) })
  expect(await makeSandbox(mia)).toEqual(sandbox)
  const { role, count } = await enter(mia, sandbox.workspaceId, async ({ db, member }) => ({
    role: member.role,
    count: (await db.selectFrom('feedback').select('id').execute()).length,
  }))
  expect(role).toBe('owner')
  expect(count).toBe(sampleFeedback.length)
  expect((await read(w.ben.api.sandbox.$get())).sandbox).toBeNull()
  await expect(enter(w.ben, sandbox.workspaceId, async () => 1)).rejects.toThrow('no longer a member')
})

test('practice in the sandbox passes the lesson at home, also for a viewer, and sample records are not their work', async () => {
  const mia = await w.person('Mia', 'viewer')
  const sandbox = await makeSandbox(mia)
  expect(await check(mia)).toMatchObject({ passed: false })
  await addProblem(inSandbox(mia, sandbox.workspaceId), 2)
  expect(await check(mia)).toMatchObject({ passed: true, checkedIn: { kind: 'sandbox', slug: sandbox.slug } })
  expect((await read(mia.api.courses[':courseId'].$get({ param }))).progress.done).toBe(1)
})

test('a fresh start brings the samples back and takes no pass away', async () => {
  const mia = await w.person('Mia', 'viewer')
  expect((await mia.api.sandbox['fresh-starts'].$post()).status).toBe(409)
  const sandbox = await makeSandbox(mia)
  await check(mia)
  await addProblem(inSandbox(mia, sandbox.workspaceId), 2)
  expect((await check(mia)).passed).toBe(true)
  const { sandbox: fresh } = await read(mia.api.sandbox['fresh-starts'].$post())
  expect(fresh).toMatchObject({ workspaceId: sandbox.workspaceId, slug: sandbox.slug })
  w.passTime(1000)
  expect(await check(mia)).toMatchObject({ passed: false, course: { progress: { done: 1 } } })
})

test('hints come one by one, and end', async () => {
  const hint = (number: string) => lesson(w.ben).hints[':number'].$get({ param: { ...param, number } })
  expect(await read(hint('1'))).toEqual({ number: 1, of: 2, hint: 'Look in the inbox.' })
  expect((await hint('3')).status).toBe(404)
  expect((await hint('first')).status).toBe(404)
  const { practice } = await read(lesson(w.ben).$get({ param }))
  expect(practice).toMatchObject({ hintCount: 2, reflect: 'What would make you drop it?' })
  expect(JSON.stringify(practice)).not.toContain('Look in the inbox')
})

test('a reflection is kept with the pass', async () => {
  const mia = await w.person('Mia', 'maker')
  expect((await reflect(mia, 'Too early')).status).toBe(409)
  await check(mia)
  await addProblem(mia, 2)
  await check(mia)
  expect(await read(reflect(mia, 'If nobody paid.'))).toEqual({ reflection: 'If nobody paid.' })
  expect((await read(lesson(mia).$get({ param }))).practice).toMatchObject({ reflection: 'If nobody paid.' })
})

test('a lesson without practice has nothing to check', async () => {
  const reading = { param: { courseId: testCourse, lessonId: lessonIds.reading } }
  expect((await lesson(w.ana)['practice-checks'].$post(reading)).status).toBe(409)
})

test('strangers are asked to sign in, and too long a reflection is refused', async () => {
  expect((await w.request('/api/v1/sandbox', { method: 'PUT' })).status).toBe(401)
  expect((await reflect(w.ana, 'x'.repeat(10_001))).status).toBe(422)
})

test.each(Object.keys(practiceFields) as PracticeEntity[])('every field of a %s can be read', async (entity) => {
  const asked = PracticeCheck.parse({
    id: 'all',
    scope: { author: 'anyone', since: 'ever' },
    criteria: [{ id: 'one', say: 'One', query: { entity } }],
  })
  const found = await w.owner.scoped(async (scope) => {
    await addOneOf(scope)
    return collectRecords(scope, asked, { learnerId: w.owner.id, enrolledAt: new Date(0) })
  })
  const record = found[entity]!.find(({ createdAt }) => createdAt)
  expect(Object.keys(practiceFields[entity]).filter((field) => record?.[field] === undefined)).toEqual([])
})

/** One record of each kind, tied to each other. */
async function addOneOf(scope: Scope) {
  const contact = await addRecord(scope, 'contact', {
    accountId: null,
    name: 'Marit',
    email: null,
    title: null,
    distinctId: null,
    sourceId: null,
  })
  const problem = await addRecord(scope, 'problem', { title: 'P', parentId: null, stateReason: null })
  await addSupport(scope, problem.id)
  const metric = await addRecord(scope, 'metric', { name: 'M', definition: {}, direction: 'up', unit: '%' })
  const range = { low: 1, high: 2 }
  const bet = await addRecord(scope, 'bet', {
    title: 'B',
    metricId: metric.id,
    reach: range,
    impact: range,
    confidence: { low: 0.2, high: 0.4 },
    effort: null,
    quarter: null,
    stateReason: null,
    launchedAt: null,
  })
  await addRecord(scope, 'success-plan', {
    betId: bet.id,
    metricId: metric.id,
    smallestEffect: 1,
    design: { kind: 'before-after', weeksBefore: 8, season: 'none' },
    plannedPeople: null,
    checkDate: '2026-06-01',
    startedOn: null,
    lockedAt: null,
    lockedBy: null,
    canonical: null,
    hash: null,
  })
  await addRecord(scope, 'verdict', {
    betId: bet.id,
    planHash: null,
    state: 'worked',
    sentence: 'It worked',
    result: {},
    readThrough: scope.now(),
  })
  const spec = await addRecord(scope, 'spec', { title: 'S', betId: bet.id })
  await addRecord(scope, 'story', { specId: spec.id, asA: 'lead', iWant: 'see' })
  await addRecord(scope, 'launch', { title: 'L', betId: bet.id, specId: spec.id, insightId: null, launchOn: null, specVersion: 1 })
  await addRecord(scope, 'decision', {
    question: 'Which?',
    decideBy: null,
    betId: bet.id,
    chosenOption: null,
    decidedAt: null,
    decidedBy: null,
  })
  return contact
}
