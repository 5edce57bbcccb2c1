import { lazy, type ReactNode, Suspense } from 'react'
import { Skeleton } from './skeleton.tsx'

const SidePeek = lazy(() => import('./side-peek.tsx').then((module) => ({ default: module.SidePeek })))

/** What a row shows from the side while the list stays where it is. */
export type Peek<R> = { title: (row: R) => string; content: (row: R) => ReactNode }

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
