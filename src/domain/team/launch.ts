import { z } from 'zod'
import { Conflict } from '../problems.ts'
import { type LaunchState, launchStates } from './launch-states.ts'

const part = z.string().trim().max(5_000)
const reference = z.string().min(1).max(60)
const id = z.string().min(1).max(60)
const Day = z.iso.date('A day is written like 2026-03-01.')

export const RolloutStage = z.object({
  id,
  name: z.string().trim().min(1, 'Name the stage.').max(200),
  audience: z.string().trim().max(500).default(''),
  share: z.number().min(0).max(1, 'A share is at most 1.').nullable().default(null),
  on: Day.nullable().default(null),
  doneAt: z.iso.datetime().nullable().default(null),
})
export const ChecklistLine = z.object({
  id,
  function: z.string().trim().min(1, 'Say whose task it is.').max(100),
  task: z.string().trim().min(1, 'Say what is to be done.').max(500),
  ownerId: z.uuid().nullable().default(null),
  doneAt: z.iso.datetime().nullable().default(null),
})

export const NewLaunch = z.object({
  title: z.string().trim().min(1, 'Give the launch a name.').max(200),
  bet: reference.nullable().optional(),
  spec: reference.nullable().optional(),
  audience: part.optional(),
  keyMessage: part.optional(),
  insightId: z.uuid().nullable().optional(),
  salesNotes: part.optional(),
  supportNotes: part.optional(),
  stages: z.array(RolloutStage).max(20).optional(),
  checklist: z.array(ChecklistLine).max(100).optional(),
  launchOn: Day.nullable().optional(),
})
export const LaunchChanges = NewLaunch.partial().extend({ ownerId: z.uuid().nullable().optional() })
export const LaunchMove = z.object({ state: z.enum(launchStates), reason: part.default('') })

/** What most launches need from each function: a start, to be changed. */
export const usualChecklist: { function: string; task: string }[] = [
  { function: 'Product', task: 'Success plan is written and somebody else has read it' },
  { function: 'Engineering', task: 'Roll-back has been tried' },
  { function: 'Support', task: 'Known limits and answers to the first questions are written' },
  { function: 'Sales', task: 'Who it is for, and who it is not for, has been said' },
  { function: 'Marketing', task: 'The key message has been read by a customer' },
]

type LaunchFacts = {
  state: LaunchState
  audience: string
  keyMessage: string
  insightId: string | null
  salesNotes: string
  supportNotes: string
  launchOn: string | null
  checklist: { function: string; doneAt: string | null }[]
  stages: unknown[]
  specVersion: number | null
  specNow: number | null
}

/** What is still missing, as sentences. */
export function launchGaps(launch: LaunchFacts) {
  const undone = launch.checklist.filter(({ doneAt }) => !doneAt).length
  const gaps: [boolean, string][] = [
    [launch.audience === '', 'It does not say who it is for.'],
    [launch.keyMessage === '', 'There is no key message.'],
    [launch.keyMessage !== '' && !launch.insightId, 'The key message rests on no customer’s words.'],
    [launch.salesNotes === '', 'Sales does not know what to say.'],
    [launch.supportNotes === '', 'Support does not know what to answer.'],
    [launch.stages.length === 0, 'There are no roll-out stages.'],
    [launch.launchOn === null, 'There is no date.'],
    [undone > 0, `${undone} of ${launch.checklist.length} checklist lines are not done.`],
    [isOutOfDate(launch), 'The spec has changed since this was written.'],
  ]
  return gaps.filter(([missing]) => missing).map(([, sentence]) => sentence)
}

export function isOutOfDate({ state, specVersion, specNow }: Pick<LaunchFacts, 'state' | 'specVersion' | 'specNow'>) {
  return state !== 'launched' && state !== 'called-off' && specVersion !== null && specNow !== null && specNow > specVersion
}

const next: Record<LaunchState, LaunchState[]> = {
  planned: ['rolling-out', 'launched', 'called-off'],
  'rolling-out': ['launched', 'planned', 'called-off'],
  launched: [],
  'called-off': ['planned'],
}

export const nextLaunchStates = (state: LaunchState) => next[state]

export function moveLaunch(launch: { state: LaunchState }, { state, reason }: z.output<typeof LaunchMove>) {
  if (!next[launch.state].includes(state))
    throw new Conflict(`A launch that is ${launch.state.replace('-', ' ')} cannot become ${state.replace('-', ' ')}.`)
  if (state === 'called-off' && !reason) throw new Conflict('Say why it is called off.')
  return { state }
}
