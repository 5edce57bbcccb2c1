import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { Line } from './table-groups.ts'
import type { Density } from './table-menu.tsx'

const ROW_HEIGHT: Record<Density, number> = { dense: 36, roomy: 48 }
const VIRTUAL_FROM = 80
const NEARLY_THE_END = 10

/** Which lines are drawn, and how much room those above and below them take. */
export type Drawn = { places: number[]; above: number; below: number }
type DrawnProps = { lines: Line[]; density: Density; scroller: RefObject<HTMLElement | null>; onEnd?: () => void }

/** Of a long list only what is seen is drawn. `show` brings a row into sight and gives it the focus. */
export function useDrawn({ lines, density, scroller, onEnd }: DrawnProps): { drawn: Drawn; show: (row: number) => void } {
  const isLong = lines.length > VIRTUAL_FROM
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT[density],
    overscan: 12,
    enabled: isLong,
  })
  const seen = virtualizer.getVirtualItems()
  const places = isLong ? seen.map(({ index }) => index) : lines.map((_, at) => at)
  const [above, below] = isLong ? [seen[0]?.start ?? 0, virtualizer.getTotalSize() - (seen.at(-1)?.end ?? 0)] : [0, 0]
  const last = places.at(-1) ?? -1
  useEffect(() => {
    if (last >= lines.length - NEARLY_THE_END) onEnd?.()
  }, [last, lines.length, onEnd])

  function show(row: number) {
    if (isLong) virtualizer.scrollToIndex(lines.findIndex((line) => 'index' in line && line.index === row))
    scroller.current?.querySelector<HTMLElement>(`[data-index="${row}"]`)?.focus()
  }
  return { drawn: { places, above, below }, show }
}
