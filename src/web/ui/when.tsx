import { formatAgo, formatDay, formatTime } from './format.ts'

const WEEK_MS = 7 * 86_400_000

/** A moment: how long ago while it is fresh, the day afterwards, and the exact time on hover. */
export function When({ at }: { at: string }) {
  const fresh = Math.abs(Date.now() - new Date(at).getTime()) < WEEK_MS
  return (
    <time className="when" dateTime={at} title={at.length > 10 ? formatTime(at) : undefined}>
      {fresh && at.length > 10 ? formatAgo(at) : formatDay(at)}
    </time>
  )
}
