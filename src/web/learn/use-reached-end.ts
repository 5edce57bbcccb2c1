import { type RefObject, useEffect, useEffectEvent } from 'react'
import type { LessonDetail } from './queries.ts'
import { hasReachedEnd, readOn, type Sighting, startReading } from './reading-progress.ts'

/** What only flies past on the way to the end of the page was not read. */
const SETTLED_MS = 700

type Watched = { lesson: Pick<LessonDetail, 'id' | 'headings'>; end: RefObject<HTMLElement | null>; onReached: () => void }

/** Calls `onReached` once, when the reader has come down to the end of the lesson, heading by heading. Time alone never does it. */
export function useReachedEnd({ lesson: { id, headings }, end, onReached }: Watched) {
  const reached = useEffectEvent(onReached)
  const names = headings.map(({ anchor }) => anchor).join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another lesson is read from its start
  useEffect(() => watch({ anchors: names ? names.split(' ') : [], end: end.current, onReached: reached }), [id, names, end])
}

type Watch = { anchors: readonly string[]; end: HTMLElement | null; onReached: () => void }

function watch({ anchors, end, onReached }: Watch) {
  let reading = startReading(anchors)
  const settling = new Map<string, ReturnType<typeof setTimeout>>()
  const begun = new Set<string>()
  const stop = () => {
    observer.disconnect()
    settling.forEach(clearTimeout)
  }
  function note(sighting: Sighting) {
    reading = readOn(reading, sighting)
    if (!hasReachedEnd(reading)) return
    stop()
    onReached()
  }
  function see(heading: string, { isIntersecting, boundingClientRect }: IntersectionObserverEntry) {
    clearTimeout(settling.get(heading))
    if (isIntersecting) settling.set(heading, setTimeout(note, SETTLED_MS, { heading }))
    // Whoever goes on at a later heading has read what lies above it.
    else if (!begun.has(heading) && boundingClientRect.bottom < 0) note({ heading })
    begun.add(heading)
  }
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries) entry.target === end ? note({ endInSight: entry.isIntersecting }) : see(entry.target.id, entry)
  })
  for (const heading of anchors.map((anchor) => document.getElementById(anchor))) if (heading) observer.observe(heading)
  if (end) observer.observe(end)
  return stop
}
