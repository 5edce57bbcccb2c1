import { isOut } from '#domain/business/bet-states.ts'
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

type Missing = 'feedback' | 'problem' | 'bet' | 'plan' | 'spec' | 'launch' | 'verdict'
/** Where what is missing is made, with what it belongs to given already. */
type Ways = Partial<Record<Missing, string | undefined>>

const gapStep = (type: string, title: string, href?: string): ChainStep => ({ type, title, gap: true, href })

function waysToMake(chain: Chain, here: string): Ways {
  const kind = parseKey(here)?.kind ?? ''
  const nearest = (links: Link[]) => links.find(({ key }) => key === here) ?? links[0]
  const [problem, bet, spec] = [nearest(chain.problems), nearest(chain.bets), nearest(chain.specs)]
  const unplanned = betWithoutPlan(chain, here)
  const ownPage = recordPath(kind, here)
  const ofBet = bet ? `&bet=${bet.key}` : ''
  return {
    feedback: '/inbox',
    problem: bet && `${recordPath('bet', bet.key)}#problems`,
    // These name their bet on their own page.
    bet: ['spec', 'launch', 'decision'].includes(kind) ? `${ownPage}#bet` : `/bets?new=1${problem ? `&problem=${problem.key}` : ''}`,
    plan: unplanned && `${recordPath('bet', unplanned.key)}#plan`,
    spec: `/specs?new=1${ofBet}`,
    launch: `/launches?new=1${ofBet}${spec ? `&spec=${spec.key}` : ''}`,
  }
}

/** A verdict is waited for rather than made: it leads to what is known so far, or to the plan that says when it is due. */
function wayToVerdict({ bets }: Chain, here: string): Ways {
  const bet = bets.find(({ key }) => key === here) ?? bets.find(isOut) ?? bets[0]
  return { verdict: bet && `${recordPath('bet', bet.key)}#${isOut(bet) ? 'verdict' : 'plan'}` }
}

function betWithoutPlan({ bets, plans }: Chain, here: string) {
  const unplanned = bets.filter(({ key }) => !plans.some(({ bet }) => bet === key))
  return unplanned.find(({ key }) => key === here) ?? unplanned[0]
}

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

function feedbackSteps({ feedback, feedbackCount, problems }: Chain, { here, ways }: { here: string; ways: Ways }): ChainStep[] {
  const [first] = feedback
  if (feedbackCount === 0 || !first) return [gapStep('feedback', 'no evidence', ways.feedback)]
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

/** The ribbon of a record from what the server knows of its chain; gaps in it are steps too, which lead whoever may to closing them. */
export function chainSteps(chain: Chain, here: string, { mayMake }: { mayMake: boolean }): ChainStep[] {
  const ways: Ways = { ...(mayMake && waysToMake(chain, here)), ...wayToVerdict(chain, here) }
  const stations: Station[] = [
    { type: 'problem', links: chain.problems, gap: 'no problem' },
    { type: 'bet', links: chain.bets, gap: 'no bet' },
    { type: 'spec', links: chain.specs, gap: 'no spec' },
    { type: 'launch', links: chain.launches, gap: chain.bets.some(isOut) ? 'launch not written up' : 'no launch', many: 'launches' },
    { type: 'verdict', links: chain.verdicts, gap: 'no verdict yet', title: ({ state }) => lookOf(state).word },
  ]
  const planGap = betWithoutPlan(chain, here) ? [gapStep('bet', 'no success plan', ways.plan)] : []
  const steps = stations.map((station) => {
    const known =
      station.links.length > 0 ? stationSteps(station, here) : [gapStep(station.type, station.gap, ways[station.type as Missing])]
    return station.type === 'bet' ? [...known, ...planGap] : known
  })
  return [...feedbackSteps(chain, { here, ways }), ...withoutFarGaps(steps, later.indexOf(parseKey(here)?.kind ?? ''))]
}
