import { expect, test } from 'vitest'
import { credentialOf, shownWork, type WorkEvidence } from './badge.ts'
import { drawBadge, findCredential } from './badge-svg.ts'
import type { CompletionRule, Course, Lesson } from './course.ts'
import type { Fact } from './progress.ts'

const day = (number: number) => new Date(Date.UTC(2026, 2, number))
const lesson = (id: string, completion: CompletionRule[]): Lesson => ({
  id,
  file: `${id}.md`,
  title: `Lesson ${id}`,
  kind: 'quiz',
  minutes: 5,
  language: null,
  optional: false,
  completion,
  sources: [],
  parts: [],
  practice: null,
  rubric: [],
})
const course: Course = {
  id: 'c',
  folder: 'c',
  title: 'Three hats',
  summary: 'What the job is.',
  version: 2,
  hat: 'learn',
  language: 'en',
  modules: [
    {
      id: 'm',
      title: 'M',
      after: null,
      lessons: [lesson('quiz', [{ kind: 'quiz', pass: 80 }]), lesson('work', [{ kind: 'practice' }]), lesson('read', [{ kind: 'read' }])],
    },
  ],
}
const certificate = { at: day(10), version: 2, updatedSince: false }
const none: WorkEvidence[] = []
const kept = (kind: WorkEvidence['kind'], lessonId: string, criteria: string[], by: string | null = null): WorkEvidence => ({
  kind,
  lessonId,
  criteria,
  by,
})

test('a certificate names passed practices and quizzes with their days, and no pages that were only read', () => {
  const facts: Fact[] = [
    { kind: 'read', lessonId: 'read', at: day(1) },
    { kind: 'quiz', lessonId: 'quiz', score: 40, at: day(2) },
    { kind: 'practice', lessonId: 'work', at: day(3) },
    { kind: 'quiz', lessonId: 'quiz', score: 90, at: day(4) },
    { kind: 'quiz', lessonId: 'quiz', score: 100, at: day(5) },
  ]
  expect(shownWork(course, facts, { certificate, evidence: [kept('practice', 'work', ['Two customers are tied'])] })).toEqual([
    { lessonId: 'work', title: 'Lesson work', kind: 'practice', at: day(3), score: null, by: null, criteria: ['Two customers are tied'] },
    { lessonId: 'quiz', title: 'Lesson quiz', kind: 'quiz', at: day(4), score: 90, by: null, criteria: [] },
  ])
})

test('what was done after the certificate is not on it', () => {
  const facts: Fact[] = [{ kind: 'practice', lessonId: 'work', at: day(11) }]
  expect(shownWork(course, facts, { certificate, evidence: none })).toEqual([])
})

test('an author who raises the pass mark or removes a practice takes nothing away', () => {
  const facts: Fact[] = [
    { kind: 'quiz', lessonId: 'quiz', score: 60, at: day(1) },
    { kind: 'quiz', lessonId: 'quiz', score: 70, at: day(2) },
    { kind: 'practice', lessonId: 'gone', at: day(3) },
  ]
  const shown = shownWork(course, facts, { certificate, evidence: [kept('practice', 'gone', ['A bet has a guardrail'])] })
  expect(shown.map(({ title, score }) => [title, score])).toEqual([
    ['Lesson quiz', 70],
    ['A bet has a guardrail', null],
  ])
})

test('a task says who read it, and where nobody did that the learner checked it alone', () => {
  const alone: Fact = { kind: 'self-check', lessonId: 'work', at: day(3) }
  const evidence = [kept('self-check', 'work', ['It is shown']), kept('review', 'work', ['It is shown'], 'Ana')]
  const told = (facts: Fact[]) =>
    credentialOf({ ...awarded, shown: shownWork(course, facts, { certificate, evidence }) }).evidence.map(({ genre, narrative }) => [
      genre,
      narrative,
    ])
  expect(told([alone])).toEqual([
    ['Self-check', 'Checked by the learner alone on 2026-03-03: nobody else was there to read it. It is shown.'],
  ])
  expect(told([alone, { kind: 'review', lessonId: 'work', at: day(4) }])).toEqual([
    ['Review', 'Read and passed by Ana on 2026-03-04. It is shown.'],
  ])
  expect(told([alone, { kind: 'review', lessonId: 'work', at: day(11) }])).toEqual(told([alone]))
})

const awarded = {
  id: 'urn:uuid:1',
  issuer: { id: 'https://t.example/api/v1/public/issuers/w', name: 'Larkfield', url: 'https://t.example' },
  course,
  certificate,
  shown: shownWork(course, [{ kind: 'quiz', lessonId: 'quiz', score: 90, at: day(4) }], { certificate, evidence: none }),
  learner: { name: 'Mia', hashedEmail: 'ab12', salt: 's' },
}

test('the credential has what Open Badges 3.0 asks for', () => {
  expect(credentialOf(awarded)).toMatchObject({
    '@context': ['https://www.w3.org/ns/credentials/v2', expect.stringContaining('ob/v3p0')],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: awarded.issuer.id, type: ['Profile'], name: 'Larkfield' },
    validFrom: '2026-03-10T00:00:00.000Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Mia' },
        { identityType: 'emailAddress', hashed: true, identityHash: 'sha256$ab12', salt: 's' },
      ],
      achievement: {
        type: ['Achievement'],
        name: 'Three hats',
        criteria: { narrative: expect.stringContaining('practice') },
        version: '2',
      },
    },
    evidence: [{ type: ['Evidence'], genre: 'Quiz', name: 'Lesson quiz', narrative: 'Answered 90% of the questions right on 2026-03-04.' }],
  })
})

test('a mail address that is not known is not made up', () => {
  const { identifier } = credentialOf({ ...awarded, learner: { name: 'Mia', hashedEmail: null, salt: '' } }).credentialSubject
  expect(identifier.map(({ identityType }) => identityType)).toEqual(['name'])
})

const badge = { title: 'What a <PM> is & "not": a very long title that goes on', learner: 'Mia', issuer: 'Larkfield', day: '10 March 2026' }

test('a credential baked into a picture is found again, and names break nothing', () => {
  const svg = drawBadge({ ...badge, credential: 'ab.cd_-.ef' })
  expect(findCredential(svg)).toBe('ab.cd_-.ef')
  expect(svg).not.toContain('<PM>')
  expect(svg).toContain('&lt;PM&gt;')
})

test.each<[string, string | undefined]>([
  ['  ab.cd.ef\n', 'ab.cd.ef'],
  ["<svg><openbadges:credential a='1' verify='ab.cd.ef'></svg>", 'ab.cd.ef'],
  ['<svg><openbadges:credential verify="ab cd"/></svg>', undefined],
  ['<svg/>', undefined],
  ['', undefined],
])('in %j there is %s', (text, found) => {
  expect(findCredential(text)).toBe(found)
})
