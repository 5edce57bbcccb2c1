import { Hono } from 'hono'
import { z } from 'zod'
import { FourLines, handInStates } from '#domain/learn/review.ts'
import { NotAccepted } from '#domain/problems.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import type { Env } from '../../scope.ts'
import { openLesson } from '../courses/open-lesson.ts'
import { atHome } from '../other-workspace.ts'
import { answerHandIn, findHandIn } from './answer.ts'
import { handIn } from './hand-in.ts'
import { showHandIn } from './show-review.ts'
import { listReviews } from './waiting.ts'

const HandingIn = z.object({
  text: z.string().trim().min(1, 'Write what you want to be read.').max(20_000),
  record: z.string().trim().max(40).nullable().default(null).describe('The key of a record to read it with, like BET-7'),
  ticked: z.array(z.string().max(100)).max(20).default([]).describe('The lines of the rubric I find to hold myself'),
  askedId: z.uuid().nullable().default(null).describe('The member I ask to read it; without one, whoever leads'),
})
const halfAPage = { text: 'I neglected the team hat: DEC-3 waits since Monday.', record: null, ticked: [], askedId: null }

const Answering = FourLines.extend({
  answers: z.record(z.string().max(100), z.boolean()).describe('Each line of the rubric by its id: yes, or not yet'),
  passed: z.boolean().describe('Whether the lesson is done with this'),
})
const anAnswer = { answers: { shown: true }, works: 'The key.', missing: 'A name.', question: 'Who paid?', nextStep: 'Ask.', passed: false }

const states = z.enum(handInStates)
const Ticked = z.array(z.object({ id: z.string(), say: z.string(), yes: z.boolean() }))
const Said = z.object({
  by: z.string(),
  passed: z.boolean(),
  answers: Ticked,
  works: z.string(),
  missing: z.string(),
  question: z.string(),
  nextStep: z.string(),
  at: z.iso.datetime(),
})
const HandIn = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  learner: z.string(),
  courseId: z.string(),
  courseTitle: z.string(),
  lessonId: z.string(),
  lessonTitle: z.string(),
  language: z.string().describe('What the lesson and its rubric are written in; nothing when the lesson is gone'),
  text: z.string(),
  recordKey: z.string().nullable(),
  ticked: Ticked.describe('The rubric as it was, and what the learner found to hold'),
  asked: z.string().nullable().describe('Who was asked; nobody by name: whoever leads'),
  handedInAt: z.iso.datetime(),
  state: states,
  review: Said.nullable(),
})
const Waiting = z.object({
  rows: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['to-read', 'handed-back']),
      courseId: z.string(),
      courseTitle: z.string(),
      lessonId: z.string(),
      lessonTitle: z.string(),
      name: z.string(),
      nextStep: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
})

/** Tasks that a person reads: handing in, and answering by rubric and in four lines. */
export const reviews = new Hono<Env>()
  .post(
    '/courses/:courseId/lessons/:lessonId/hand-ins',
    allow('viewer', {
      summary: 'Hand in what a person is to read; again replaces what waits. Where nobody else is there, my own check finishes it',
      example: halfAPage,
      answers: z.object({ id: z.uuid(), state: states }),
      status: 201,
    }),
    json(HandingIn),
    async (c) => {
      const given = c.req.valid('json')
      if (given.record !== null && c.var.scope.workspace.kind === 'sandbox') refuseSandboxRecord()
      return c.json(await atHome(c.var.scope, async (home) => handIn(home, await openLesson(home, c.req.param()), given)), 201)
    },
  )
  .get(
    '/learning/reviews',
    allow('viewer', { summary: 'What was handed in for me to read, and what came back to me', answers: Waiting }),
    async (c) => c.json({ rows: await atHome(c.var.scope, (home) => listReviews(home)) }),
  )
  .get('/learning/reviews/:handInId', allow('viewer', { summary: 'What somebody handed in for me to read', answers: HandIn }), async (c) =>
    c.json(await atHome(c.var.scope, async (home) => showHandIn(home, await findHandIn(home, c.req.param('handInId'))))),
  )
  .put(
    '/learning/reviews/:handInId/answer',
    allow('viewer', {
      summary: 'Answer what was handed in: the rubric, four lines, and whether it passes. Once only',
      example: anAnswer,
      answers: HandIn,
    }),
    json(Answering),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => showHandIn(home, await answerHandIn(home, c.req.param('handInId'), c.req.valid('json')))),
      ),
  )

/** A practice workspace is one person's own: nobody could follow the link, and its keys mean other records at home. */
function refuseSandboxRecord(): never {
  const message = 'Records of a practice workspace cannot be opened by others. Say in the text what matters.'
  throw new NotAccepted(message, [{ path: 'record', message }])
}
