import type { Course, Lesson } from '#domain/learn/course.ts'
import { checkPractice, type WhoAndWhen } from '#domain/learn/practice.ts'
import type { PracticeCheck } from '#domain/learn/practice-check.ts'
import { Conflict } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import type { Scope } from '../../scope.ts'
import { aboutMe, addLearnerFact, enrol, readFacts } from '../courses/facts.ts'
import { inOtherWorkspace } from '../other-workspace.ts'
import { collectRecords } from './collect-records.ts'
import { inPracticePlaces } from './practice-places.ts'
import { addPracticeResult, type Checked } from './practice-results.ts'

type PracticePlace = { course: Course; lesson: Lesson }

/** Checks the learner's records where the lesson allows it, keeps the result, and passes the practice when everything required is met. */
export async function checkLessonPractice(home: Scope, place: PracticePlace): Promise<Checked> {
  await enrol(home, place.course)
  const checked = await lookAtPractice(home, place)
  await keep(home, place, checked)
  return checked
}

/** How the practice stands at this moment. Keeps nothing. */
export async function lookAtPractice(home: Scope, place: PracticePlace): Promise<Checked> {
  const checked = await checkPlaces(home, place)
  if (!checked) throw new Conflict('This happens in your practice workspace. Make one first.')
  return checked
}

/** After something changed: only a pass is kept, for what is half done is not news. */
export async function checkAgain(home: Scope, place: PracticePlace) {
  const checked = await checkPlaces(home, place)
  if (checked?.passed) await keep(home, place, checked)
}

async function keep(home: Scope, { course, lesson }: PracticePlace, checked: Checked) {
  await addPracticeResult(home, lesson.id, checked)
  if (!checked.passed) return
  const isNew = await addLearnerFact(home, course, { kind: 'practice', lessonId: lesson.id, at: home.now(), evidence: checked })
  if (isNew && checked.checkedIn.kind === 'sandbox') await tellSandbox(home, checked.checkedIn.workspaceId, lesson)
}

/** Somebody who works in the sandbox follows the journal there. */
const tellSandbox = (home: Scope, sandboxId: string, lesson: Lesson) =>
  inOtherWorkspace(home, sandboxId, (there) => record(there, aboutMe(there, 'practice.passed', lesson)))

export function practiceOf({ practice }: Lesson): PracticeCheck {
  if (!practice) throw new Conflict('This lesson has no practice.')
  return practice
}

async function checkPlaces(home: Scope, { course, lesson }: PracticePlace) {
  const check = practiceOf(lesson)
  const enrolledAt = (await readFacts(home, course.id)).enrolledAt(course.id) ?? home.now()
  const who: WhoAndWhen = { learnerId: home.member.id, enrolledAt }
  return best(await inPracticePlaces(home, check, (place) => checkIn(place, check, who)))
}

async function checkIn(scope: Scope, check: PracticeCheck, who: WhoAndWhen): Promise<Checked> {
  const { id, slug, name, kind } = scope.workspace
  return { ...checkPractice(check, await collectRecords(scope, check, who)), checkedIn: { workspaceId: id, slug, name, kind } }
}

/** Where most is met; among equals the learner's own workspace, because work counts twice there. */
function best(places: readonly Checked[]): Checked | undefined {
  const metIn = ({ criteria }: Checked) => criteria.filter(({ met }) => met).length
  return [...places].sort((a, b) => Number(b.passed) - Number(a.passed) || metIn(b) - metIn(a))[0]
}
