import { useState } from 'react'
import { useKeys } from './keys.ts'

type CursorProps = {
  count: number
  /** Rows of a list that is not in front (a second table on the page) leave the keys alone. */
  active: boolean
  onMove: (index: number) => void
  onOpen: (index: number) => void
  onPeek?: (index: number) => void
  done?: { label: string; run: (index: number) => void }
  onSelect?: (index: number, extend: boolean) => void
  onClear: () => void
}

/** The row the keys speak about: `j` `k` move it, `x` selects, `⇧↓` `⇧↑` extend, space peeks, enter opens, `e` is done with it. */
export function useCursor({ count, active, onMove, onOpen, onPeek, done, onSelect, onClear }: CursorProps) {
  const [cursor, setCursor] = useState(-1)
  const at = Math.min(cursor, count - 1)

  function move(by: number) {
    if (count === 0) return
    const next = Math.min(count - 1, Math.max(0, at + by))
    setCursor(next)
    onMove(next)
  }
  function extend(by: number) {
    if (at >= 0) onSelect?.(at, true)
    move(by)
    onSelect?.(Math.min(count - 1, Math.max(0, at + by)), true)
  }
  const onRow = (act: (index: number) => void) => () => at >= 0 && act(at)

  const moving = {
    j: { run: () => move(1), label: 'Next row' },
    k: { run: () => move(-1), label: 'Row before' },
    down: () => move(1),
    up: () => move(-1),
    enter: { run: onRow(onOpen), label: 'Open' },
  }
  const peeking = onPeek && { space: { run: onRow(onPeek), label: 'Look from the side' }, esc: onClear }
  const doing = done && { e: { run: onRow(done.run), label: done.label } }
  const selecting = onSelect && {
    x: { run: onRow((index) => onSelect(index, false)), label: 'Select' },
    'shift+down': { run: () => extend(1), label: 'Extend the selection' },
    'shift+up': () => extend(-1),
    esc: onClear,
  }
  useKeys(active ? { ...moving, ...peeking, ...doing, ...selecting } : {}, { scope: 'list', group: 'Lists' })
  return [at, setCursor] as const
}
