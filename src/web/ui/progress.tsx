import { useEffect, useRef } from 'react'
import { formatCount, formatDuration, formatPercent } from './format.ts'
import './progress.css'

type ProgressProps = { label: string; done: number; total: number; noun?: string }

/** Seconds left at the pace seen since the work came into sight; nothing until there is a pace to speak of. */
function useSecondsLeft(done: number, total: number) {
  const start = useRef({ at: Date.now(), done })
  useEffect(() => {
    if (done < start.current.done) start.current = { at: Date.now(), done }
  }, [done])
  const passed = (Date.now() - start.current.at) / 1000
  const made = done - start.current.done
  return passed > 1 && made > 0 ? ((total - done) * passed) / made : undefined
}

/** Work under way: how much of how many, and how long it will take. */
export function Progress({ label, done, total, noun = '' }: ProgressProps) {
  const left = useSecondsLeft(done, total)
  const counts = `${formatCount(done)} of ${formatCount(total)} ${noun}`.trim()
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={done}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuetext={counts}
    >
      <div className="progress-words">
        <span>{label}</span>
        <span className="faint push">
          {counts}
          {left !== undefined && done < total && ` · about ${formatDuration(left)} left`}
        </span>
      </div>
      <Track share={total > 0 ? done / total : 0} />
    </div>
  )
}

function Track({ share }: { share: number }) {
  return (
    <div className="progress-track">
      <i className="progress-done" style={{ width: `${share * 100}%` }} />
    </div>
  )
}

/** A share that is reached, not running: a course, a readiness. `share` is between 0 and 1. */
export function ShareBar({ share, label }: { share: number; label: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element cannot be drawn as ours in every browser
    <div
      role="meter"
      aria-label={label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={formatPercent(share)}
    >
      <Track share={share} />
    </div>
  )
}
