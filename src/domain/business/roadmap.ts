import { isOpenBet } from './bet-states.ts'

export type BetActivity = {
  at: Date
  what: string
  aboutId: string
  aboutKey: string | null
  aboutTitle: string
  why: string | null
  memberName: string | null
  changes: Record<string, { before: unknown; after: unknown }>
}

export type RoadmapChange = {
  betId: string
  key: string | null
  title: string
  sentences: string[]
  reasons: string[]
  lastAt: Date
  by: string[]
}

const watched: Record<string, string> = {
  state: 'state',
  horizon: 'horizon',
  quarter: 'quarter',
  title: 'name',
  willChange: 'expected change',
}

/** What became different on the roadmap between two moments, bet by bet: net changes only, with the reasons given. Moved there and back is no change. */
export function roadmapChanges(activities: BetActivity[]): RoadmapChange[] {
  const byBet = Map.groupBy(
    activities.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    ({ aboutId }) => aboutId,
  )
  return [...byBet.values()]
    .map(changeOf)
    .filter(({ sentences }) => sentences.length > 0)
    .sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime())
}

function changeOf(activities: BetActivity[]): RoadmapChange {
  const last = activities.at(-1)!
  const reasons = activities.map(({ why }) => why).filter((why): why is string => Boolean(why))
  const by = [...new Set(activities.map(({ memberName }) => memberName).filter((name): name is string => Boolean(name)))]
  return {
    betId: last.aboutId,
    key: last.aboutKey,
    title: last.aboutTitle,
    sentences: sentencesFor(activities),
    reasons,
    lastAt: last.at,
    by,
  }
}

function sentencesFor(activities: BetActivity[]) {
  const happened = (what: string) => activities.some((activity) => activity.what === what)
  const isGone = activities.findLast(({ what }) => what === 'bet.archived' || what === 'bet.restored')?.what === 'bet.archived'
  if (happened('bet.added')) return isGone ? [] : [arrival(activities)]
  if (isGone) return ['archived']
  return [...netChanges(activities), ...confidenceChange(activities)]
}

function arrival(activities: BetActivity[]) {
  const state = activities.findLast(({ changes }) => changes.state)?.changes.state?.after
  return typeof state === 'string' && !isOpenBet({ state }) ? `new, and ${state} already` : 'new on the roadmap'
}

function netChanges(activities: BetActivity[]) {
  return Object.entries(watched).flatMap(([field, word]) => {
    const changes = activities.map(({ changes }) => changes[field]).filter((change) => change !== undefined)
    const [before, after] = [changes[0]?.before, changes.at(-1)?.after]
    return changes.length === 0 || before === after ? [] : [`${word}: ${shown(before)} → ${shown(after)}`]
  })
}

function confidenceChange(activities: BetActivity[]) {
  const changes = activities.map(({ changes }) => changes.confidence).filter((change) => change !== undefined)
  const [before, after] = [range(changes[0]?.before), range(changes.at(-1)?.after)]
  return changes.length === 0 || before === after ? [] : [`confidence: ${before} → ${after}`]
}

const shown = (value: unknown) => (value === null || value === undefined || value === '' ? 'none' : String(value))

function range(value: unknown) {
  const { low, high } = (value ?? {}) as { low?: number; high?: number }
  return low === undefined || high === undefined ? 'none' : `${Math.round(low * 100)}–${Math.round(high * 100)} %`
}
