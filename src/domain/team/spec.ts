import { z } from 'zod'
import { Conflict } from '../problems.ts'
import { type SpecState, specStates } from './spec-states.ts'

const part = z.string().trim().max(5_000)
const reference = z.string().min(1).max(60)

export const NewSpec = z.object({
  title: z.string().trim().min(1, 'Give the spec a name.').max(200),
  bet: reference.nullable().optional(),
  what: part.optional(),
  forWhom: part.optional(),
  why: part.optional(),
  outOfScope: part.optional(),
  body: z.string().max(200_000).optional(),
})
export const SpecChanges = NewSpec.partial().extend({ ownerId: z.uuid().nullable().optional() })
export const SpecMove = z.object({ state: z.enum(specStates), reason: part.default('') })

const criterionPart = z.string().trim().max(1_000)
export const Criterion = z.object({
  given: criterionPart,
  when: criterionPart.min(1, 'Say what happens.'),
  then: criterionPart.min(1, 'Say what must be true then.'),
})

/** As a … I want … so that …, with acceptance criteria. */
export const NewStory = z.object({
  asA: z.string().trim().min(1, 'Say who wants it.').max(300),
  iWant: z.string().trim().min(1, 'Say what they want.').max(1_000),
  soThat: z.string().trim().max(1_000).optional(),
  criteria: z.array(Criterion).max(50).optional(),
})
export const StoryChanges = NewStory.partial()
export const NewQuestion = z.object({ question: z.string().trim().min(1, 'Ask something.').max(2_000) })
export const QuestionAnswer = z.object({ answer: z.string().trim().min(1, 'Write the answer.').max(5_000) })

type Story = { key: string; soThat: string; criteria: { given: string; when: string; then: string }[] }
export type ReadinessFacts = {
  key: string
  what: string
  forWhom: string
  why: string
  outOfScope: string
  bet: { key: string; problems: number; hasPlan: boolean } | null
  stories: Story[]
  openQuestions: number
}
export type Missing = { sentence: string; href: string }
export type Readiness = { ready: boolean; done: number; of: number; missing: Missing[] }

/** What a team would still have to ask before it can start, each with the place where it is mended. */
export function readinessOf(spec: ReadinessFacts): Readiness {
  const checks = [...problemChecks(spec), ...textChecks(spec), ...storyChecks(spec)]
  const missing = checks.filter(([done]) => !done).map(([, sentence, href]) => ({ sentence, href }))
  return { ready: missing.length === 0, done: checks.length - missing.length, of: checks.length, missing }
}

type Check = [boolean, string, string]

function problemChecks({ key, bet }: ReadinessFacts): Check[] {
  if (!bet) return [[false, 'It belongs to no bet: nobody can see why it is built.', `${key}#bet`]]
  return [
    [bet.problems > 0, `${bet.key} answers no problem yet.`, bet.key],
    [bet.hasPlan, `${bet.key} has no success plan: nobody will know whether it worked.`, `${bet.key}#plan`],
  ]
}

function textChecks({ key, what, forWhom, why, outOfScope, openQuestions }: ReadinessFacts): Check[] {
  return [
    [what !== '', 'It does not say what is to be built.', `${key}#what`],
    [forWhom !== '', 'It does not say for whom.', `${key}#for-whom`],
    [why !== '', 'It does not say why.', `${key}#why`],
    [outOfScope !== '', 'Nothing is out of scope: say what is not to be built.', `${key}#out-of-scope`],
    [
      openQuestions === 0,
      openQuestions === 1 ? 'One question is still open.' : `${openQuestions} questions are still open.`,
      `${key}#questions`,
    ],
  ]
}

function storyChecks({ key, stories }: ReadinessFacts): Check[] {
  if (stories.length === 0) return [[false, 'There is no user story.', `${key}#stories`]]
  return stories.flatMap((story): Check[] => [
    [story.criteria.length > 0, `${story.key} has no acceptance criteria: nobody can tell when it is done.`, `${key}#${story.key}`],
    [story.soThat !== '', `${story.key} does not say what it is good for (“so that …”).`, `${key}#${story.key}`],
  ])
}

/** A spec that lacks something can be called ready by those who know better, but they say why. */
export function moveSpec(spec: { state: SpecState }, { state, reason }: z.output<typeof SpecMove>, readiness: Readiness) {
  if (spec.state === state) throw new Conflict(`This spec is ${state.replace('-', ' ')} already.`)
  if (state === 'ready' && !readiness.ready && !reason)
    throw new Conflict(
      `Not ready yet: ${readiness.missing[0]!.sentence}${readiness.missing.length > 1 ? ` And ${readiness.missing.length - 1} more.` : ''} Mend it, or say why it may start all the same.`,
    )
  return { state }
}
