import { Hono } from 'hono'
import { z } from 'zod'
import { NotFound } from '#domain/problems.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import type { Env } from '../../scope.ts'
import { readFacts } from '../courses/facts.ts'
import { openLesson } from '../courses/open-lesson.ts'
import { showCard } from '../courses/show-course.ts'
import { atHome } from '../other-workspace.ts'
import { checkLessonPractice, lookAtPractice, practiceOf } from './check-practice.ts'
import { reflect } from './practice-results.ts'
import { findSandbox, makeSandbox, resetSandbox } from './sandbox.ts'

const Reflection = z.object({ text: z.string().trim().max(10_000) })

/** Practice happens in the product and is checked by rules over its records. */
export const practice = new Hono<Env>()
  .post(
    '/courses/:courseId/lessons/:lessonId/practice-checks',
    allow('viewer', { summary: 'Check my practice: criterion by criterion, met or what is missing', status: 201 }),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const place = await openLesson(home, c.req.param())
          const checked = await checkLessonPractice(home, place)
          return { ...checked, course: showCard(place.course, await readFacts(home, place.course.id)) }
        }),
        201,
      ),
  )
  .get(
    '/courses/:courseId/lessons/:lessonId/practice-standing',
    allow('viewer', 'How my practice stands at this moment, criterion by criterion; nothing is kept'),
    async (c) => c.json(await atHome(c.var.scope, async (home) => lookAtPractice(home, await openLesson(home, c.req.param())))),
  )
  .get('/courses/:courseId/lessons/:lessonId/hints/:number', allow('viewer', 'One hint of a practice, counted from 1'), async (c) =>
    c.json(
      await atHome(c.var.scope, async (home) => {
        const { lesson } = await openLesson(home, c.req.param())
        const { hints } = practiceOf(lesson)
        const number = Number(c.req.param('number'))
        const hint = hints[number - 1]
        if (!hint) throw new NotFound('There is no further hint.')
        return { number, of: hints.length, hint }
      }),
    ),
  )
  .put(
    '/courses/:courseId/lessons/:lessonId/reflection',
    allow('viewer', { summary: 'What I think about a practice I passed', example: { text: 'I would drop it if …' } }),
    json(Reflection),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const { lesson } = await openLesson(home, c.req.param())
          return reflect(home, practiceOf(lesson) && lesson.id, c.req.valid('json').text)
        }),
      ),
  )
  .get('/sandbox', allow('viewer', 'My practice workspace, if I have one, and the workspace it belongs to'), async (c) =>
    c.json(
      await atHome(c.var.scope, async (home) => {
        const { slug, name } = home.workspace
        return { sandbox: (await findSandbox(home)) ?? null, home: { slug, name } }
      }),
    ),
  )
  .put('/sandbox', allow('viewer', 'Make my practice workspace, with sample records; whoever has one keeps it'), async (c) =>
    c.json({ sandbox: await atHome(c.var.scope, makeSandbox) }),
  )
  .post('/sandbox/fresh-starts', allow('viewer', { summary: 'Start my practice workspace afresh', status: 201 }), async (c) =>
    c.json({ sandbox: await atHome(c.var.scope, resetSandbox) }, 201),
  )
