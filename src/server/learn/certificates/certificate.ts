import { shownWork } from '#domain/learn/badge.ts'
import type { Course } from '#domain/learn/course.ts'
import { certificateOf } from '#domain/learn/progress.ts'
import { NotFound } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { readFacts } from '../courses/facts.ts'
import type { Checked } from '../practice/practice-results.ts'

export type CertificatePage = Awaited<ReturnType<typeof findCertificate>>

/** What somebody showed in a course they finished: who, what, when, and the work that was checked. */
export async function findCertificate(home: Scope, course: Course) {
  const facts = (await readFacts(home, course.id)).of(course.id)
  const certificate = certificateOf(course, { facts })
  if (!certificate) throw new NotFound('There is a certificate when every required lesson of the course is done.')
  const { id, title, summary, language } = course
  return {
    course: { id, title, summary, language },
    learner: home.member.name,
    workspace: home.workspace.name,
    ...certificate,
    shown: shownWork(course, facts, { certificate, evidence: await readEvidence(home, course.id) }),
  }
}

/** The sentences of the checks that were met when a practice was passed for the first time. */
async function readEvidence({ db, workspaceId, member }: Scope, courseId: string) {
  const passes = await db
    .selectFrom('lessonCompletions')
    .select(['lessonId', 'evidence'])
    .where(({ and }) => and({ workspaceId, memberId: member.id, courseId, rule: 'practice' }))
    .execute()
  return new Map(passes.map(({ lessonId, evidence }) => [lessonId, metIn(evidence as Partial<Checked>)]))
}

const metIn = ({ criteria = [] }: Partial<Checked>) => criteria.filter(({ met }) => met).map(({ say }) => say)
