import { Hono } from 'hono'
import { z } from 'zod'
import { Answers } from '#domain/learn/quiz.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import type { Env } from '../../scope.ts'
import { leadOf } from '../leading.ts'
import { atHome } from '../other-workspace.ts'
import { showOwnCourses } from './own-courses.ts'
import { checkPreviewed, findPreviewed, findPreviewedLesson, markPreviewedQuiz, showPreview, showPreviewedLesson } from './preview.ts'

const QuizAnswers = z.object({ answers: Answers })
const Fault = z.object({ file: z.string(), line: z.number().int(), say: z.string() })
const Own = z.object({
  rows: z.array(
    z.object({
      folder: z.string(),
      id: z.string().nullable(),
      title: z.string(),
      version: z.number().int().nullable(),
      lessonCount: z.number().int(),
      faults: z.array(Fault),
    }),
  ),
})
const Preview = z.object({
  folder: z.string(),
  title: z.string(),
  summary: z.string(),
  mark: z.string().describe('Changes when a file of a course changes'),
  faults: z.array(Fault),
  modules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lessons: z.array(
        z.object({ id: z.string(), title: z.string(), kind: z.string(), minutes: z.number(), faultCount: z.number().int() }),
      ),
    }),
  ),
})

/** For authors: a course as it lies in its folder now. Nothing of what they do here is kept. */
export const preview = new Hono<Env>()
  .get(
    '/learning/own-courses',
    allow('maker', { summary: 'The company’s own course folders, with what is to be put right', answers: Own }),
    async (c) => c.json(await atHome(c.var.scope, async (home) => showOwnCourses(leadOf(home).services))),
  )
  .get(
    '/courses/:courseId/preview',
    allow('maker', { summary: 'A course as its author left it, with its faults', answers: Preview }),
    async (c) =>
      c.json(await atHome(c.var.scope, async (home) => showPreview(findPreviewed(leadOf(home).services, c.req.param('courseId'))))),
  )
  .get(
    '/courses/:courseId/preview/lessons/:lessonId',
    allow('maker', 'A lesson as learners will see it, without recording a visit'),
    async (c) =>
      c.json(
        await atHome(c.var.scope, (home) =>
          showPreviewedLesson(home, findPreviewed(leadOf(home).services, c.req.param('courseId')), c.req.param('lessonId')),
        ),
      ),
  )
  .post(
    '/courses/:courseId/preview/lessons/:lessonId/quiz-answers',
    allow('maker', { summary: 'Mark answers as a learner’s would be, without keeping them', example: { answers: {} } }),
    json(QuizAnswers),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const previewed = findPreviewed(leadOf(home).services, c.req.param('courseId'))
          return markPreviewedQuiz(findPreviewedLesson(previewed, c.req.param('lessonId')).lesson, c.req.valid('json').answers)
        }),
      ),
  )
  .get(
    '/courses/:courseId/preview/lessons/:lessonId/check',
    allow('maker', 'Run the practice check of a lesson over what I made, without passing anything'),
    async (c) =>
      c.json({
        places: await atHome(c.var.scope, async (home) => {
          const previewed = findPreviewed(leadOf(home).services, c.req.param('courseId'))
          return checkPreviewed(home, previewed, findPreviewedLesson(previewed, c.req.param('lessonId')).lesson)
        }),
      }),
  )
