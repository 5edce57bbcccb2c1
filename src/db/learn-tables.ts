import type { Generated } from 'kysely'
import type { Json, JsonWithDefault } from './columns.ts'

type Learner = { workspaceId: string; memberId: string }

export type LearnTables = {
  enrolments: Learner & { courseId: string; enrolledAt: Date }
  lessonVisits: Learner & { courseId: string; lessonId: string; anchor: string | null; at: Date }
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
}
