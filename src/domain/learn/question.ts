import { z } from 'zod'
import { Sentence } from './yaml-text.ts'

const base = { id: Sentence, ask: Sentence }
const because = Sentence
const Option = z.strictObject({ text: Sentence, right: z.boolean().default(false), because })
export type Option = z.infer<typeof Option>

const options = z.array(Option).min(2, 'needs at least two options')
const oneRight = options.refine((all) => all.filter(({ right }) => right).length === 1, 'needs exactly one option with “right: true”')

/** A step of a scenario. `then` is what happened since the step before; it must be true whatever was chosen there. */
const Step = z.strictObject({ then: Sentence.optional(), ask: Sentence, options: oneRight })
export type Step = z.infer<typeof Step>

/** One question of a quiz, as its author writes it. Every option, or the whole answer, says why. */
export const Question = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('single'),
    options: oneRight,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('multiple'),
    options: options.refine((all) => all.some(({ right }) => right), 'needs an option with “right: true”'),
  }),
  z.strictObject({ ...base, kind: z.literal('order'), steps: z.array(Sentence).min(2, 'needs at least two steps'), because }),
  z.strictObject({
    ...base,
    kind: z.literal('match'),
    pairs: z.array(z.strictObject({ left: Sentence, right: Sentence })).min(2, 'needs at least two pairs'),
    because,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('number'),
    answer: z.number(),
    tolerance: z.number().min(0).default(0),
    unit: Sentence.optional(),
    because,
  }),
  z.strictObject({ ...base, kind: z.literal('text'), answers: z.array(Sentence).min(1, 'needs at least one answer'), because }),
  z.strictObject({
    ...base,
    kind: z.literal('scenario'),
    steps: z.array(Step).min(2, 'needs two to four steps').max(4, 'needs two to four steps'),
    because: because.optional(),
  }),
])
export type Question = z.infer<typeof Question>
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>
