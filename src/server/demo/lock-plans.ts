import { createHash } from 'node:crypto'
import type { DemoStory } from './story.ts'
import type { PlannedLock } from './story-business.ts'
import type { Row } from './story-shape.ts'

type Plan = Row<'successPlans'> & { id: string }

/** What a lock is made of: the text that was promised, and its fingerprint. */
export type LockPlan = (plan: Plan) => { canonical: string; hash: string }

const promised = [
  'metricId',
  'smallestEffect',
  'effectKind',
  'design',
  'guardrails',
  'alpha',
  'power',
  'plannedPeople',
  'checkDate',
  'startedOn',
] as const

/** Names in alphabetical order at every depth, so that the same promise has the same text. */
export const sha256Lock: LockPlan = (plan) => {
  const canonical = JSON.stringify(inOrder(Object.fromEntries(promised.map((name) => [name, plan[name] ?? null]))))
  return { canonical, hash: createHash('sha256').update(canonical).digest('hex') }
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, inOrder(inner)]),
  )
}

/** Plans of launched bets locked as they were at the launch, and what was amended since. */
export function lockPlans({ plans, people }: DemoStory, lockPlan: LockPlan) {
  const successPlans = plans.map(({ plan, lockedAt, by }) => {
    const whole = { ...plan, alpha: 0.05, power: 0.8 }
    return lockedAt ? { ...whole, ...lockPlan(whole), lockedAt, lockedBy: people[by] } : whole
  })
  return { successPlans, planAmendments: plans.flatMap((lock, place) => amendmentOf(lock, successPlans[place]!, { people, lockPlan })) }
}

function amendmentOf(
  { amendment }: PlannedLock,
  now: Plan,
  { people, lockPlan }: { people: DemoStory['people']; lockPlan: LockPlan },
): Row<'planAmendments'>[] {
  if (!amendment) return []
  const [old, current] = [lockPlan({ ...now, checkDate: amendment.checkDateBefore }), lockPlan(now)]
  const { id, at, reason, by } = amendment
  return [
    {
      id,
      planId: now.id,
      reason,
      oldCanonical: old.canonical,
      oldHash: old.hash,
      newCanonical: current.canonical,
      newHash: current.hash,
      amendedBy: people[by],
      amendedAt: at,
    },
  ]
}
