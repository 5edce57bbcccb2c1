import { Hono } from 'hono'
import { z } from 'zod'
import { BetChanges, BetMove, BetPlace, moveBet, NewBet } from '#domain/business/bet.ts'
import { BetScores } from '#domain/business/bet-scores.ts'
import { allow } from '../../allow.ts'
import { json, query } from '../../input.ts'
import { changeRecord, editableRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { lockPlan } from '../plans/queries.ts'
import { addBet, changeBet, findBet, listBets, placeBet, tieProblem, untieProblem } from './queries.ts'
import { compareBets, ScoresQuery } from './scores.ts'

const example = {
  title: 'Read receipts from a photo',
  doing: 'reading receipts from a photo',
  forWhom: 'crews who buy parts on the way',
  confidence: { low: 0.4, high: 0.8 },
  effort: { low: 5, high: 12 },
}
const ProblemReference = z.object({ problem: z.string().min(1).max(60) })

export const bets = new Hono<Env>()
  .get('/', allow('viewer', 'Bets in roadmap order, each with its evidence and its gaps'), async (c) =>
    c.json({ rows: await listBets(c.var.scope) }),
  )
  .post('/', allow('maker', { summary: 'Add a bet', example, status: 201 }), json(NewBet), async (c) =>
    c.json(await addBet(c.var.scope, c.req.valid('json')), 201),
  )
  .get(
    '/scores',
    allow('viewer', {
      summary: 'How the open bets compare by their estimates: scores, places, what fits a capacity, what to find out first',
      example: { method: 'rice', k: '3', capacity: '12' },
      answers: BetScores,
    }),
    query(ScoresQuery),
    async (c) => c.json(await compareBets(c.var.scope, c.req.valid('query'))),
  )
  .get('/:id', allow('viewer', 'One bet, with its gaps, its metric and how we know'), async (c) =>
    c.json(await findBet(c.var.scope, c.req.param('id'))),
  )
  .patch(
    '/:id',
    allow('maker', { summary: 'Change a bet', example: { title: 'Read receipts from photos' } }),
    json(BetChanges),
    async (c) => {
      const bet = await editableRecord(c.var.scope, 'bet', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeBet(c.var.scope, bet, c.req.valid('json')))
    },
  )
  .put(
    '/:id/state',
    allow('maker', {
      summary: 'Move a bet on, also over several states at once; launching locks its success plan',
      example: { state: 'considering' },
    }),
    json(BetMove),
    async (c) => {
      const bet = await editableRecord(c.var.scope, 'bet', c.req.param('id'), { version: versionOf(c) })
      const move = c.req.valid('json')
      if (move.state === 'launched') await lockPlan(c.var.scope, bet.id, move.launchedOn)
      return c.json(
        await changeRecord(c.var.scope, { kind: 'bet', record: bet }, moveBet(bet, move, c.var.scope.now()), {
          what: `bet.${move.state}`,
          why: move.reason || null,
        }),
      )
    },
  )
  .put(
    '/:id/place',
    allow('maker', { summary: 'Move a bet on the roadmap', example: { horizon: 'now', before: null } }),
    json(BetPlace),
    async (c) => {
      const bet = await editableRecord(c.var.scope, 'bet', c.req.param('id'), { version: versionOf(c) })
      return c.json(await placeBet(c.var.scope, bet, c.req.valid('json')))
    },
  )
  .post(
    '/:id/problems',
    allow('maker', { summary: 'Tie a bet to a problem it answers', example: { problem: 'PROB-2' }, status: 201 }),
    json(ProblemReference),
    async (c) => {
      const bet = await editableRecord(c.var.scope, 'bet', c.req.param('id'), { version: versionOf(c) })
      return c.json(await tieProblem(c.var.scope, bet, c.req.valid('json').problem), 201)
    },
  )
  .delete('/:id/problems/:problemId', allow('maker', 'Untie a bet from a problem'), async (c) => {
    const bet = await editableRecord(c.var.scope, 'bet', c.req.param('id'), { version: versionOf(c) })
    return c.json(await untieProblem(c.var.scope, bet, c.req.param('problemId')))
  })
