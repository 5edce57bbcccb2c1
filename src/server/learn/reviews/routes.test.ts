import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi, read } from '#client/api.ts'
import { hashOf, inWorkspace } from '#server/enter.ts'
import { type World, world } from '#test/world.ts'
import { reviewedFiles, reviewedLesson, writeReviewedCourse } from '../course-for-tests.ts'
import {
  answer,
  begin,
  certificate,
  course,
  fourLines,
  handIn,
  lesson,
  lessonApi,
  open,
  review,
  reviewed,
  waiting,
} from '../test-reviews.ts'

let w: World
beforeAll(async () => {
  w = await world()
  writeReviewedCourse(w.services)
})
afterAll(() => w.close())

/** A workspace whose owner has nobody to ask. */
async function aloneIn() {
  const own = await world()
  writeReviewedCourse(own.services)
  await own.owner.scoped(({ db, now }) => db.updateTable('members').set({ removedAt: now() }).where('id', '!=', own.owner.id).execute())
  return own
}

const happened = async () => {
  const rows = await w.ana.scoped(({ db }) =>
    db.selectFrom('activities').select(['what', 'memberId', 'aboutId', 'aboutTitle']).orderBy('id').execute(),
  )
  return rows.filter(({ what }) => /^(review|lesson|course)\./.test(what))
}

test('what is handed in is read, comes back, is handed in again and passes', async () => {
  const mia = await w.person('Mia', 'viewer')
  const lou = await w.person('Lou', 'viewer')
  await read(w.ana.api.bets.$post({ json: { title: 'Receipts' } }))
  await begin(mia)
  expect((await review(mia)).rubric.map(({ id }) => id)).toEqual(['shown', 'small'])

  const first = await read(handIn(mia, { askedId: lou.id, record: 'bet-1', ticked: ['shown'] }))
  expect(first.state).toBe('waiting')
  expect(await waiting(lou)).toMatchObject([{ id: first.id, kind: 'to-read', name: 'Mia', lessonTitle: 'Half a page', nextStep: null }])
  expect((await read(lou.api.today.$get())).reviews).toMatchObject([{ id: first.id, kind: 'to-read' }])
  expect((await read(lou.api.me.$get())).counts).toMatchObject({ today: 1 })
  expect(await read(open(lou, first.id))).toMatchObject({
    learner: 'Mia',
    text: 'I left one hat.',
    recordKey: 'BET-1',
    courseTitle: 'Reviewed',
    ticked: [
      { id: 'shown', yes: true },
      { id: 'small', yes: false },
    ],
  })

  expect(await read(answer(lou, first.id))).toMatchObject({ state: 'handed-back', review: { by: 'Lou', ...fourLines, passed: false } })
  expect((await course(mia)).progress.percent).toBe(50)
  expect(await waiting(lou)).toEqual([])
  expect((await read(mia.api.today.$get())).reviews).toMatchObject([{ kind: 'handed-back', name: 'Lou', nextStep: 'Ask Omar.' }])
  expect((await review(mia)).handIns).toMatchObject([
    {
      state: 'handed-back',
      asked: 'Lou',
      review: {
        answers: [
          { id: 'shown', yes: true },
          { id: 'small', say: 'The next step is small', yes: false },
        ],
      },
    },
  ])

  const second = await read(handIn(mia, { askedId: lou.id, text: 'Better.' }))
  expect((await read(mia.api.today.$get())).reviews).toEqual([])
  await read(answer(lou, second.id, { passed: true, answers: { shown: true, small: true } }))
  expect(await lesson(mia)).toMatchObject({ done: true, rules: [{ kind: 'review', met: true }] })
  expect((await course(mia)).progress.percent).toBe(100)
  expect((await review(mia)).handIns.map(({ state }) => state)).toEqual(['passed', 'handed-back'])
  expect((await read(mia.api.me.$get())).learn.lastPass).toMatchObject({ kind: 'review', lesson: reviewedLesson })
  expect((await handIn(mia, { askedId: lou.id })).status).toBe(409)

  expect(
    (await happened()).map(({ what, memberId, aboutId, aboutTitle }) => [
      what,
      memberId === mia.id ? 'Mia' : 'Lou',
      aboutId === mia.id,
      aboutTitle,
    ]),
  ).toEqual([
    ['course.enrolled', 'Mia', true, 'Mia: Reviewed'],
    ['lesson.completed', 'Mia', true, 'Mia: Begin'],
    ['review.asked', 'Mia', true, 'Mia: Half a page'],
    ['review.handed-back', 'Lou', true, 'Mia: Half a page'],
    ['review.asked', 'Mia', true, 'Mia: Half a page'],
    ['review.passed', 'Lou', true, 'Mia: Half a page'],
    ['lesson.completed', 'Mia', true, 'Mia: Half a page'],
    ['course.finished', 'Mia', true, 'Mia: Reviewed'],
  ])
  expect((await certificate(mia)).shown).toMatchObject([
    { kind: 'review', title: 'Half a page', by: 'Lou', criteria: ['It is shown by a record', 'The next step is small'] },
  ])
})

