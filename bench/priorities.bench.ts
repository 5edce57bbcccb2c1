import { readScoring, type ScoredBet } from '#domain/business/priorities.ts'
import { DRAWS, rankBets } from '#domain/business/priorities-ranking.ts'
import { type Chance, startChance } from '#domain/statistics/chance.ts'
import { normalQuantile } from '#domain/statistics/distributions.ts'
import { must } from '#domain/statistics/must.ts'
import { logParametersOf } from '#domain/statistics/uncertain-quantity.ts'
import { atLeast, atMost, type BenchRow, report } from './bench-row.ts'

const BETS = 200
const K = 10
const NAIVE_DRAWS = 400
const names = ['reach', 'impact', 'confidence', 'effort'] as const

type Ends = { low: number; high: number }
type PlainBet = { id: string } & Record<(typeof names)[number], Ends>

function makeBets(): PlainBet[] {
  const chance = startChance(7)
  const range = (most: number): Ends => {
    const low = most * (0.2 + chance())
    return { low, high: low * (1.5 + 2 * chance()) }
  }
  return Array.from({ length: BETS }, (_, at) => ({
    id: `BET-${at + 1}`,
    reach: range(2_000),
    impact: range(1),
    confidence: range(0.4),
    effort: range(3),
  }))
}

const asScored = ({ id, ...ranges }: PlainBet): ScoredBet => ({
  id,
  inputs: Object.fromEntries(names.map((name) => [name, { kind: 'lognormal' as const, ...ranges[name] }])),
})

/** The same by the book: every draw makes an object per bet from four inverse cdfs, sorts the objects and counts places. */
function rankPlainly(bets: PlainBet[], draws: number) {
  const chance = startChance(1)
  const tally = new Map(bets.map(({ id }) => [id, { best: 0, top: 0, places: [] as number[] }]))
  for (let draw = 0; draw < draws; draw++) {
    const scored = bets.map((bet) => ({ id: bet.id, score: scoreOf(bet, chance) })).sort((a, b) => b.score - a.score)
    scored.forEach(({ id }, place) => {
      const counts = tally.get(id)!
      if (place === 0) counts.best++
      if (place < K) counts.top++
      counts.places.push(place + 1)
    })
  }
  return bets.map(({ id }) => {
    const { best, top, places } = tally.get(id)!
    return { id, chanceBest: best / draws, chanceTop: top / draws, places: places.sort((a, b) => a - b) }
  })
}

function scoreOf(bet: PlainBet, chance: Chance) {
  const [reach, impact, confidence, effort] = names.map((name) => drawOne(bet[name], chance))
  return (reach! * impact! * confidence!) / effort!
}

function drawOne(ends: Ends, chance: Chance) {
  const { mu, sigma } = logParametersOf(ends)
  return Math.exp(mu + sigma * normalQuantile(chance()))
}

/** Milliseconds of the processor, so that a busy machine does not count against either way. */
function timed(run: () => unknown) {
  const start = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1_000
}

/** The fastest run is the one the machine disturbed least. */
const leastOf = (times: number[]) => Math.min(...times)

function speed(): BenchRow[] {
  const bets = makeBets()
  const scored = bets.map(asScored)
  const rice = must(readScoring('rice'))
  const ranked = (seed: number) => must(rankBets(scored, { expression: rice, seed, k: K }))
  ranked(0)
  const own = leastOf(Array.from({ length: 9 }, (_, at) => timed(() => ranked(at))))
  rankPlainly(bets, 20)
  const plain = leastOf(Array.from({ length: 3 }, () => timed(() => rankPlainly(bets, NAIVE_DRAWS)))) * (DRAWS / NAIVE_DRAWS)
  const mixed = scored.map((bet) => ({
    ...bet,
    inputs: { ...bet.inputs, confidence: { kind: 'pert' as const, low: 0.2, likely: 0.5, high: 0.9 } },
  }))
  const shared = timed(() => must(rankBets(mixed, { expression: rice, seed: 1, k: K, shared: { input: 'effort', rho: 0.3 } })))
  return [
    { what: `${DRAWS} draws over ${BETS} bets, ranked`, measured: `${own.toFixed(0)} ms`, against: '250 ms', ...atMost(1, own / 250) },
    {
      what: 'the same in plain objects draw by draw',
      measured: `${plain.toFixed(0)} ms`,
      against: `${own.toFixed(0)} ms`,
      ...atLeast(20, plain / own),
    },
    {
      what: 'the same with PERT confidence and shared optimism about effort',
      measured: `${shared.toFixed(0)} ms`,
      against: '1500 ms',
      ...atMost(1, shared / 1_500),
    },
  ]
}

/** What is fast must also be right: both ways agree on P(top k) within what so few plain draws can tell. */
function agreement(): BenchRow {
  const bets = makeBets()
  const fast = new Map(
    must(rankBets(bets.map(asScored), { expression: must(readScoring('rice')), seed: 1, k: K })).ranks.map((rank) => [rank.id, rank]),
  )
  const gaps = rankPlainly(bets, 2_000).map(({ id, chanceTop }) => {
    const expected = fast.get(id)!.chanceTop
    return Math.abs(chanceTop - expected) / Math.sqrt((expected * (1 - expected)) / 2_000 + 1e-6)
  })
  const worst = Math.max(...gaps)
  return {
    what: `P(top ${K}) of ${BETS} bets against the plain way`,
    measured: `${worst.toFixed(1)} standard errors at worst`,
    against: '4.5',
    ...atMost(1, worst / 4.5),
  }
}

if (import.meta.main) await report(async () => [...speed(), agreement()])
