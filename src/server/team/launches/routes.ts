import { Hono } from 'hono'
import { LaunchChanges, LaunchMove, moveLaunch, NewLaunch, usualChecklist } from '#domain/team/launch.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import { changeRecord, editableRecord } from '../../records/records.ts'
import { versionOf } from '../../request.ts'
import type { Env } from '../../scope.ts'
import { addLaunch, changeLaunch, confirmSpec, findLaunch, listLaunches } from './queries.ts'

export const launches = new Hono<Env>()
  .get('/', allow('viewer', 'Launches, with what is missing'), async (c) =>
    c.json({ rows: await listLaunches(c.var.scope), usualChecklist }),
  )
  .post(
    '/',
    allow('maker', {
      summary: 'Plan a launch',
      example: { title: 'Photo receipts', bet: 'BET-1', audience: 'Crews of the Team plan' },
      status: 201,
    }),
    json(NewLaunch),
    async (c) => c.json(await addLaunch(c.var.scope, c.req.valid('json')), 201),
  )
  .get('/:id', allow('viewer', 'One launch'), async (c) => c.json(await findLaunch(c.var.scope, c.req.param('id'))))
  .patch(
    '/:id',
    allow('maker', { summary: 'Change a launch', example: { keyMessage: 'Nobody types a receipt again' } }),
    json(LaunchChanges),
    async (c) => {
      const launch = await editableRecord(c.var.scope, 'launch', c.req.param('id'), { version: versionOf(c) })
      return c.json(await changeLaunch(c.var.scope, launch, c.req.valid('json')))
    },
  )
  .put(
    '/:id/state',
    allow('maker', { summary: 'Move a launch to its next state', example: { state: 'rolling-out' } }),
    json(LaunchMove),
    async (c) => {
      const launch = await editableRecord(c.var.scope, 'launch', c.req.param('id'), { version: versionOf(c) })
      const move = c.req.valid('json')
      return c.json(
        await changeRecord(c.var.scope, { kind: 'launch', record: launch }, moveLaunch(launch, move), {
          what: `launch.${move.state}`,
          why: move.reason || null,
        }),
      )
    },
  )
  .put('/:id/spec-version', allow('maker', 'Confirm that the launch fits the spec as it is now'), async (c) => {
    const launch = await editableRecord(c.var.scope, 'launch', c.req.param('id'), { version: versionOf(c) })
    return c.json(await confirmSpec(c.var.scope, launch))
  })