test('without a name it waits for whoever leads, and the first who answers has answered', async () => {
  const kim = await w.person('Kim', 'viewer')
  const { id } = await read(handIn(kim))
  expect((await waiting(w.ana)).map((row) => row.id)).toContain(id)
  expect(await waiting(w.cora)).toEqual([])
  const answers = await Promise.all([answer(w.ana, id), answer(w.ada, id)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await open(w.cora, id)).status).toBe(404)
})

test('nobody reviews themselves, not even an owner', async () => {
  const { id } = await read(handIn(w.owner))
  expect(await waiting(w.owner)).toEqual([])
  expect((await open(w.owner, id)).status).toBe(404)
  expect((await answer(w.owner, id, { passed: true })).status).toBe(404)
  expect((await handIn(w.owner, { askedId: w.owner.id })).status).toBe(422)
})

test('who was not asked, and another workspace, see nothing of it', async () => {
  const noa = await w.person('Noa', 'viewer')
  const { id } = await read(handIn(noa, { askedId: w.ben.id }))
  for (const other of [w.ana, w.owner, w.eve]) {
    expect((await open(other, id)).status).toBe(404)
    expect((await answer(other, id)).status).toBe(404)
  }
  expect((await open(w.ben, 'nonsense')).status).toBe(404)
  expect((await w.request(`/api/v1/learning/reviews/${id}`)).status).toBe(401)
})

test('handing in again replaces what waits, and whoever was reading the old one is told', async () => {
  const ida = await w.person('Ida', 'viewer')
  const before = await read(handIn(ida, { askedId: w.ben.id }))
  const after = await read(handIn(ida, { askedId: w.cora.id, text: 'Newer.' }))
  expect((await waiting(w.ben)).map((row) => row.id)).not.toContain(before.id)
  expect((await waiting(w.cora)).map((row) => row.id)).toContain(after.id)
  const refused = await answer(w.ben, before.id)
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('Ida has handed in again since')])
})

test('an answer that leaves something open is refused, with the line it is about', async () => {
  const ole = await w.person('Ole', 'viewer')
  const { id } = await read(handIn(ole, { askedId: w.ben.id }))
  const refused = await answer(w.ben, id, { answers: { shown: true } })
  expect([refused.status, await refused.json()]).toMatchObject([422, { fields: [{ path: 'answers.small' }] }])
  expect((await answer(w.ben, id, { nextStep: '  ' })).status).toBe(422)
  expect((await handIn(ole, { text: ' ' })).status).toBe(422)
  expect((await handIn(ole, { record: 'BET-999' })).status).toBe(422)
  expect((await handIn(ole, { askedId: w.eve.id })).status).toBe(422)
  const elsewhere = { param: { ...reviewed, lessonId: '01M85VFYGHH18RD002HNFK2B01' }, json: { text: 'x' } }
  expect((await lessonApi(ole.api)['hand-ins'].$post(elsewhere)).status).toBe(409)
  expect((await review(ole)).handIns.map(({ state }) => state)).toEqual(['waiting'])
})

test('who is alone finishes by their own check, and everything that follows says so', async () => {
  await using own = await aloneIn()
  await begin(own.owner)
  expect(await review(own.owner)).toMatchObject({ reviewers: [], mayAskAnyLead: false })
  expect((await read(handIn(own.owner, { ticked: ['shown'] }))).state).toBe('unfinished')
  expect((await lesson(own.owner)).done).toBe(false)
  expect((await read(handIn(own.owner, { ticked: ['shown', 'small'] }))).state).toBe('self-checked')
  expect((await lesson(own.owner)).done).toBe(true)
  const before = await certificate(own.owner)
  expect(before.shown).toMatchObject([{ kind: 'self-check', by: null, criteria: ['It is shown by a record', 'The next step is small'] }])
  expect((await course(own.owner)).shown).toEqual(before.shown)
  const csv = await own.request('/api/v1/learning/progress.csv', { headers: own.owner.headers })
  expect(await csv.text()).toMatch(/Half a page,self-check,/)
  const { lessons } = await read(own.owner.api.courses[':courseId'].stalls.$get({ param: reviewed }))
  expect(lessons.at(-1)?.reviews).toMatchObject({ passed: 0, selfChecked: 1, waiting: 0, count: 0 })

  own.passTime(60_000)
  const zoe = await own.person('Zoe', 'viewer')
  const { id } = await read(handIn(own.owner, { askedId: zoe.id }))
  await read(answer(zoe, id, { passed: true }))
  expect(await certificate(own.owner)).toEqual(before)
  expect((await course(own.owner)).shown).toEqual(before.shown)
})

