import { type ReactNode, useEffect, useState } from 'react'
import './skeleton.css'

const PATIENCE_MS = 200

/** Whether something has been going on for longer than a person forgives without a sign. */
export function useLate(going: boolean) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!going) return
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [going])
  return going && late
}

/** Grey lines where text will be, only when it takes longer than 200 ms. */
export function Skeleton({ lines = 3, children }: { lines?: number; children?: ReactNode }) {
  if (!useLate(true)) return null
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{children ?? 'Loading'}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <i key={line} />
      ))}
    </div>
  )
}
