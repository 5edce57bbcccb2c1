import { z } from 'zod'
import { practiceEntities, practiceOperators } from './practice-fields.ts'
import { Sentence } from './yaml-text.ts'

const Scalar = z.union([z.string(), z.number(), z.boolean()])
const operators = Object.keys(practiceOperators) as [keyof typeof practiceOperators]

/** `{gte: 3, lt: 9}`: all of them must hold. Which operand an operator takes is linted, with the field's type. */
const Condition = z.partialRecord(z.enum(operators), z.union([Scalar, z.array(Scalar)]))
export type Condition = z.infer<typeof Condition>

const Count = z.strictObject({
  gte: z.number().int().min(0).optional(),
  lte: z.number().int().min(0).optional(),
  eq: z.number().int().min(0).optional(),
  distinct: Sentence.optional(),
})
export type Count = z.infer<typeof Count>

const common = {
  id: Sentence,
  say: Sentence,
  count: Count.default({ gte: 1 }),
  level: z.enum(['require', 'advise']).default('require'),
}

const QueryCriterion = z.strictObject({
  ...common,
  kind: z.literal('query').default('query'),
  query: z.strictObject({ entity: z.enum(practiceEntities), where: z.record(z.string(), Condition).default({}) }),
  missing: Sentence.optional(),
})
const LintCriterion = z.strictObject({
  ...common,
  kind: z.literal('lint'),
  rule: Sentence,
  entity: z.enum(practiceEntities),
  level: common.level.unwrap().default('advise'),
})
export type QueryCriterion = z.infer<typeof QueryCriterion>
export type LintCriterion = z.infer<typeof LintCriterion>
export type Criterion = QueryCriterion | LintCriterion

const PracticeScope = z.strictObject({
  author: z.enum(['me', 'anyone']).default('me'),
  since: z.enum(['enrolled', 'ever']).default('enrolled'),
  workspace: z.enum(['own', 'sandbox', 'either']).default('either'),
})
export type PracticeScope = z.infer<typeof PracticeScope>

/** What a practice lesson asks for, declared: it reads records, changes nothing and runs no code. */
export const PracticeCheck = z.strictObject({
  id: Sentence,
  scope: PracticeScope.default({ author: 'me', since: 'enrolled', workspace: 'either' }),
  criteria: z.array(z.union([LintCriterion, QueryCriterion])).min(1, 'needs at least one criterion'),
  hints: z.array(Sentence).default([]),
  reflect: Sentence.optional(),
})
export type PracticeCheck = z.infer<typeof PracticeCheck>
