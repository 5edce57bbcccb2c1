import { findLesson, type Lesson } from '#domain/learn/course.ts'
import type { Scope } from '../../scope.ts'
import { listCourses } from '../shelf.ts'
import { type ReadHandIn, readHandIns } from './hand-ins.ts'
import { hasLead, listReviewers } from './reviewers.ts'

/** What a lesson asks to be handed in, whom to ask, and what was said so far. */
export async function showReview(home: Scope, { id: lessonId, rubric }: Lesson) {
  if (!rubric.length) return null
  const reviewers = await listReviewers(home)
  const handIns = await readHandIns(home, { memberId: home.member.id, lessonId })
  return {
    rubric,
    reviewers: reviewers.map(({ id, name }) => ({ id, name })),
    mayAskAnyLead: hasLead(reviewers),
    handIns: handIns.map(({ memberId: _me, learner: _name, courseId: _course, lessonId: _lesson, replacedAt: _when, ...handIn }) => handIn),
  }
}

/** A hand-in for who reads it: what the lesson asked for, what was written, and what was answered. Of a lesson that left the shelf nothing more is known. */
export function showHandIn({ services }: Scope, { askedId: _asked, replacedAt: _when, alone: _alone, ...handIn }: ReadHandIn) {
  const course = listCourses(services).find(({ id }) => id === handIn.courseId)
  const lesson = course && findLesson(course, handIn.lessonId)?.lesson
  const language = lesson?.language ?? course?.language ?? ''
  return { ...handIn, courseTitle: course?.title ?? '', lessonTitle: lesson?.title ?? '', language }
}
