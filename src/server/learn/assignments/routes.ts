import { Hono } from 'hono'
import { z } from 'zod'
import { isId } from '#domain/keys.ts'
import { NotFound } from '#domain/problems.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import type { Env } from '../../scope.ts'
import { leadOf } from '../leading.ts'
import { atHome } from '../other-workspace.ts'
import { findCourse } from '../shelf.ts'
import { assign, listAssigned, listMyAssignments, withdraw } from './queries.ts'

const Assigning = z.object({
  members: z.array(z.uuid()).min(1, 'Choose at least one member.').max(500),
  dueOn: z.iso.date().nullable().default(null),
})
const someone = { members: ['01a20bc9-ba33-7c82-a323-beed5ffa8303'], dueOn: '2026-12-12' }

const state = z.enum(['finished', 'overdue', 'open'])
const common = {
  assignedBy: z.string(),
  assignedAt: z.iso.datetime(),
  dueOn: z.iso.date().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  state,
}
const Mine = z.object({ rows: z.array(z.object({ courseId: z.string(), ...common })) })
const Progress = z.object({ done: z.number().int(), required: z.number().int(), percent: z.number().int() })
const Assigned = z.object({ rows: z.array(z.object({ memberId: z.uuid(), name: z.string(), ...common, progress: Progress })) })

/** Asking people to take a course, and seeing who has. */
export const assignments = new Hono<Env>()
  .get('/learning/assignments', allow('viewer', { summary: 'The courses I was asked to take', answers: Mine }), async (c) =>
    c.json({ rows: await atHome(c.var.scope, listMyAssignments) }),
  )
  .get(
    '/courses/:courseId/assignments',
    allow('maker', { summary: 'Who was asked to take a course, and how far they are', answers: Assigned }),
    async (c) =>
      c.json({ rows: await atHome(c.var.scope, (home) => listAssigned(leadOf(home), findCourse(home.services, c.req.param('courseId')))) }),
  )
  .put(
    '/courses/:courseId/assignments',
    allow('maker', { summary: 'Ask members to take a course, by a day or any time', example: someone, answers: Assigned }),
    json(Assigning),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const course = findCourse(home.services, c.req.param('courseId'))
          await assign(leadOf(home), course, c.req.valid('json'))
          return { rows: await listAssigned(home, course) }
        }),
      ),
  )
  .delete(
    '/courses/:courseId/assignments/:memberId',
    allow('maker', { summary: 'Take an assignment back', answers: Assigned }),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const course = findCourse(home.services, c.req.param('courseId'))
          const memberId = c.req.param('memberId')
          if (!isId(memberId)) throw new NotFound('There is no such member.')
          await withdraw(leadOf(home), course, memberId)
          return { rows: await listAssigned(home, course) }
        }),
      ),
  )
