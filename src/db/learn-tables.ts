import type { Generated } from 'kysely'
import type { TickedLine } from '#domain/learn/review.ts'
import type { Day, Json, JsonWithDefault } from './columns.ts'

type Learner = { workspaceId: string; memberId: string }

export type LearnTables = {
  enrolments: Learner & { courseId: string; enrolledAt: Date }
  lessonVisits: Learner & {
    courseId: string
    lessonId: string
    anchor: string | null
    at: Date
    openedAt: Date
    awaitsCheck: Generated<boolean>
  }
  /** The first answer to each question that came back at the start of a module. */
  recallAnswers: Learner & {
    courseId: string
    moduleId: string
    lessonId: string
    questionId: string
    answer: Json<unknown>
    isRight: boolean
    at: Date
  }
  lessonCompletions: Learner & {
    courseId: string
    lessonId: string
    courseVersion: number
    rule: string
    evidence: JsonWithDefault<unknown>
    at: Date
  }
  quizAttempts: Learner & { lessonId: string; answers: Json<unknown>; score: number; at: Date }
  practiceResults: Learner & {
    lessonId: string
    checkedWorkspaceId: string
    passed: boolean
    result: Json<unknown>
    reflection: Generated<string>
    at: Date
  }
  /** Each learner's practice workspace. The learner has the same member id in it. */
  sandboxes: Learner & { sandboxId: string; madeAt: Date }
  courseAssignments: Learner & { courseId: string; assignedBy: string; assignedAt: Date; dueOn: Day | null }
  /** What learners hand in for a person to read. The latest of a lesson counts, unless it was answered. */
  handIns: Learner & {
    id: string
    courseId: string
    lessonId: string
    text: string
    recordKey: string | null
    ticked: Json<TickedLine[]>
    /** Who was asked to read it; null for whoever leads. */
    askedId: string | null
    alone: boolean
    handedInAt: Date
    replacedAt: Date | null
  }
  /** What a person said of a hand-in. */
  lessonReviews: {
    workspaceId: string
    reviewerId: string
    handInId: string
    passed: boolean
    answers: Json<TickedLine[]>
    works: string
    missing: string
    question: string
    nextStep: string
    at: Date
  }
  /** What a learning record store is told. The words are kept until it has them. */
  statementDeliveries: Learner & {
    id: string
    /** Among what is said of the learner: things done at the same moment are told in their order. */
    place: number
    statement: Json<unknown>
    tries: Generated<number>
    nextTryAt: Date | null
    sentAt: Date | null
    refusedAt: Date | null
    problem: string | null
  }
  /** How many facts of a learner have become statements. Facts are only added, so another number means news. */
  statementMarks: Learner & { factCount: number }
  /** What signs credentials; of the installation, not of a workspace. */
  badgeKeys: { kid: string; publicKey: Json<unknown>; privateKey: Json<unknown>; madeAt: Date }
}
