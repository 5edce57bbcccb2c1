import type { Scope } from '../../scope.ts'
import { addVisit } from './facts.ts'
import type { LessonPlace } from './show-lesson.ts'

/** Somebody reads a lesson. What it asks them to practise may be done already, so the first time it is checked. */
export async function visitLesson(home: Scope, { course, lesson, learner }: LessonPlace, anchor: string | null) {
  const passed = learner.of(course.id).some((fact) => fact.kind === 'practice' && fact.lessonId === lesson.id)
  const awaitsCheck = lesson.practice !== null && !passed
  const isFirst = await addVisit(home, course, { lessonId: lesson.id, anchor, awaitsCheck })
  if (isFirst && awaitsCheck)
    await home.services.jobs.send(home, 'check-practice', { workspaceId: home.workspaceId, memberId: home.member.id, kind: null })
}
