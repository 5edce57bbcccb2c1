import { Hono } from 'hono'
import { z } from 'zod'
import { moveSpec, NewQuestion, NewSpec, NewStory, QuestionAnswer, SpecChanges, SpecMove, StoryChanges } from '#domain/team/spec.ts'
import { allow } from '../../allow.ts'
import { json, query } from '../../input.ts'
import { archiveRecord, changeRecord, editableRecord, findRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { addSpec, addStory, answerQuestion, askQuestion, changeSpec, findSpec, listSpecs } from './queries.ts'

const SpecQuery = z.object({ bet: z.string().max(60).optional() })
const story = {
  asA: 'crew lead',
  iWant: 'to photograph a receipt',
  soThat: 'nobody types it again',
  criteria: [{ given: 'a job is open', when: 'I take a photo', then: 'the amount is filled in' }],
}

export const specs = new Hono<Env>()
  .get('/', allow('viewer', 'Specs with their readiness'), query(SpecQuery), async (c) =>
    c.json({ rows: await listSpecs(c.var.scope, c.req.valid('query')) }),
  )
  .post(
    '/',
    allow('maker', { summary: 'Add a spec', example: { title: 'Photo receipts', bet: 'BET-1' }, status: 201 }),
    json(NewSpec),
    async (c) => c.json(await addSpec(c.var.scope, c.req.valid('json')), 201),
  )
  .get('/:id', allow('viewer', 'One spec with its stories, questions and readiness'), async (c) =>
    c.json(await findSpec(c.var.scope, c.req.param('id'))),
  )
  .patch('/:id', allow('maker', { summary: 'Change a spec', example: { why: 'One in ten is lost.' } }), json(SpecChanges), async (c) => {
    const spec = await editableRecord(c.var.scope, 'spec', c.req.param('id'), { version: versionOf(c) })
    return c.json(await changeSpec(c.var.scope, spec, c.req.valid('json')))
  })
  .put(
    '/:id/state',
    allow('maker', { summary: 'Move a spec to draft, in review or ready', example: { state: 'in-review' } }),
    json(SpecMove),
    async (c) => {
      const spec = await editableRecord(c.var.scope, 'spec', c.req.param('id'), { version: versionOf(c) })
      const move = c.req.valid('json')
      const { readiness } = await findSpec(c.var.scope, spec.id)
      return c.json(
        await changeRecord(c.var.scope, { kind: 'spec', record: spec }, moveSpec(spec, move, readiness), {
          what: `spec.${move.state}`,
          why: move.reason || null,
        }),
      )
    },
  )
  .post('/:id/stories', allow('maker', { summary: 'Add a user story', example: story, status: 201 }), json(NewStory), async (c) => {
    const spec = await editableRecord(c.var.scope, 'spec', c.req.param('id'))
    return c.json(await addStory(c.var.scope, spec, c.req.valid('json')), 201)
  })
  .post(
    '/:id/questions',
    allow('contributor', { summary: 'Ask an open question', example: { question: 'What about refunds?' }, status: 201 }),
    json(NewQuestion),
    async (c) =>
      c.json(await askQuestion(c.var.scope, await findRecord(c.var.scope, 'spec', c.req.param('id')), c.req.valid('json').question), 201),
  )
  .put(
    '/questions/:questionId/answer',
    allow('contributor', { summary: 'Answer an open question', example: { answer: 'Out of scope.' } }),
    json(QuestionAnswer),
    async (c) => c.json(await answerQuestion(c.var.scope, c.req.param('questionId'), c.req.valid('json').answer)),
  )

export const stories = new Hono<Env>()
  .get('/:id', allow('viewer', 'One user story'), async (c) => c.json(await findRecord(c.var.scope, 'story', c.req.param('id'))))
  .patch(
    '/:id',
    allow('maker', { summary: 'Change a user story', example: { soThat: 'nobody types it again' } }),
    json(StoryChanges),
    async (c) => {
      const one = await editableRecord(c.var.scope, 'story', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeRecord(c.var.scope, { kind: 'story', record: one }, c.req.valid('json')))
    },
  )
  .delete('/:id', allow('maker', 'Archive a user story'), async (c) => {
    const one = await editableRecord(c.var.scope, 'story', c.req.param('id'), { version: versionOf(c) })
    return c.json(await archiveRecord(c.var.scope, 'story', one))
  })
