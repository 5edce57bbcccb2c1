import { keyFor } from '#domain/learn/quiz.ts'
import type { Scope } from '../scope.ts'
import { lessonIds, testCourse } from './course-for-tests.ts'
import { addLearnerFact } from './courses/facts.ts'
import { answerQuiz } from './courses/quiz-attempts.ts'
import { findCourse, findLessonIn } from './shelf.ts'

type Learner = { scoped: <T>(work: (scope: Scope) => Promise<T>) => Promise<T> }

export const rightAnswers = { need: keyFor('We retype receipts'), lift: 3 }
const evidence = {
  passed: true,
  criteria: [
    { id: 'linked', say: 'Tie two customers to a problem', met: true },
    { id: 'words', say: 'It names no feature', met: false },
  ],
}

/** Does what the test course asks for, one lesson after the other; `pass` lets time go by in between. */
export async function finishTestCourse({ scoped }: Learner, pass: () => void = () => undefined) {
  const steps: ((scope: Scope) => Promise<unknown>)[] = [
    (scope) => addLearnerFact(scope, course(scope), { kind: 'read', lessonId: lessonIds.reading, at: scope.now() }),
    (scope) => answerQuiz(scope, { course: course(scope), lesson: findLessonIn(course(scope), lessonIds.quiz).lesson }, rightAnswers),
    (scope) => addLearnerFact(scope, course(scope), { kind: 'practice', lessonId: lessonIds.practice, at: scope.now(), evidence }),
    (scope) => addLearnerFact(scope, course(scope), { kind: 'read', lessonId: lessonIds.later, at: scope.now() }),
  ]
  for (const step of steps) {
    await scoped(step)
    pass()
  }
}

const course = ({ services }: Scope) => findCourse(services, testCourse)
