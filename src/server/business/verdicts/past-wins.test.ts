import { expect, test } from 'vitest'
import { world } from '#test/world.ts'
import { addRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import { pastWinRate } from './past-wins.ts'

type State = 'worked' | 'harmed' | 'not-enough-data'
const launchedBet = {
  metricId: null,
  reach: null,
  impact: null,
  confidence: null,
  effort: null,
  quarter: null,
  stateReason: null,
  launchedAt: null,
}
const day = (date: number) => new Date(Date.UTC(2026, 1, date))

async function judged(scope: Scope, { state, readThrough, final = true }: { state: State; readThrough: Date; final?: boolean }) {
  const bet = await addRecord(scope, 'bet', { title: 'B', ...launchedBet })
  await addRecord(scope, 'verdict', { betId: bet.id, planHash: null, state, sentence: 'It is so', result: {}, readThrough, final })
  return bet
}

test('how often bets worked is told by final verdicts on earlier data of other bets, and by five of them at the least', async () => {
  await using w = await world()
  await w.owner.scoped(async (scope) => {
    const own = await judged(scope, { state: 'worked', readThrough: day(1) })
    for (let bet = 0; bet < 3; bet++) await judged(scope, { state: 'worked', readThrough: day(2 + bet) })
    await judged(scope, { state: 'harmed', readThrough: day(5) })
    await judged(scope, { state: 'not-enough-data', readThrough: day(6) })
    await judged(scope, { state: 'worked', readThrough: day(6), final: false })
    expect(await pastWinRate(scope, { bet: own, until: day(20) })).toBeNull()
    await judged(scope, { state: 'harmed', readThrough: day(7) })
    expect(await pastWinRate(scope, { bet: own, until: day(20) })).toBeCloseTo(4 / 7, 12)
    expect(await pastWinRate(scope, { bet: own, until: day(7) })).toBeNull()
  })
})
