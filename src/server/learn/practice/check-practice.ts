import type { Course, Lesson } from '#domain/learn/course.ts'
import { checkPractice, type WhoAndWhen } from '#domain/learn/practice.ts'
import type { PracticeCheck } from '#domain/learn/practice-check.ts'
import { Conflict } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { addLearnerFact, enrol, readFacts } from '../courses/facts.ts'
import { inOtherWorkspace } from '../other-workspace.ts'
import { collectRecords } from './collect-records.ts'
import { addPracticeResult, type Checked } from './practice-results.ts'
import { findSandbox } from './sandbox.ts'

/** Checks the learner's records where the lesson allows it, keeps the result, and passes the practice when everything required is met. */
export async function checkLessonPractice(home: Scope, { course, lesson }: { course: Course; lesson: Lesson }): Promise<Checked> {
  const check = practiceOf(lesson)
  await enrol(home, course)
  const enrolledAt = (await readFacts(home, course.id)).enrolledAt(course.id) ?? home.now()
  const checked = best(await checkPlaces(home, check, { learnerId: home.member.id, enrolledAt }))
  await addPracticeResult(home, lesson.id, checked)
  if (checked.passed) await addLearnerFact(home, course, { kind: 'practice', lessonId: lesson.id, at: home.now(), evidence: checked })
  return checked
}

export function practiceOf({ practice }: Lesson): PracticeCheck {
  if (!practice) throw new Conflict('This lesson has no practice.')
  return practice
}

async function checkPlaces(home: Scope, check: PracticeCheck, who: WhoAndWhen) {
  const places: Checked[] = []
  const wanted = check.scope.workspace
  if (wanted !== 'sandbox') places.push(await checkIn(home, check, who))
  const sandbox = wanted === 'own' ? undefined : await findSandbox(home)
  if (sandbox) places.push(await inOtherWorkspace(home, sandbox.workspaceId, (there) => checkIn(there, check, who)))
  if (!places.length) throw new Conflict('This happens in your practice workspace. Make one first.')
  return places
}

async function checkIn(scope: Scope, check: PracticeCheck, who: WhoAndWhen): Promise<Checked> {
  const { id, slug, name, kind } = scope.workspace
  return { ...checkPractice(check, await collectRecords(scope, check, who)), checkedIn: { workspaceId: id, slug, name, kind } }
}

/** Where most is met; among equals the learner's own workspace, because work counts twice there. */
function best(places: readonly Checked[]) {
  const metIn = ({ criteria }: Checked) => criteria.filter(({ met }) => met).length
  return [...places].sort((a, b) => Number(b.passed) - Number(a.passed) || metIn(b) - metIn(a))[0]!
}
