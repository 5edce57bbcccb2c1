import { Hono } from 'hono'
import { z } from 'zod'
import { lessonKinds } from '#domain/learn/course.ts'
import { allow } from '../../allow.ts'
import { attachment } from '../../export/csv.ts'
import { query } from '../../input.ts'
import type { Env } from '../../scope.ts'
import { leadOf } from '../leading.ts'
import { atHome } from '../other-workspace.ts'
import { findCourse } from '../shelf.ts'
import { progressCsv } from './progress-csv.ts'
import { findStalls } from './stalls.ts'

const OfCourse = z.object({ course: z.string().max(100).optional() })
const Failures = z.object({ id: z.string(), say: z.string(), failed: z.number().int(), people: z.number().int() })
const Remembered = { right: z.number().int(), answered: z.number().int() }
const Stalls = z.object({
  enrolled: z.number().int(),
  finished: z.number().int(),
  lessons: z.array(
    z.object({
      lessonId: z.string(),
      title: z.string(),
      module: z.string(),
      kind: z.enum(lessonKinds),
      optional: z.boolean(),
      opened: z.number().int().describe('How many people opened the lesson'),
      done: z.number().int(),
      medianMinutes: z.number().nullable().describe('From the first opening until it was done, of those who did it in one sitting'),
      firstTry: z.object({ passed: z.number().int(), answered: z.number().int() }).nullable(),
      checks: z.object({ count: z.number().int(), failures: z.array(Failures) }).nullable(),
      recall: z
        .object({ ...Remembered, questions: z.array(z.object({ id: z.string(), ask: z.string(), ...Remembered })) })
        .nullable()
        .describe('First answers to the questions of the lesson when they came back at the start of a later module'),
      reviews: z
        .object({
          passed: z.number().int().describe('People whom a reviewer passed'),
          selfChecked: z.number().int().describe('People who checked it alone'),
          waiting: z.number().int(),
          count: z.number().int().describe('Hand-ins that were answered'),
          failures: z.array(Failures),
        })
        .nullable(),
    }),
  ),
})

/** What learning looks like from outside: for authors, who see where people stall, and for leads, who take it along. */
export const reports = new Hono<Env>()
  .get(
    '/learning/progress.csv',
    allow('viewer', {
      summary: 'What was done in the courses as CSV: my own lines, and everybody’s for makers and above; of one course with ?course=',
      media: 'text/csv',
    }),
    query(OfCourse),
    async (c) => {
      const asked = c.req.valid('query').course
      const csv = await atHome(c.var.scope, (home) => progressCsv(home, asked && findCourse(home.services, asked).id))
      return c.body(csv, 200, attachment('learning-progress.csv', 'text/csv'))
    },
  )
  .get(
    '/courses/:courseId/stalls',
    allow('maker', { summary: 'Where people stall in a course: each lesson in numbers, nobody named', answers: Stalls }),
    async (c) => c.json(await atHome(c.var.scope, (home) => findStalls(leadOf(home), findCourse(home.services, c.req.param('courseId'))))),
  )
