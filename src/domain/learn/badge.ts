import { dayOf } from '../dates.ts'
import { type Course, findLesson, type Lesson } from './course.ts'
import { passMarkOf } from './pass-mark.ts'
import { type Certificate, type Fact, type WorkKind, workKinds } from './progress.ts'

export const shownKinds = ['quiz', ...workKinds] as const

/** Work that was checked, read or answered before the course was finished: what a certificate names. `by`: who read it. */
export type ShownWork = {
  lessonId: string
  title: string
  kind: (typeof shownKinds)[number]
  at: Date
  score: number | null
  by: string | null
  criteria: string[]
}

/** What was kept when work passed: the sentences that were met, and who read it. */
export type WorkEvidence = { kind: WorkKind; lessonId: string; criteria: readonly string[]; by: string | null }

/**
 * Counts up to the day of the certificate only: what an author adds later is not what was shown then. A practice that left the course since
 * keeps its place, under the words of its check. Where nobody else read a task, it says so, unless somebody read it in time after all.
 */
export function shownWork(course: Course, facts: readonly Fact[], { certificate, evidence }: Shown): ShownWork[] {
  const then = facts.filter(({ at }) => at <= certificate.at)
  const work = then.flatMap((fact) => (isWork(fact) && !isOutdone(fact, then) ? [shownPiece(course, fact, evidence)] : []))
  const quizzes = course.modules.flatMap(({ lessons }) => lessons.flatMap((lesson) => shownQuiz(lesson, then) ?? []))
  return [...work, ...quizzes].sort((a, b) => a.at.getTime() - b.at.getTime() || a.title.localeCompare(b.title))
}

export type Shown = { certificate: Certificate; evidence: readonly WorkEvidence[] }
type Work = { kind: WorkKind; lessonId: string; at: Date }

const isWork = (fact: Fact): fact is Work & Fact => (workKinds as readonly string[]).includes(fact.kind)

/** Once a person has read it, that nobody had is no longer the news. */
const isOutdone = ({ kind, lessonId }: Work, facts: readonly Fact[]) =>
  kind === 'self-check' && facts.some((fact) => fact.kind === 'review' && fact.lessonId === lessonId)

function shownPiece(course: Course, { kind, lessonId, at }: Work, evidence: readonly WorkEvidence[]): ShownWork {
  const kept = evidence.find((one) => one.kind === kind && one.lessonId === lessonId)
  const criteria = [...(kept?.criteria ?? [])]
  const title = findLesson(course, lessonId)?.lesson.title ?? criteria[0] ?? 'A task that is no longer in the course'
  return { lessonId, title, kind, at, score: null, by: kept?.by ?? null, criteria }
}

/** The first try that was enough; when the pass mark was raised since, the best one. */
function shownQuiz(lesson: Lesson, facts: readonly Fact[]): ShownWork | undefined {
  const { id, title, completion } = lesson
  const tries = facts.flatMap((fact) => (fact.kind === 'quiz' && fact.lessonId === id ? [fact] : []))
  if (!tries.length || !completion.some(({ kind }) => kind === 'quiz')) return undefined
  const { at, score } =
    tries.find((one) => one.score >= passMarkOf(lesson)) ?? tries.reduce((best, one) => (one.score > best.score ? one : best))
  return { lessonId: id, title, kind: 'quiz', at, score, by: null, criteria: [] }
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
  'Every required lesson of the course was completed: readings were read to the end, quizzes were answered to their pass mark, each practice was done in a real workspace and met every criterion of its check, and each task for a person to read was passed by one. Where nobody else was there to read it, the evidence says that the learner checked it alone.'

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

const genres = { quiz: 'Quiz', practice: 'Practice', review: 'Review', 'self-check': 'Self-check' } as const

function evidenceOf(work: ShownWork) {
  const { title, kind, criteria } = work
  return { type: ['Evidence'], genre: genres[kind], name: title, narrative: [happened(work), ...criteria.map(asSentence)].join(' ') }
}

function happened({ kind, at, score, by }: ShownWork) {
  const day = dayOf(at)
  if (kind === 'quiz') return `Answered ${score}% of the questions right on ${day}.`
  if (kind === 'review') return `Read and passed by ${by ?? 'a person'} on ${day}.`
  return kind === 'practice' ? `Passed on ${day}.` : `Checked by the learner alone on ${day}: nobody else was there to read it.`
}

const asSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
