import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Skeleton } from './skeleton.tsx'
import type { TableRow } from './table-model.ts'

const SidePeek = lazy(() => import('./side-peek.tsx').then((module) => ({ default: module.SidePeek })))

/** What a row shows from the side while the list stays where it is. */
export type Peek<R> = { title: (row: R) => string; content: (row: R) => ReactNode }

/** The row that is seen from the side; with the cursor it moves on to the next. */
export function usePeeked<R extends object>(peek: Peek<R> | undefined, rows: TableRow<R>[]) {
  const [peekedId, setPeekedId] = useState<string | null>(null)
  const row = peek && rows.find(({ id }) => id === peekedId)?.original
  return {
    row,
    toggle: (index: number) => setPeekedId((before) => (before === rows[index]!.id ? null : rows[index]!.id)),
    follow: (index: number) => row && setPeekedId(rows[index]!.id),
    close: () => setPeekedId(null),
  }
}

type TablePeekProps<R> = { peek: Peek<R>; row: R; href?: string; onClose: () => void }

export function TablePeek<R>({ peek, row, href, onClose }: TablePeekProps<R>) {
  return (
    <Suspense>
      <SidePeek open onOpenChange={(open) => !open && onClose()} title={peek.title(row)} href={href}>
        <Suspense fallback={<Skeleton lines={6} />}>{peek.content(row)}</Suspense>
      </SidePeek>
    </Suspense>
  )
}
