import { expect, test } from 'vitest'
import { read } from '#client/api.ts'
import { world } from '#test/world.ts'
import { reviewedFiles, writeReviewedCourse } from '../course-for-tests.ts'
import { answer, handIn, open, waiting } from '../test-reviews.ts'

async function reviewedWorld() {
  const w = await world()
  writeReviewedCourse(w.services)
  return w
}

const onToday = async (who: Parameters<typeof waiting>[0]) => [
  (await read(who.api.today.$get())).reviews.length,
  (await read(who.api.me.$get())).counts.today,
]

test('Today shows and counts no more than it has room for, and all that waits is listed, the oldest first', async () => {
  await using w = await reviewedWorld()
  for (let number = 1; number <= 9; number++) {
    await read(handIn(await w.person(`Learner ${number}`, 'viewer'), { askedId: w.ben.id }))
    w.passTime(1000)
  }
  expect(await onToday(w.ben)).toEqual([8, 8])
  expect((await waiting(w.ben)).map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Learner ${number}`))
})

test('what is for nobody by name is listed and counted for who leads, and opened by nobody else', async () => {
  await using w = await reviewedWorld()
  const { id } = await read(handIn(w.ben))
  expect(await onToday(w.ana)).toEqual([1, 1])
  expect(await onToday(w.cora)).toEqual([0, 0])
  expect((await open(w.cora, id)).status).toBe(404)
})

test('a list holds what it shows, and neither the text nor the answer', async () => {
  await using w = await reviewedWorld()
  const { id } = await read(handIn(w.cora, { askedId: w.ben.id, text: 'Between us.' }))
  expect(Object.keys((await waiting(w.ben))[0]!).sort()).toEqual(
    ['at', 'courseId', 'courseTitle', 'id', 'kind', 'lessonId', 'lessonTitle', 'name', 'nextStep'].sort(),
  )
  await read(answer(w.ben, id))
  expect(await waiting(w.cora)).toMatchObject([{ id, kind: 'handed-back', name: 'Ben Okoye', nextStep: 'Ask Omar.' }])
  expect(JSON.stringify(await waiting(w.cora))).not.toMatch(/Between us|Who paid/)
})

test('what comes back after a check alone asks for nothing: the lesson is done', async () => {
  await using w = await reviewedWorld()
  const others = [w.ana, w.ben, w.cora, w.ada].map(({ id }) => id)
  const setRemoved = (removedAt: Date | null) =>
    w.owner.scoped(({ db }) => db.updateTable('members').set({ removedAt }).where('id', 'in', others).execute())
  await setRemoved(w.services.now())
  await read(handIn(w.owner, { ticked: ['shown', 'small'] }))
  await setRemoved(null)
  const { id } = await read(handIn(w.owner, { askedId: w.ben.id }))
  await read(answer(w.ben, id))
  expect(await waiting(w.owner)).toEqual([])
})

test('a lesson that left the shelf asks for nothing any more', async () => {
  await using w = await reviewedWorld()
  await read(handIn(w.cora, { askedId: w.ben.id }))
  const { '2-half-a-page.md': _gone, ...files } = reviewedFiles
  writeReviewedCourse(w.services, { ...files, 'course.yaml': files['course.yaml']!.replace(', 2-half-a-page.md', '') })
  expect(await waiting(w.ben)).toEqual([])
  expect(await onToday(w.ben)).toEqual([0, 0])
})
