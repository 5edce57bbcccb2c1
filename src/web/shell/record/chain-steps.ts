import { parseKey } from '#domain/keys.ts'
import type { ChainStep } from '../../ui/chain-ribbon.tsx'
import { countOf } from '../../ui/format.ts'
import { recordPath } from '../../ui/records.ts'
import { lookOf } from '../../ui/states.ts'

type Link = { key: string; title: string; state: string }
export type Chain = {
  feedback: Link[]
  feedbackCount: number
  problems: Link[]
  bets: Link[]
  specs: Link[]
  launches: Link[]
  verdicts: Link[]
  plans: { bet: string; locked: boolean }[]
}

type Station = { type: string; links: Link[]; gap: string; many?: string; title?: (link: Link) => string }

const gapStep = (type: string, title: string): ChainStep => ({ type, title, gap: true })

/** The records of one kind: a single one stands by itself, several fold into a menu; the open one is never folded away. */
function stationSteps({ type, links, many, title = (link) => link.title }: Station, here: string): ChainStep[] {
  const steps = links.map((link) => ({
    type,
    key: link.key,
    title: title(link),
    href: recordPath(type, link.key),
    here: link.key === here,
  }))
  const open = steps.filter((step) => step.here)
  const others = steps.filter((step) => !step.here)
  if (open.length + others.length <= 1) return steps
  const folded = { type, title: open.length ? `${others.length} more` : countOf(others.length, type, many), among: others }
  return [...open, folded]
}

function feedbackSteps({ feedback, feedbackCount, problems }: Chain, here: string): ChainStep[] {
  const [first] = feedback
  if (feedbackCount === 0 || !first) return [gapStep('feedback', 'no evidence')]
  if (feedbackCount === 1)
    return [{ type: 'feedback', title: first.key, href: recordPath('feedback', first.key), here: first.key === here }]
  const [problem] = problems
  return [{ type: 'feedback', title: `${feedbackCount} feedback`, href: problem && recordPath('problem', problem.key) }]
}

const later = ['problem', 'bet', 'spec', 'launch', 'verdict']

/** What comes after the furthest record that exists is named once: the next step, not a row of reproaches. */
function withoutFarGaps(stations: ChainStep[][], hereAt: number) {
  const reached = Math.max(
    hereAt,
    stations.findLastIndex((steps) => steps.some(({ gap }) => !gap)),
  )
  return stations.slice(0, reached + 2).flat()
}

function planGap({ bets, plans }: Chain): ChainStep[] {
  const unplanned = bets.some(({ key }) => !plans.some(({ bet }) => bet === key))
  return unplanned ? [gapStep('bet', 'no success plan')] : []
}

/** The ribbon of a record from what the server knows of its chain; gaps in it are steps too. */
export function chainSteps(chain: Chain, here: string): ChainStep[] {
  const stations: Station[] = [
    { type: 'problem', links: chain.problems, gap: 'no problem' },
    { type: 'bet', links: chain.bets, gap: 'no bet' },
    { type: 'spec', links: chain.specs, gap: 'no spec' },
    { type: 'launch', links: chain.launches, gap: 'no launch', many: 'launches' },
    { type: 'verdict', links: chain.verdicts, gap: 'no verdict yet', title: ({ state }) => lookOf(state).word },
  ]
  const steps = stations.map((station) => {
    const known = station.links.length > 0 ? stationSteps(station, here) : [gapStep(station.type, station.gap)]
    return station.type === 'bet' && station.links.length > 0 ? [...known, ...planGap(chain)] : known
  })
  return [...feedbackSteps(chain, here), ...withoutFarGaps(steps, later.indexOf(parseKey(here)?.kind ?? ''))]
}
