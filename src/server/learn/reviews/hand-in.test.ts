import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { type World, world } from '#test/world.ts'
import { writeReviewedCourse } from '../course-for-tests.ts'
import { openLesson } from '../courses/open-lesson.ts'
import { begin, fourLines, handIn, review, reviewed } from '../test-reviews.ts'
import { answerHandIn } from './answer.ts'
import { handIn as handInWithin } from './hand-in.ts'

let w: World
beforeAll(async () => {
  w = await world()
  writeReviewedCourse(w.services)
})
afterAll(() => w.close())

/** Until another transaction stands before a lock of ours. */
async function somebodyWaits() {
  const waits = sql`select pid from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`
  while ((await waits.execute(w.services.db)).rows.length === 0) await wait(10)
}

test('a hand-in that comes while the one before is being passed finds that it has passed', async () => {
  const mia = await w.person('Mia', 'viewer')
  const { id } = await read(handIn(mia, { askedId: w.ben.id }))
  const { late } = await w.ben.scoped(async (home) => {
    await answerHandIn(home, id, { ...fourLines, answers: { shown: true, small: true }, passed: true })
    const late = handIn(mia, { askedId: w.ben.id, text: 'Better.' })
    await somebodyWaits()
    return { late }
  })
  const refused = await late
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('This has passed already.')])
  expect((await review(mia)).handIns.map(({ state, text }) => [state, text])).toEqual([['passed', 'I left one hat.']])
})

test('of two first hand-ins at the same moment one waits, and the other is told', async () => {
  const noa = await w.person('Noa', 'viewer')
  await begin(noa)
  const { second } = await noa.scoped(async (home) => {
    const first = { text: 'The first.', record: null, ticked: [], askedId: w.ben.id }
    await handInWithin(home, await openLesson(home, reviewed), first)
    const second = handIn(noa, { askedId: w.ben.id, text: 'The second.' })
    await somebodyWaits()
    return { second }
  })
  const refused = await second
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('This was handed in a moment ago')])
  expect((await review(noa)).handIns.map(({ state, text }) => [state, text])).toEqual([['waiting', 'The first.']])
})
