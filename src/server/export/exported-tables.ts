import type { Schema } from '#db/schema.ts'

/** Every table of a workspace that an export holds, under the name its lines carry; what refers to something stands after it. */
export const exportedTables = {
  members: 'member',
  accounts: 'account',
  contacts: 'contact',
  feedback: 'feedback',
  problems: 'problem',
  insights: 'insight',
  suggestionAnswers: 'suggestion-answer',
  metrics: 'metric',
  bets: 'bet',
  betProblems: 'bet-problem',
  successPlans: 'success-plan',
  planAmendments: 'plan-amendment',
  verdicts: 'verdict',
  specs: 'spec',
  stories: 'story',
  openQuestions: 'open-question',
  launches: 'launch',
  decisions: 'decision',
  forecasts: 'forecast',
  savedViews: 'saved-view',
  comments: 'comment',
  mentions: 'mention',
  imports: 'import',
  importRejections: 'import-rejection',
  enrolments: 'enrolment',
  lessonVisits: 'lesson-visit',
  lessonCompletions: 'lesson-completion',
  quizAttempts: 'quiz-attempt',
  recallAnswers: 'recall-answer',
  practiceResults: 'practice-result',
  courseAssignments: 'course-assignment',
  handIns: 'hand-in',
  lessonReviews: 'lesson-review',
  activities: 'activity',
} as const satisfies Partial<Record<keyof Schema, string>>

export type ExportedTable = keyof typeof exportedTables

/** What stays behind: secrets, sign-in, and what only the running installation needs. */
export const keptBack = [
  'users',
  'sessions',
  'workspaces',
  'invitations',
  'apiKeys',
  'captureKeys',
  'counters',
  'idempotencyKeys',
  'sandboxes',
  'statementDeliveries',
  'statementMarks',
  'badgeKeys',
] as const satisfies (keyof Schema)[]
