import { Hono } from 'hono'
import { z } from 'zod'
import { moveProblem, NewProblem, ProblemChanges, ProblemMove } from '#domain/customer/problem.ts'
import { problemStates } from '#domain/customer/problem-states.ts'
import { allow } from '../../allow.ts'
import { json, query } from '../../input.ts'
import { changeRecord, editableRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { addProblem, changeProblem, findProblem, listProblems } from './queries.ts'

const ProblemQuery = z.object({ state: z.enum(problemStates).optional() })

export const problems = new Hono<Env>()
  .get('/', allow('viewer', 'Problems with their evidence strength'), query(ProblemQuery), async (c) =>
    c.json({ rows: await listProblems(c.var.scope, c.req.valid('query')) }),
  )
  .post(
    '/',
    allow('maker', { summary: 'Add a problem', example: { title: 'Crews learn of changes too late' }, status: 201 }),
    json(NewProblem),
    async (c) => c.json(await addProblem(c.var.scope, c.req.valid('json')), 201),
  )
  .get('/:id', allow('viewer', 'One problem, with its evidence, its bets and its place in the tree'), async (c) =>
    c.json(await findProblem(c.var.scope, c.req.param('id'))),
  )
  .patch(
    '/:id',
    allow('maker', { summary: 'Change a problem', example: { who: 'Crews on the road' } }),
    json(ProblemChanges),
    async (c) => {
      const problem = await editableRecord(c.var.scope, 'problem', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeProblem(c.var.scope, problem, c.req.valid('json')))
    },
  )
  .put(
    '/:id/state',
    allow('maker', { summary: 'Move a problem to a state', example: { state: 'validated' } }),
    json(ProblemMove),
    async (c) => {
      const problem = await editableRecord(c.var.scope, 'problem', c.req.param('id'), { version: versionOf(c) })
      const move = c.req.valid('json')
      return c.json(
        await changeRecord(c.var.scope, { kind: 'problem', record: problem }, moveProblem(problem, move), {
          what: `problem.${move.state}`,
          why: move.reason || null,
        }),
      )
    },
  )
