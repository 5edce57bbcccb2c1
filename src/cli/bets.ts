import { read } from '#client/api.ts'
import { isOpenBet, isOut } from '#domain/business/bet-states.ts'
import { readArguments } from './arguments.ts'
import type { Connection, Terminal } from './connection.ts'
import { asJson, table } from './output.ts'

export async function listBets({ api }: Connection, { print }: Terminal, args: string[]) {
  const { values } = readArguments(args, { json: { type: 'boolean' } })
  const { rows } = await read(api.bets.$get())
  if (values.json) return print(asJson(rows))
  print(
    table(
      ['Key', 'State', 'When', 'Bet'],
      rows.map((row) => [row.key, row.state, whenOf(row), row.title]),
    ),
  )
}

/** When people are to have it, or since which day they do. */
function whenOf(bet: { state: string; horizon: string; launchedAt: string | null }) {
  if (isOpenBet(bet)) return bet.horizon
  return isOut(bet) ? `since ${bet.launchedAt?.slice(0, 10)}` : ''
}
