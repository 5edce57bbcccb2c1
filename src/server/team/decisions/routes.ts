import { Hono } from 'hono'
import { DecisionChanges, decide, NewDecision, Outcome, reopen } from '#domain/team/decision.ts'
import { ForecastChanges, NewForecast, Resolution } from '#domain/team/forecast.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import { changeRecord, editableRecord, findRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env, Scope } from '../../scope.ts'
import { addForecast, changeForecast, forecastScores, settleQuestion } from './forecasts.ts'
import { addDecision, changeDecision, findDecision, listDecisions } from './queries.ts'

const by = ({ member, now }: Scope) => ({ memberId: member.id, at: now() })
const example = {
  question: 'Price per seat or per crew?',
  options: [
    { id: 'seat', title: 'Per seat' },
    { id: 'crew', title: 'Per crew' },
  ],
  reversible: false,
}

export const decisions = new Hono<Env>()
  .get('/', allow('viewer', 'Decisions, the open ones first'), async (c) => c.json({ rows: await listDecisions(c.var.scope) }))
  .post('/', allow('maker', { summary: 'Write down a question to be decided', example, status: 201 }), json(NewDecision), async (c) =>
    c.json(await addDecision(c.var.scope, c.req.valid('json')), 201),
  )
  .get('/forecasts/scores', allow('viewer', 'Brier score per person, and calibration'), async (c) =>
    c.json(await forecastScores(c.var.scope)),
  )
  .get('/:id', allow('viewer', 'One decision with its forecasts, their scores, and the base rate to start a new one from'), async (c) =>
    c.json(await findDecision(c.var.scope, c.req.param('id'))),
  )
  .patch(
    '/:id',
    allow('maker', { summary: 'Change an open decision', example: { known: 'Twelve accounts asked for it.' } }),
    json(DecisionChanges),
    async (c) => {
      const decision = await editableRecord(c.var.scope, 'decision', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeDecision(c.var.scope, decision, c.req.valid('json')))
    },
  )
  .put(
    '/:id/outcome',
    allow('maker', { summary: 'Decide', example: { option: 'seat', reason: 'It is what crews compare.' } }),
    json(Outcome),
    async (c) => {
      const decision = await editableRecord(c.var.scope, 'decision', c.req.param('id'), { version: versionOf(c) })
      const outcome = c.req.valid('json')
      return c.json(
        await changeRecord(c.var.scope, { kind: 'decision', record: decision }, decide(decision, outcome, by(c.var.scope)), {
          what: 'decision.decided',
          why: outcome.reason,
        }),
      )
    },
  )
  .delete('/:id/outcome', allow('maker', 'Reopen a decision'), async (c) => {
    const decision = await editableRecord(c.var.scope, 'decision', c.req.param('id'), { version: versionOf(c) })
    return c.json(await changeRecord(c.var.scope, { kind: 'decision', record: decision }, reopen(decision), { what: 'decision.reopened' }))
  })
  .post(
    '/:id/forecasts',
    allow('contributor', {
      summary: 'Say how likely something is',
      example: { statement: 'Churn stays below 2 %', probability: 0.7, resolveOn: '2026-12-31' },
      status: 201,
    }),
    json(NewForecast),
    async (c) =>
      c.json(await addForecast(c.var.scope, await findRecord(c.var.scope, 'decision', c.req.param('id')), c.req.valid('json')), 201),
  )

export const forecasts = new Hono<Env>()
  .get('/:id', allow('viewer', 'One forecast'), async (c) => c.json(await findRecord(c.var.scope, 'forecast', c.req.param('id'))))
  .patch(
    '/:id',
    allow('contributor', { summary: 'Change one’s own forecast while it is open', example: { probability: 0.6 } }),
    json(ForecastChanges),
    async (c) => {
      const forecast = await editableRecord(c.var.scope, 'forecast', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeForecast(c.var.scope, forecast, c.req.valid('json')))
    },
  )
  .put(
    '/:id/outcome',
    allow('maker', { summary: 'Say whether it happened: of all open forecasts of it in this decision', example: { outcome: true } }),
    json(Resolution),
    async (c) => {
      const forecast = await editableRecord(c.var.scope, 'forecast', c.req.param('id'), { version: versionOf(c) })
      return c.json(await settleQuestion(c.var.scope, forecast, c.req.valid('json')))
    },
  )
