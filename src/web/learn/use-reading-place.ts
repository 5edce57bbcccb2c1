import { useEffect } from 'react'
import { useApi } from '../shell/session.tsx'
import { type LessonDetail, type LessonPlace, rememberVisit } from './queries.ts'

const SETTLED_MS = 3000

/** Goes to the heading in the address, and remembers the heading that is being read, so that Continue opens the exact place on any device. */
export function useReadingPlace({ id, headings }: LessonDetail, { courseId }: LessonPlace) {
  const api = useApi()
  useEffect(() => {
    const place = { courseId, lessonId: id }
    const start = decodeURIComponent(location.hash.slice(1)) || null
    if (start) document.getElementById(start)?.scrollIntoView()
    rememberVisit(api, place, start)
    let timer: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver((entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting)
      if (!seen) return
      clearTimeout(timer)
      timer = setTimeout(() => rememberVisit(api, place, seen.target.id), SETTLED_MS)
    })
    for (const { anchor } of headings) {
      const heading = document.getElementById(anchor)
      if (heading) observer.observe(heading)
    }
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [api, courseId, id, headings])
}
