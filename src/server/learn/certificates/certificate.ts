import { shownWork, type WorkEvidence } from '#domain/learn/badge.ts'
import type { Course } from '#domain/learn/course.ts'
import { certificateOf, type Fact, workKinds } from '#domain/learn/progress.ts'
import { NotFound } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { readFacts } from '../courses/facts.ts'

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
    shown: await readShownWork(home, course, facts),
  }
}

/** The work that the certificate of a course names; none before there is one. */
export async function readShownWork(home: Scope, course: Course, facts: readonly Fact[]) {
  const certificate = certificateOf(course, { facts })
  return certificate ? shownWork(course, facts, { certificate, evidence: await readEvidence(home, course.id) }) : []
}

/** What was kept when a practice, or what was handed in, passed for the first time: the sentences that were met, and who read it. */
async function readEvidence({ db, workspaceId, member }: Scope, courseId: string): Promise<WorkEvidence[]> {
  const passes = await db
    .selectFrom('lessonCompletions')
    .select(['lessonId', 'rule', 'evidence'])
    .where(({ and }) => and({ workspaceId, memberId: member.id, courseId }))
    .where('rule', 'in', workKinds)
    .execute()
  return passes.map(({ lessonId, rule, evidence }) => {
    const { criteria = [], by = null } = evidence as Kept
    return { kind: rule as WorkEvidence['kind'], lessonId, by, criteria: criteria.filter(({ met }) => met).map(({ say }) => say) }
  })
}

type Kept = { criteria?: { say: string; met: boolean }[]; by?: string | null }
