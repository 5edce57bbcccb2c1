import { z } from 'zod'

export const stances = ['supports', 'contradicts'] as const
export type Stance = (typeof stances)[number]

/** How much it hurts, in words. */
export const hurtWords = { 1: 'annoys', 2: 'costs them', 3: 'blocks them' } as const

const Hurt = z.union([z.literal(1), z.literal(2), z.literal(3)], 'How much it hurts is 1, 2 or 3.')
const reference = z.string().min(1).max(60)
const offset = z.number().int().min(0).max(1_000_000)

/** A passage of feedback tied to a problem; to an existing one, or to a new one made on the spot. */
export const NewInsight = z
  .object({
    feedback: reference,
    problem: reference.optional(),
    newProblem: z.string().trim().min(1, 'Say the problem in a few words.').max(200).optional(),
    from: offset,
    to: offset,
    stance: z.enum(stances).default('supports'),
    hurt: Hurt.nullable().default(null),
    note: z.string().trim().max(2_000).default(''),
    suggestions: z.array(z.uuid()).max(10).optional(),
  })
  .refine(({ problem, newProblem }) => Boolean(problem) !== Boolean(newProblem), {
    message: 'Tie it to a problem, or name a new one.',
    path: ['problem'],
  })

export const InsightChanges = z
  .object({ problem: reference, stance: z.enum(stances), hurt: Hurt.nullable(), note: z.string().trim().max(2_000) })
  .partial()
