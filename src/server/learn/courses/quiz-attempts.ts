import { type Course, type Lesson, questionsOf } from '#domain/learn/course.ts'
import { openQuestions } from '#domain/learn/open-questions.ts'
import { type Answers, askQuestion, markQuiz } from '#domain/learn/quiz.ts'
import { Conflict } from '#domain/problems.ts'
import type { Scope } from '../../scope.ts'
import { addLearnerFact } from './facts.ts'

const mine = ({ workspaceId, member }: Scope) => ({ workspaceId, memberId: member.id })

/** Marks the answers, keeps the try, and completes what it completes. */
export async function answerQuiz(scope: Scope, { course, lesson }: { course: Course; lesson: Lesson }, answers: Answers) {
  const questions = questionsOf(lesson)
  if (!questions.length) throw new Conflict('This lesson asks no questions.')
  const result = markQuiz(questions, answers)
  const at = scope.now()
  const { score, rightCount, questionCount } = result
  await addLearnerFact(scope, course, { kind: 'quiz', lessonId: lesson.id, score, at, evidence: { score, rightCount, questionCount } })
  const asked = questions.map((question) => askQuestion(question, ''))
  if (asksAnswers(lesson) && openQuestions(asked, answers).length === 0)
    await addLearnerFact(scope, course, { kind: 'answered', lessonId: lesson.id, at })
  await scope.db
    .insertInto('quizAttempts')
    .values({ ...mine(scope), lessonId: lesson.id, answers: JSON.stringify(answers), score, at })
    .execute()
  return result
}

const asksAnswers = ({ completion }: Lesson) => completion.some(({ kind }) => kind === 'answered')

export async function lastAnswers(scope: Scope, lessonId: string): Promise<Answers | null> {
  const last = await scope.db
    .selectFrom('quizAttempts')
    .select('answers')
    .where(({ and }) => and({ ...mine(scope), lessonId }))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.answers as Answers | undefined) ?? null
}
