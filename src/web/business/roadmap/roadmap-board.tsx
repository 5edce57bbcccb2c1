import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import type { BetRow } from '../bets/queries.ts'
import { BetCard } from './bet-card.tsx'
import { type BoardColumn, type Cut, placeFor, type Step, stepOf } from './board.ts'
import { usePlaceBet } from './queries.ts'
import { roadmapText as text } from './text.ts'

const steps: Record<string, Step> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', j: 'down', k: 'up' }
const FOLLOW_MS = 1000
const brackets: Record<string, Step> = { '[': 'left', ']': 'right' }

/** Which way a key moves the card that has the focus; without a move it only walks. */
function moveOf({ key, shiftKey }: KeyboardEvent, carrying: boolean): Step | undefined {
  if (brackets[key]) return brackets[key]
  const isPlacing = carrying || (shiftKey && (key === 'ArrowUp' || key === 'ArrowDown'))
  return isPlacing ? steps[key] : undefined
}

/** The card that dropped ones would stand before: the first whose middle lies under the pointer. */
function cardBelow(column: Element, { clientY }: DragEvent, dragged: string) {
  const cards = [...column.querySelectorAll<HTMLElement>('[data-bet]')].filter(({ dataset }) => dataset.bet !== dragged)
  const below = cards.find((card) => {
    const { top, height } = card.getBoundingClientRect()
    return clientY < top + height / 2
  })
  return below?.dataset.bet ?? null
}

type RoadmapBoardProps = { columns: BoardColumn<BetRow>[]; cut: Cut; mayMove: boolean }

/** Columns of cards, moved with the pointer or with keys. */
export function RoadmapBoard({ columns, cut, mayMove }: RoadmapBoardProps) {
  const place = usePlaceBet()
  const board = useRef<HTMLDivElement>(null)
  const followed = useRef<{ id: string; until: number } | null>(null)
  const [carried, setCarried] = useState<string | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<{ column: string; before: string | null } | null>(null)
  const [told, setTold] = useState('')
  const cardOf = (id: string) => board.current?.querySelector<HTMLElement>(`[data-bet="${CSS.escape(id)}"]`)

  const isFollowing = () => followed.current !== null && Date.now() < followed.current.until

  // A card that changes its place is drawn anew there, and the browser drops the focus: it goes with the card.
  useEffect(() => {
    if (isFollowing() && document.activeElement === document.body) cardOf(followed.current!.id)?.focus()
  })

  function put(id: string, target: { column: string; before: string | null }) {
    const bet = columns.flatMap(({ bets }) => bets).find((one) => one.id === id)
    if (!bet || target.before === id) return
    place(bet, placeFor(target, cut))
    setTold(`${bet.title}: ${columns.find((column) => column.id === target.column)?.title}`)
  }

  function walk(id: string, step: Step) {
    const at = columns.findIndex(({ bets }) => bets.some((bet) => bet.id === id))
    const row = columns[at]!.bets.findIndex((bet) => bet.id === id)
    const beside = columns.filter((column, index) => column.bets.length > 0 && (step === 'left' ? index < at : index > at))
    const aside = step === 'left' ? beside.at(-1) : beside[0]
    const next =
      step === 'up' || step === 'down'
        ? columns[at]!.bets[row + (step === 'up' ? -1 : 1)]
        : aside?.bets[Math.min(row, aside.bets.length - 1)]
    if (next) cardOf(next.id)?.focus()
  }

  function press(event: KeyboardEvent) {
    const id = (event.target as HTMLElement).closest<HTMLElement>('[data-bet]')?.dataset.bet
    if (!id || event.metaKey || event.ctrlKey || event.altKey) return
    const move = mayMove ? moveOf(event, carried === id) : undefined
    if (mayMove && event.key === 'm') setCarried(carried === id ? null : id)
    else if (event.key === 'Escape' && carried) setCarried(null)
    else if (move) moveBy(id, move)
    else if (steps[event.key]) walk(id, steps[event.key]!)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function moveBy(id: string, step: Step) {
    const target = stepOf(columns, id, step)
    const isOrder = step === 'up' || step === 'down'
    if (!target || (isOrder && cut === 'quarter')) return
    followed.current = { id, until: Date.now() + FOLLOW_MS }
    put(id, target)
  }

  // Where it lands is where the pointer is: what was last drawn may lie behind it.
  function drop(event: DragEvent, column: string) {
    event.preventDefault()
    if (dragged) put(dragged, { column, before: cardBelow(event.currentTarget, event, dragged) })
    setDragged(null)
    setOver(null)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards inside are links; the board only listens for their keys
    <div ref={board} className={classes('board', cut)} onKeyDown={press} onBlur={() => !isFollowing() && setCarried(null)}>
      <p className="unseen" aria-live="polite">
        {carried ? text.carrying : told}
      </p>
      {columns.map(({ id, title, note, bets }) => (
        <section
          key={id}
          aria-label={title}
          className={classes('board-column', id, over?.column === id && 'over')}
          onDragOver={(event) => {
            if (!dragged) return
            event.preventDefault()
            setOver({ column: id, before: cardBelow(event.currentTarget, event, dragged) })
          }}
          onDrop={(event) => drop(event, id)}
        >
          <h2 className="label">
            {title} <span className="faint">{bets.length}</span> <span className="more">{note}</span>
          </h2>
          <ul>
            {bets.map((bet) => (
              <li key={bet.id} className={classes(over?.column === id && over.before === bet.id && cut === 'horizon' && 'drop-before')}>
                <BetCard bet={bet} mayMove={mayMove} carried={carried === bet.id} dragged={dragged === bet.id} onDrag={setDragged} />
              </li>
            ))}
          </ul>
          {bets.length === 0 && <p className="board-empty">{text.empty}</p>}
        </section>
      ))}
    </div>
  )
}
