import { dayOf } from '../dates.ts'
import { type Course, findLesson, type Lesson } from './course.ts'
import { passMarkOf } from './pass-mark.ts'
import type { Certificate, Fact } from './progress.ts'

/** Work that was checked or answered before the course was finished: what a certificate names. */
export type ShownWork = { lessonId: string; title: string; kind: 'practice' | 'quiz'; at: Date; score: number | null; criteria: string[] }

/** What a passed practice kept of its check: the sentences that were met. */
export type PracticeEvidence = ReadonlyMap<string, readonly string[]>

/**
 * Counts up to the day of the certificate only: what an author adds later is not what was shown then. A practice that left the course since
 * keeps its place, under the words of its check.
 */
export function shownWork(course: Course, facts: readonly Fact[], { certificate, evidence }: Shown): ShownWork[] {
  const then = facts.filter(({ at }) => at <= certificate.at)
  const practices = then.flatMap((fact) => (fact.kind === 'practice' ? [shownPractice(course, fact, evidence)] : []))
  const quizzes = course.modules.flatMap(({ lessons }) => lessons.flatMap((lesson) => shownQuiz(lesson, then) ?? []))
  return [...practices, ...quizzes].sort((a, b) => a.at.getTime() - b.at.getTime() || a.title.localeCompare(b.title))
}

export type Shown = { certificate: Certificate; evidence: PracticeEvidence }

function shownPractice(course: Course, { lessonId, at }: { lessonId: string; at: Date }, evidence: PracticeEvidence): ShownWork {
  const criteria = [...(evidence.get(lessonId) ?? [])]
  const title = findLesson(course, lessonId)?.lesson.title ?? criteria[0] ?? 'A practice that is no longer in the course'
  return { lessonId, title, kind: 'practice', at, score: null, criteria }
}

/** The first try that was enough; when the pass mark was raised since, the best one. */
function shownQuiz(lesson: Lesson, facts: readonly Fact[]): ShownWork | undefined {
  const { id, title, completion } = lesson
  const tries = facts.flatMap((fact) => (fact.kind === 'quiz' && fact.lessonId === id ? [fact] : []))
  if (!tries.length || !completion.some(({ kind }) => kind === 'quiz')) return undefined
  const { at, score } =
    tries.find((one) => one.score >= passMarkOf(lesson)) ?? tries.reduce((best, one) => (one.score > best.score ? one : best))
  return { lessonId: id, title, kind: 'quiz', at, score, criteria: [] }
}

export type Issuer = { id: string; name: string; url: string }
export type Awarded = {
  id: string
  issuer: Issuer
  course: Pick<Course, 'id' | 'title' | 'summary' | 'language'>
  certificate: Certificate
  shown: readonly ShownWork[]
  /** The mail address only as a salted hash: whoever knows it can check it, nobody else learns it. */
  learner: { name: string; hashedEmail: string | null; salt: string }
}

/** Where the words of a credential are defined. */
export const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json']

const CRITERIA =
  'Every required lesson of the course was completed: readings were read to the end, quizzes were answered to their pass mark, and each practice was done in a real workspace and met every criterion of its check.'

/** An Open Badges 3.0 credential (1EdTech, 2024), before it is signed. */
export function credentialOf({ id, issuer, course, certificate, shown, learner }: Awarded) {
  return {
    '@context': contexts,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: course.title,
    issuer: { ...issuer, type: ['Profile'] },
    validFrom: certificate.at.toISOString(),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: identities(learner),
      achievement: achievementOf(issuer, course, certificate.version),
    },
    evidence: shown.map(evidenceOf),
  }
}

export type Credential = ReturnType<typeof credentialOf>

export function achievementOf(issuer: Pick<Issuer, 'id'>, { id, title, summary, language }: Awarded['course'], version: number) {
  return {
    id: `${issuer.id}/courses/${id}`,
    type: ['Achievement'],
    achievementType: 'CertificateOfCompletion',
    name: title,
    description: summary,
    criteria: { narrative: CRITERIA },
    inLanguage: language,
    version: String(version),
  }
}

function identities({ name, hashedEmail, salt }: Awarded['learner']) {
  const named = { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: name }
  if (!hashedEmail) return [named]
  return [named, { type: 'IdentityObject', identityType: 'emailAddress', hashed: true, identityHash: `sha256$${hashedEmail}`, salt }]
}

function evidenceOf({ title, kind, at, score, criteria }: ShownWork) {
  const day = dayOf(at)
  const narrative =
    kind === 'quiz'
      ? `Answered ${score}% of the questions right on ${day}.`
      : `Passed on ${day}. ${criteria.map(asSentence).join(' ')}`.trim()
  return { type: ['Evidence'], genre: kind === 'quiz' ? 'Quiz' : 'Practice', name: title, narrative }
}

const asSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
