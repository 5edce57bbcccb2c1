import { type Horizon, horizons } from '#domain/business/bet-states.ts'
import { quarterOf } from '#domain/dates.ts'
import { horizonWords } from '../bets/text.ts'
import { roadmapText as text } from './text.ts'

export type Cut = 'horizon' | 'quarter'
type Placed = { id: string; horizon: Horizon; quarter: string | null; state: string }
export type BoardColumn<B> = { id: string; title: string; note: string; bets: B[] }
/** Where a bet is put: before another bet of its column, or last (`null`); undefined leaves its place in the order. */
export type Place = { horizon?: Horizon; quarter?: string | null; before?: string | null }

const NONE = 'none'
const QUARTERS_AHEAD = 3

export function columnsOf<B extends Placed>(bets: B[], cut: Cut, today: string): BoardColumn<B>[] {
  if (cut === 'horizon')
    return horizons.map((id) => ({ id, title: horizonWords[id], note: text.notes[id], bets: bets.filter(({ horizon }) => horizon === id) }))
  const used = bets.flatMap(({ quarter }) => (quarter ? [quarter] : []))
  const quarters = [...new Set([...used, ...quartersFrom(today)])].sort()
  const column = (id: string, title: string) => ({ id, title, note: '', bets: bets.filter(({ quarter }) => (quarter ?? NONE) === id) })
  return [...quarters.map((id) => column(id, id.replace('-', ' '))), column(NONE, text.noQuarter)]
}

/** The quarter of a day and those that follow. */
function quartersFrom(today: string) {
  const [year, quarter] = quarterOf(today).split('-Q').map(Number)
  return Array.from({ length: QUARTERS_AHEAD + 1 }, (_, ahead) => {
    const at = quarter! - 1 + ahead
    return `${year! + Math.floor(at / 4)}-Q${(at % 4) + 1}`
  })
}

type Move = { id: string; column: string; before: string | null }

/** What the server is told when a card is put into a column before another card, or last. By quarter, the order stays that of the horizons. */
export function placeFor({ column, before }: Omit<Move, 'id'>, cut: Cut): Place {
  if (cut === 'horizon') return { horizon: column as Horizon, before }
  return { quarter: column === NONE ? null : column }
}

export type Step = 'left' | 'right' | 'up' | 'down'

/** Where a card goes with one key; undefined at the edge of the board. Changing the column keeps the height as far as it goes. */
export function stepOf<B extends Placed>(columns: BoardColumn<B>[], id: string, step: Step): Move | undefined {
  const at = columns.findIndex(({ bets }) => bets.some((bet) => bet.id === id))
  const column = columns[at]
  if (!column) return undefined
  const row = column.bets.findIndex((bet) => bet.id === id)
  if (step === 'left' || step === 'right') {
    const aside = columns[at + (step === 'left' ? -1 : 1)]
    return aside && { id, column: aside.id, before: aside.bets[row]?.id ?? null }
  }
  const isAtEdge = step === 'up' ? row === 0 : row === column.bets.length - 1
  if (isAtEdge) return undefined
  return { id, column: column.id, before: column.bets[step === 'up' ? row - 1 : row + 2]?.id ?? null }
}

/** The list as the server will give it back, so that the board can show it at once. */
export function withPlace<B extends Placed>(bets: B[], id: string, { horizon, quarter, before }: Place): B[] {
  const bet = bets.find((one) => one.id === id)
  if (!bet) return bets
  const moved = { ...bet, horizon: horizon ?? bet.horizon, quarter: quarter === undefined ? bet.quarter : quarter }
  if (before === undefined) return bets.map((one) => (one.id === id ? moved : one))
  const others = bets.filter((one) => one.id !== id)
  const at = before === null ? others.length : others.findIndex((one) => one.id === before)
  return others.toSpliced(at < 0 ? others.length : at, 0, moved)
}

/** Where a bet stands now, for taking a move back. */
export function placeOf<B extends Placed>(bets: B[], id: string): Place {
  const bet = bets.find((one) => one.id === id)!
  const column = bets.filter(({ horizon }) => horizon === bet.horizon)
  return { horizon: bet.horizon, quarter: bet.quarter, before: column[column.indexOf(bet) + 1]?.id ?? null }
}
