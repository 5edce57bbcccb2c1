import { z } from 'zod'
import { isAtLeast, type Member } from '../member.ts'
import type { RubricLine } from './rubric.ts'

/** What a learner wrote for a person to read. `alone`: nobody else was there to read it. `askedId` null: whoever leads may. */
export type HandIn = { memberId: string; askedId: string | null; alone: boolean; ticked: readonly TickedLine[]; replacedAt: Date | null }

/** A line of the rubric as it stood when it was answered: what an author edits later changes no answer. */
export type TickedLine = RubricLine & { yes: boolean }

export const handInStates = ['waiting', 'passed', 'handed-back', 'self-checked', 'unfinished', 'replaced'] as const
export type HandInState = (typeof handInStates)[number]

const Line = z.string().trim().min(1, 'Write a line.').max(500, 'Keep it to a line: 500 characters at most.')

/** What a reviewer says beside the rubric, a line each. */
export const FourLines = z.object({ works: Line, missing: Line, question: Line, nextStep: Line })
export type FourLines = z.infer<typeof FourLines>

type Standing = Pick<HandIn, 'alone' | 'ticked' | 'replacedAt'>

/** Where a hand-in stands. One that was answered keeps its answer, also when another one followed. */
export function handInState({ alone, ticked, replacedAt }: Standing, review: { passed: boolean } | null): HandInState {
  if (review) return review.passed ? 'passed' : 'handed-back'
  if (alone) return ticked.every(({ yes }) => yes) ? 'self-checked' : 'unfinished'
  return replacedAt ? 'replaced' : 'waiting'
}

/** Nobody reviews themselves. Who was asked does it, and where nobody was named whoever leads others. What was checked alone was given to nobody. */
export function mayReview(member: Member, { memberId, askedId, alone }: Pick<HandIn, 'memberId' | 'askedId' | 'alone'>) {
  if (alone || memberId === member.id) return false
  return askedId === null ? isAtLeast(member, 'maker') : askedId === member.id
}

/** Each line of the rubric with yes or not yet; what is not named is not yet. */
export function tickLines(rubric: readonly RubricLine[], yes: ReadonlySet<string>): TickedLine[] {
  return rubric.map(({ id, say }) => ({ id, say, yes: yes.has(id) }))
}

/** The lines as criteria of a check, which is how evidence of a pass is kept and counted. */
export const criteriaOf = (lines: readonly TickedLine[]) => lines.map(({ yes, ...line }) => ({ ...line, met: yes }))

/** The lines of a rubric that a reviewer left without an answer. */
export const unanswered = (rubric: readonly RubricLine[], answers: Readonly<Record<string, boolean>>) =>
  rubric.filter(({ id }) => !Object.hasOwn(answers, id))
