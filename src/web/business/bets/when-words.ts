import { betStates, horizons, isOpenBet, isOut } from '#domain/business/bet-states.ts'
import { formatDay } from '../../ui/format.ts'
import type { BetRow } from './queries.ts'
import { horizonWords, betsText as text } from './text.ts'

type When = Pick<BetRow, 'state' | 'horizon' | 'quarter' | 'launchedAt'>

/** The day that counts for the verdict, whatever the reader's time zone. */
export const launchDay = (launchedAt: string) => formatDay(launchedAt.slice(0, 10))

/** When people are to have it, or since when they do; of a bet that was dropped, nothing. */
export function whenWords(bet: When) {
  if (isOut(bet)) return bet.launchedAt ? text.launchedOn(launchDay(bet.launchedAt)) : ''
  if (!isOpenBet(bet)) return ''
  return [horizonWords[bet.horizon], bet.quarter?.replace('-', ' ')].filter(Boolean).join(', ')
}

/** For sorting: what is out comes after every horizon, by its day. */
export function whenValue(bet: When) {
  if (isOpenBet(bet)) return horizons.indexOf(bet.horizon)
  return isOut(bet) && bet.launchedAt ? Date.parse(bet.launchedAt) : undefined
}

/** For grouping: open bets by their horizon, the others by their state. */
export const whenGroup = {
  words: ({ state, horizon }: When) => (isOpenBet({ state }) ? horizonWords[horizon] : state),
  order: ({ state, horizon }: When) => (isOpenBet({ state }) ? horizons.indexOf(horizon) : horizons.length + betStates.indexOf(state)),
}