test('what somebody read in time stands on the course’s page as on the certificate: once, by whom', async () => {
  await using own = await aloneIn()
  await read(handIn(own.owner, { ticked: ['shown', 'small'] }))
  expect((await course(own.owner)).shown).toEqual([])
  own.passTime(60_000)
  const zoe = await own.person('Zoe', 'viewer')
  const { id } = await read(handIn(own.owner, { askedId: zoe.id }))
  await read(answer(zoe, id, { passed: true, answers: { shown: true, small: true } }))
  own.passTime(60_000)
  await begin(own.owner)
  const { shown } = await course(own.owner)
  expect(shown).toMatchObject([{ lessonId: reviewedLesson, title: 'Half a page', kind: 'review', by: 'Zoe' }])
  expect(shown).toEqual((await certificate(own.owner)).shown)
})

test('what was checked alone is nobody’s to open, also for who joins later and leads', async () => {
  await using own = await aloneIn()
  const { id } = await read(handIn(own.owner, { ticked: ['shown'] }))
  const mara = await own.person('Mara', 'maker')
  expect((await open(mara, id)).status).toBe(404)
  expect((await answer(mara, id, { passed: true })).status).toBe(404)
  expect(await waiting(mara)).toEqual([])
})

test('whoever reads it hears in which language its rubric is written', async () => {
  await using own = await world()
  const german = reviewedFiles['2-half-a-page.md']!.replace('minutes: 5', 'minutes: 5\nlanguage: de')
  writeReviewedCourse(own.services, { ...reviewedFiles, '2-half-a-page.md': german })
  const { id } = await read(handIn(own.cora, { askedId: own.ben.id }))
  expect((await read(open(own.ben, id))).language).toBe('de')
  writeReviewedCourse(own.services)
  expect((await read(open(own.ben, id))).language).toBe('en')
})

test('people who are only named in sample records cannot be asked', async () => {
  await w.owner.scoped(({ db, workspaceId }) =>
    db
      .insertInto('members')
      .values({
        workspaceId,
        id: '01a20bc9-ba33-7c82-a323-beed5ffa8399',
        userId: null,
        name: 'Rosa',
        email: null,
        role: 'maker',
        removedAt: null,
      })
      .execute(),
  )
  expect((await review(w.ben)).reviewers.map(({ name }) => name)).not.toContain('Rosa')
  expect((await handIn(w.ben, { askedId: '01a20bc9-ba33-7c82-a323-beed5ffa8399' })).status).toBe(422)
})

test('an author who changes the rubric meanwhile changes no answer, and what was done stays done', async () => {
  await using own = await world()
  writeReviewedCourse(own.services)
  const mia = await own.person('Mia', 'viewer')
  const { id } = await read(handIn(mia, { askedId: own.ben.id }))
  const rewritten = reviewedFiles['2-half-a-page.md']!.replace('id: small, say: The next step is small', 'id: other, say: Something else')
  writeReviewedCourse(own.services, { '2-half-a-page.md': rewritten })
  expect((await review(mia)).rubric.map((line) => line.id)).toEqual(['shown', 'other'])
  await read(answer(own.ben, id, { passed: true }))
  expect((await lesson(mia)).done).toBe(true)
  expect((await review(mia)).handIns[0]?.review?.answers.map((line) => line.id)).toEqual(['shown', 'small'])
})

test('a hand-in from a practice workspace is kept at home, without a record that others cannot open', async () => {
  const pia = await w.person('Pia', 'viewer')
  const { sandbox } = await read(pia.api.sandbox.$put())
  const { workspaceId } = sandbox!
  const secret = 'trc_in_practice'
  await inWorkspace(w.services, { workspaceId, memberId: pia.id, origin: 'api' }, ({ db, now }) =>
    db
      .insertInto('apiKeys')
      .values({ workspaceId, id: pia.id, memberId: pia.id, name: 'test', prefix: 'trc_', hash: hashOf(secret), createdAt: now() })
      .execute(),
  )
  const fromPractice = {
    api: createApi('http://test', { headers: { authorization: `Bearer ${secret}` }, fetch: w.request as typeof fetch }),
  }
  expect((await handIn(fromPractice, { askedId: w.ben.id, record: 'PROB-1' })).status).toBe(422)
  await read(handIn(fromPractice, { askedId: w.ben.id }))
  expect((await waiting(w.ben)).map(({ name }) => name)).toContain('Pia')
  expect((await review(pia)).handIns).toMatchObject([{ state: 'waiting' }])
})
