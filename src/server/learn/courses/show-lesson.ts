import { type CompletionRule, type Course, type Lesson, type Module, questionsOf } from '#domain/learn/course.ts'
import { kindsBehind } from '#domain/learn/practice-kinds.ts'
import { type Fact, isDone, meetsRule, progressOf } from '#domain/learn/progress.ts'
import { type Answers, markQuiz } from '#domain/learn/quiz.ts'
import type { Scope } from '../../scope.ts'
import { findPracticeStanding } from '../practice/practice-results.ts'
import { showReview } from '../reviews/show-review.ts'
import type { LearnerFacts } from './facts.ts'
import { lastAnswers } from './quiz-attempts.ts'
import { showRecall } from './recall.ts'
import { showNeighbours } from './show-course.ts'

export type LessonPlace = { course: Course; module: Module; lesson: Lesson; learner: LearnerFacts }

/** One lesson whole, as this learner sees it: text, questions with the answers given last, and how the practice stands. */
export async function showLessonPage(scope: Scope, { course, module, lesson, learner }: LessonPlace) {
  const { id, title, kind, minutes, optional, sources } = lesson
  const { showLesson } = await import('./lesson-html.ts')
  const facts = learner.of(course.id)
  const answers = await lastAnswers(scope, id)
  return {
    id,
    title,
    kind,
    minutes,
    optional,
    sources,
    language: lesson.language ?? course.language,
    course: { id: course.id, title: course.title, progress: progressOf(course, { facts }) },
    module: { id: module.id, title: module.title },
    ...showLesson(course, lesson, `${scope.member.id}:${id}`),
    ...showNeighbours(course, id),
    done: isDone(lesson, facts),
    rules: lesson.completion.map((rule) => showRule(lesson, rule, facts)),
    quiz: showQuiz(lesson, facts, answers),
    practice: await showPractice(scope, lesson, facts),
    review: await showReview(scope, lesson),
    recall: module.lessons[0]?.id === id ? await showRecall(scope, { course, module }, facts) : null,
  }
}

function showRule({ id }: Lesson, rule: CompletionRule, facts: readonly Fact[]) {
  return { kind: rule.kind, pass: rule.kind === 'quiz' ? rule.pass : null, met: meetsRule(rule, id, facts) }
}

/** The last try, marked again by the questions as they are today. */
function showQuiz(lesson: Lesson, facts: readonly Fact[], answers: Answers | null) {
  const questions = questionsOf(lesson)
  if (!questions.length) return null
  const scores = facts.flatMap((fact) => (fact.kind === 'quiz' && fact.lessonId === lesson.id ? [fact.score] : []))
  return {
    tries: scores.length,
    best: scores.length ? Math.max(...scores) : null,
    answers,
    result: answers && markQuiz(questions, answers),
  }
}

async function showPractice(scope: Scope, { id, practice }: Lesson, facts: readonly Fact[]) {
  if (!practice) return null
  const passedAt = facts.find((fact) => fact.kind === 'practice' && fact.lessonId === id)?.at ?? null
  return {
    workspace: practice.scope.workspace,
    criteria: practice.criteria.map(({ id, say, level }) => ({ id, say, level })),
    kinds: [...kindsBehind(practice)],
    hintCount: practice.hints.length,
    reflect: practice.reflect ?? null,
    passedAt,
    ...(await findPracticeStanding(scope, id)),
  }
}
