import { z } from 'zod'
import { Conflict, NotAccepted } from '../problems.ts'
import { type ProblemState, problemStates } from './problem-states.ts'

const part = z.string().trim().max(2_000)

/** A problem as one sentence in four parts: who, trying to do what, what gets in the way, what it costs. */
export const NewProblem = z.object({
  title: z.string().trim().min(1, 'Say the problem in a few words.').max(200),
  who: part.optional(),
  tryingTo: part.optional(),
  obstacle: part.optional(),
  cost: part.optional(),
  parent: z.string().max(60).nullable().optional(),
})
export const ProblemChanges = NewProblem.partial().extend({ ownerId: z.uuid().nullable().optional() })
export const ProblemMove = z.object({ state: z.enum(problemStates), reason: z.string().trim().max(2_000).default('') })

type Statement = { who: string; tryingTo: string; obstacle: string; cost: string }

/** Which parts of the statement are still to be written. */
export function missingParts(problem: Statement) {
  const questions: Record<keyof Statement, string> = {
    who: 'who is hurt',
    tryingTo: 'what they try to do',
    obstacle: 'what gets in the way',
    cost: 'what it costs them',
  }
  return (Object.keys(questions) as (keyof Statement)[]).filter((name) => problem[name].trim() === '').map((name) => questions[name])
}

/** Moves a problem to a state. Parking it, or going back on "solved", takes a reason. */
export function moveProblem(problem: { state: ProblemState }, { state, reason }: z.output<typeof ProblemMove>) {
  if (problem.state === state) throw new Conflict(`This problem is ${state} already.`)
  const needsReason = state === 'parked' || problem.state === 'solved'
  if (needsReason && !reason) throw new NotAccepted('Say why, so that nobody has to ask again.', [{ path: 'reason', message: 'Say why.' }])
  return { state, stateReason: reason || null }
}

/** The tree has no circles: no problem stands under one of its own descendants. */
export function checkParent(id: string, parentId: string | null, parents: Map<string, string | null>) {
  for (let above = parentId; above; above = parents.get(above) ?? null) {
    if (above === id) throw new Conflict('A problem cannot stand under itself.')
  }
}
