import { Hono } from 'hono'
import { z } from 'zod'
import { overallProgress } from '#domain/learn/progress.ts'
import { Answers } from '#domain/learn/quiz.ts'
import { isAtLeast } from '#domain/member.ts'
import { NotAllowed, NotFound } from '#domain/problems.ts'
import { allow } from '../../allow.ts'
import { json } from '../../input.ts'
import type { Env, Scope } from '../../scope.ts'
import { readShownWork } from '../certificates/certificate.ts'
import { atHome } from '../other-workspace.ts'
import { findCourse, listCourses } from '../shelf.ts'
import { addLearnerFact, enrol, readFacts } from './facts.ts'
import { listLearners } from './learners.ts'
import { answerModuleTest, showModuleTest } from './module-test.ts'
import { openLesson } from './open-lesson.ts'
import { answerQuiz } from './quiz-attempts.ts'
import { answerRecall } from './recall.ts'
import { showCard, showCourse } from './show-course.ts'
import { showLessonPage } from './show-lesson.ts'
import { visitLesson } from './visit-lesson.ts'

const Visit = z.object({ anchor: z.string().max(200).nullable().default(null) })
/** `end`: the reader came to the end of the text. `mark`: they said so themselves. */
const Reading = z.object({ by: z.enum(['end', 'mark']).default('mark') })
const QuizAnswers = z.object({ answers: Answers })
const someAnswers = { answers: { 'first-question': ['option-key'] } }

/** The courses: read, answer, complete. What a learner did is kept in their own workspace, wherever they ask from. */
export const courses = new Hono<Env>()
  .get('/courses', allow('viewer', 'Every course, with how far I am'), async (c) => c.json(await atHome(c.var.scope, showList)))
  .get('/courses/:courseId', allow('viewer', 'A course: its modules and lessons, and what of them I have done'), async (c) =>
    c.json(
      await atHome(c.var.scope, async (home) => {
        const course = findCourse(home.services, c.req.param('courseId'))
        const learner = await readFacts(home, course.id)
        const shown = await readShownWork(home, course, learner.of(course.id))
        return { ...showCourse(course, learner), shown, learner: home.member.name }
      }),
    ),
  )
  .get('/courses/:courseId/learners', allow('admin', 'How far everybody is in a course'), async (c) =>
    c.json({ rows: await atHome(c.var.scope, (home) => listLearners(adminOf(home), findCourse(home.services, c.req.param('courseId')))) }),
  )
  .put('/courses/:courseId/enrolment', allow('viewer', 'Take a course; the first enrolment stands'), async (c) =>
    c.json(
      await atHome(c.var.scope, async (home) => {
        const course = findCourse(home.services, c.req.param('courseId'))
        await enrol(home, course)
        return showCard(course, await readFacts(home, course.id))
      }),
    ),
  )
  .get('/courses/:courseId/modules/:moduleId/test', allow('viewer', 'The questions of a module, to show that I know it'), async (c) =>
    c.json(showModuleTest(c.var.scope, findModule(c.var.scope, c.req.param()))),
  )
  .post(
    '/courses/:courseId/modules/:moduleId/test',
    allow('viewer', { summary: 'Answer the questions of a module; passing opens what waits for it', example: someAnswers }),
    json(QuizAnswers),
    async (c) =>
      c.json(await atHome(c.var.scope, (home) => answerModuleTest(home, findModule(home, c.req.param()), c.req.valid('json').answers))),
  )
  .get('/courses/:courseId/lessons/:lessonId', allow('viewer', 'A lesson to read: text, questions without answers, practice'), async (c) =>
    c.json(
      await atHome(c.var.scope, async (home) => {
        return showLessonPage(home, await openLesson(home, c.req.param()))
      }),
    ),
  )
  .put(
    '/courses/:courseId/lessons/:lessonId/visit',
    allow('viewer', { summary: 'Remember that I am at this lesson, and at which heading', example: { anchor: null } }),
    json(Visit),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const place = await openLesson(home, c.req.param())
          const visit = { lessonId: place.lesson.id, anchor: c.req.valid('json').anchor }
          await visitLesson(home, place, visit.anchor)
          return visit
        }),
      ),
  )
  .put(
    '/courses/:courseId/lessons/:lessonId/reading',
    allow('viewer', { summary: 'Mark a lesson as read', example: { by: 'mark' } }),
    json(Reading),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const { course, lesson } = await openLesson(home, c.req.param())
          await addLearnerFact(home, course, { kind: 'read', lessonId: lesson.id, at: home.now(), evidence: c.req.valid('json') })
          return showCard(course, await readFacts(home, course.id))
        }),
      ),
  )
  .post(
    '/courses/:courseId/modules/:moduleId/recall-answers',
    allow('viewer', { summary: 'Answer the questions from earlier lessons; they count for nothing', example: someAnswers, status: 201 }),
    json(QuizAnswers),
    async (c) =>
      c.json(await atHome(c.var.scope, (home) => answerRecall(home, findModule(home, c.req.param()), c.req.valid('json').answers)), 201),
  )
  .post(
    '/courses/:courseId/lessons/:lessonId/quiz-attempts',
    allow('viewer', { summary: 'Answer the questions of a lesson; every choice is explained', example: someAnswers, status: 201 }),
    json(QuizAnswers),
    async (c) =>
      c.json(
        await atHome(c.var.scope, async (home) => {
          const { course, lesson } = await openLesson(home, c.req.param())
          const result = await answerQuiz(home, { course, lesson }, c.req.valid('json').answers)
          return { ...result, course: showCard(course, await readFacts(home, course.id)) }
        }),
        201,
      ),
  )

async function showList(home: Scope) {
  const learner = await readFacts(home)
  const rows = listCourses(home.services).map((course) => showCard(course, learner))
  return { rows, overall: overallProgress(rows.filter(({ enrolledAt }) => enrolledAt).map(({ progress }) => progress)) }
}

function findModule(scope: Scope, { courseId, moduleId }: { courseId: string; moduleId: string }) {
  const course = findCourse(scope.services, courseId)
  const module = course.modules.find(({ id }) => id === moduleId)
  if (!module) throw new NotFound('There is no such module in this course.')
  return { course, module }
}

/** Somebody owns their sandbox, and may be a viewer at home. */
function adminOf(home: Scope) {
  if (!isAtLeast(home.member, 'admin')) throw new NotAllowed('Only an admin sees how far others are.')
  return home
}
