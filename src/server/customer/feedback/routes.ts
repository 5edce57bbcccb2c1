import { Hono } from 'hono'
import { z } from 'zod'
import { channels } from '#domain/customer/channels.ts'
import { feedbackStates, NewFeedback } from '#domain/customer/feedback.ts'
import { readPastedMail } from '#domain/customer/pasted-mail.ts'
import { allow } from '../../allow.ts'
import { json, query } from '../../input.ts'
import { PageQuery } from '../../page.ts'
import { editableRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { addFeedback, findFeedback, listFacets, listFeedback, moveFeedback, moveMany, redactFeedback } from './queries.ts'
import { findSuggestions } from './suggestions.ts'

const FeedbackQuery = PageQuery.extend({
  state: z.enum(feedbackStates).optional(),
  channel: z.enum(channels).optional(),
  accountId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  problemId: z.uuid().optional(),
  importId: z.uuid().optional(),
  rating: z.string().trim().max(100).optional(),
  language: z.string().trim().max(2).optional(),
  q: z.string().trim().max(500).optional(),
  counted: z.stringbool().default(false),
})
const State = z.object({ state: z.enum(feedbackStates) })
const States = State.extend({ ids: z.array(z.string().max(60)).min(1, 'Nothing is selected.').max(200, 'At most 200 at once.') })
const Pasted = z.object({ text: NewFeedback.shape.text, channel: z.enum(channels).default('email') })
const Redaction = z.object({
  passages: z
    .array(z.object({ from: z.number().int().min(0), to: z.number().int().min(1) }))
    .min(1, 'Mark what is to be blacked out.')
    .max(100),
  reason: z.string().trim().min(1, 'Say why.').max(500),
})

export const feedback = new Hono<Env>()
  .get('/', allow('viewer', 'Feedback, newest first'), query(FeedbackQuery), async (c) =>
    c.json(await listFeedback(c.var.scope, c.req.valid('query'))),
  )
  .post(
    '/',
    allow('contributor', {
      summary: 'Capture what somebody said',
      example: { text: 'The crew was already on the way.', channel: 'support', by: { name: 'Marit Dahl', accountName: 'Nordlys Heating' } },
      status: 201,
    }),
    json(NewFeedback),
    async (c) => c.json(await addFeedback(c.var.scope, c.req.valid('json')), 201),
  )
  .post(
    '/pasted',
    allow('contributor', {
      summary: 'Capture a pasted e-mail; its first lines say who and when',
      example: { text: 'From: Marit Dahl <marit@example.com>\n\nThe crew was already on the way.' },
      status: 201,
    }),
    json(Pasted),
    async (c) => {
      const { text, channel } = c.req.valid('json')
      const { text: words, name, email, saidAt, subject } = readPastedMail(text)
      return c.json(
        await addFeedback(c.var.scope, { text: words, channel, by: { name, email }, saidAt: saidAt?.toISOString(), context: subject }),
        201,
      )
    },
  )
  .put(
    '/states',
    allow('maker', { summary: 'Sort several at once', example: { ids: ['FB-1'], state: 'processed' } }),
    json(States),
    async (c) => {
      const { ids, state } = c.req.valid('json')
      return c.json(await moveMany(c.var.scope, ids, state))
    },
  )
  .get('/facets', allow('viewer', 'The ratings and languages that feedback can be narrowed to, with how much has each'), async (c) =>
    c.json(await listFacets(c.var.scope)),
  )
  .get('/:id', allow('viewer', 'One piece of feedback, with the insights in it'), async (c) =>
    c.json(await findFeedback(c.var.scope, c.req.param('id'))),
  )
  .get('/:id/suggestions', allow('viewer', 'Problems this may belong to, and similar unread feedback, each with the reason'), async (c) =>
    c.json(await findSuggestions(c.var.scope, c.req.param('id'))),
  )
  .put(
    '/:id/state',
    allow('contributor', { summary: 'Mark as processed or spam, or put back to new', example: { state: 'processed' } }),
    json(State),
    async (c) => {
      const one = await editableRecord(c.var.scope, 'feedback', c.req.param('id'), { version: versionOf(c) })
      return c.json(await moveFeedback(c.var.scope, one, c.req.valid('json').state))
    },
  )
  .put(
    '/:id/redaction',
    allow('maker', { summary: 'Black out personal data', example: { passages: [{ from: 0, to: 3 }], reason: 'A phone number' } }),
    json(Redaction),
    async (c) => {
      const one = await editableRecord(c.var.scope, 'feedback', c.req.param('id'), { version: versionOf(c) })
      return c.json(await redactFeedback(c.var.scope, one, c.req.valid('json')))
    },
  )
