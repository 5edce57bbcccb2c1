import { z } from 'zod'
import { Conflict, NotAccepted } from '../problems.ts'
import { PlannedDay } from './planned-day.ts'

const part = z.string().trim().max(5_000)
const reference = z.string().min(1).max(60)
const argument = z.string().trim().min(1).max(1_000)

export const Option = z.object({
  id: z.string().min(1).max(60),
  title: z.string().trim().min(1, 'Name the option.').max(300),
  for: z.array(argument).max(20).default([]),
  against: z.array(argument).max(20).default([]),
})
export const Heard = z.object({
  name: z.string().trim().min(1, 'Say who.').max(100),
  memberId: z.uuid().nullable().optional(),
  position: z.enum(['supports', 'has-concerns', 'opposes', 'not-asked']),
  note: z.string().trim().max(1_000).default(''),
})

export const NewDecision = z.object({
  question: z.string().trim().min(1, 'Write the question.').max(500),
  context: z.string().trim().max(20_000).optional(),
  options: z
    .array(Option)
    .max(12)
    .refine((options) => new Set(options.map(({ id }) => id)).size === options.length, 'Every option has its own id.')
    .optional(),
  known: part.optional(),
  unknown: part.optional(),
  reversible: z.boolean().optional(),
  decideBy: PlannedDay.nullable().optional(),
  heard: z.array(Heard).max(50).optional(),
  bet: reference.nullable().optional(),
})
export const DecisionChanges = NewDecision.partial().extend({ ownerId: z.uuid().nullable().optional() })

/** The choice, why, and (asked for, not demanded) what the chooser expects to come of it. */
export const Outcome = z.object({ option: z.string().min(1).max(60), reason: z.string().trim().min(1, 'Say why.').max(5_000) })

type Decision = { state: 'open' | 'decided'; options: { id: string; title: string }[] }

export function decide(decision: Decision, { option, reason }: z.output<typeof Outcome>, by: { memberId: string; at: Date }) {
  if (decision.state === 'decided') throw new Conflict('This decision is already made. Reopen it first.')
  if (decision.options.length < 2) throw new Conflict('A decision needs at least two options; one of them may be to do nothing.')
  if (!decision.options.some(({ id }) => id === option))
    throw new NotAccepted('This is none of the options.', [{ path: 'option', message: 'Is none of the options.' }])
  return { state: 'decided' as const, chosenOption: option, reason, decidedAt: by.at, decidedBy: by.memberId }
}

export function reopen(decision: Pick<Decision, 'state'>) {
  if (decision.state === 'open') throw new Conflict('This decision is still open.')
  return { state: 'open' as const, chosenOption: null, decidedAt: null, decidedBy: null }
}

/** A made decision keeps its question and options as they were when it was made. */
export function checkDecisionChange(decision: Pick<Decision, 'state'>, changes: object) {
  const fixed = ['question', 'options', 'known', 'unknown', 'heard'].filter((field) => field in changes)
  if (decision.state === 'decided' && fixed.length > 0) throw new Conflict('This decision is made. Reopen it to change what it was about.')
}
