import { z } from 'zod'
import { dayOf } from '../dates.ts'
import { Conflict, NotAccepted } from '../problems.ts'
import { ProbabilityRange, Range } from '../ranges.ts'
import { type BetState, betStates, horizons, isForward, isOut } from './bet-states.ts'

const part = z.string().trim().max(2_000)
const reference = z.string().min(1).max(60)
const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/, 'A quarter is written like 2026-Q3.')
const Assumption = z.object({
  id: z.string().min(1).max(60),
  text: part.min(1, 'Write the assumption.'),
  test: part,
  state: z.enum(['untested', 'holds', 'broken']),
})

/** A hypothesis in four parts, with ranges for what is not known. */
export const NewBet = z.object({
  title: z.string().trim().min(1, 'Give the bet a name.').max(200),
  doing: part.optional(),
  forWhom: part.optional(),
  willChange: part.optional(),
  because: part.optional(),
  metric: reference.nullable().optional(),
  problems: z.array(reference).max(50).optional(),
  reach: Range.nullable().optional(),
  impact: Range.nullable().optional(),
  confidence: ProbabilityRange.nullable().optional(),
  effort: Range.nullable().optional(),
  horizon: z.enum(horizons).optional(),
  quarter: Quarter.nullable().optional(),
  assumptions: z.array(Assumption).max(50).optional(),
  mindChanger: part.optional(),
})
export const BetChanges = NewBet.omit({ problems: true, horizon: true, quarter: true })
  .partial()
  .extend({ learned: z.string().trim().max(20_000).optional(), ownerId: z.uuid().nullable().optional() })
export const BetMove = z.object({
  state: z.enum(betStates),
  reason: part.default(''),
  /** The day people got it, where that was not today. */
  launchedOn: z.iso.date('A day is written like 2026-03-01.').optional(),
})
export const BetPlace = z.object({
  horizon: z.enum(horizons).optional(),
  quarter: Quarter.nullable().optional(),
  before: reference.nullable().optional(),
  why: part.optional(),
})

const next: Record<BetState, BetState[]> = {
  idea: ['considering', 'committed', 'building', 'launched', 'dropped'],
  considering: ['committed', 'building', 'launched', 'idea', 'dropped'],
  committed: ['building', 'launched', 'considering', 'dropped'],
  building: ['launched', 'committed', 'dropped'],
  launched: ['learned'],
  learned: [],
  dropped: ['idea'],
}

/** Where a bet may go from here, the usual way first, then what lies further ahead, then back and out. */
export const nextStates = (state: BetState) => next[state]

type Movable = { state: BetState; learned: string }

/** `at` is now; a launch that lies back counts from the first moment of its day in UTC. */
export function moveBet(bet: Movable, { state, reason, launchedOn }: z.output<typeof BetMove>, at: Date) {
  if (!next[bet.state].includes(state)) {
    const possible = next[bet.state].join(', ') || 'nothing more'
    throw new Conflict(`A bet that is ${bet.state} cannot become ${state}. Possible from here: ${possible}.`)
  }
  if (!isForward(bet.state, state) && !reason)
    throw new NotAccepted('Say why, so that nobody has to ask again.', [{ path: 'reason', message: 'Say why.' }])
  if (launchedOn !== undefined && state !== 'launched')
    throw new NotAccepted('Only a launch has a day.', [{ path: 'launchedOn', message: 'Leave this out.' }])
  if (state === 'learned' && !bet.learned.trim()) throw new Conflict('Write down what we learned first; that is what the bet was for.')
  return { state, stateReason: reason || null, ...(state === 'launched' ? { launchedAt: launchMoment(launchedOn, at) } : {}) }
}

const launchMoment = (day: string | undefined, at: Date) => (day === undefined || day === dayOf(at) ? at : new Date(day))

type Hypothesis = { doing: string; forWhom: string; willChange: string; because: string }

/** *We believe that … for … will … because …* with a blank where a part is missing. */
export function hypothesisOf({ doing, forWhom, willChange, because }: Hypothesis) {
  const or = (text: string, blank: string) => text.trim() || `[${blank}]`
  return `We believe that ${or(doing, 'doing this')} for ${or(forWhom, 'these people')} will ${or(willChange, 'change this metric by so much')}, because ${or(because, 'problem and evidence')}.`
}

export type Gap = { name: 'hypothesis' | 'problem' | 'evidence' | 'metric' | 'plan' | 'ranges' | 'verdict' | 'learned'; sentence: string }
type GapFacts = Hypothesis & {
  state: BetState
  learned: string
  metricId: string | null
  confidence: Range | null
  effort: Range | null
  problems: number
  evidence: 'none' | 'weak' | 'some' | 'strong'
  hasPlan: boolean
  hasVerdict: boolean
}

/** What a bet still lacks, the most important first. Gaps are shown, never hidden. */
export function gapsOf(bet: GapFacts): Gap[] {
  const gaps: [boolean, Gap][] = [
    [bet.problems === 0, { name: 'problem', sentence: 'no problem' }],
    [bet.problems > 0 && bet.evidence === 'none', { name: 'evidence', sentence: 'no evidence' }],
    [bet.problems > 0 && bet.evidence === 'weak', { name: 'evidence', sentence: 'weak evidence' }],
    [!bet.hasPlan, { name: 'plan', sentence: 'no success plan' }],
    [!bet.hasPlan && !bet.metricId, { name: 'metric', sentence: 'no metric' }],
    [
      [bet.doing, bet.forWhom, bet.willChange, bet.because].some((text) => !text.trim()),
      { name: 'hypothesis', sentence: 'hypothesis incomplete' },
    ],
    [!bet.confidence || !bet.effort, { name: 'ranges', sentence: 'no estimate' }],
    [isOut(bet) && !bet.hasVerdict, { name: 'verdict', sentence: 'no verdict' }],
  ]
  return gaps.filter(([missing]) => missing).map(([, gap]) => gap)
}

/** A place between two neighbours; undefined when they are too close and the list must be numbered anew. */
export function positionBetween(before: number | undefined, after: number | undefined) {
  if (before === undefined && after === undefined) return 0
  if (before === undefined) return after! - 1
  if (after === undefined) return before + 1
  const middle = (before + after) / 2
  return middle > before && middle < after ? middle : undefined
}
