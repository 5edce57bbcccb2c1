import { useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link, useGo } from '../ui/link.tsx'
import { type LessonDetail, type LessonPlace, useMarkRead } from './queries.ts'
import { learnText } from './text.ts'
import { useReachedEnd } from './use-reached-end.ts'

const text = learnText.lesson

/** What comes after the lesson: mark it as done where reading is asked for, and go on. */
export function LessonFoot({ lesson, place }: { lesson: LessonDetail; place: LessonPlace }) {
  const go = useGo()
  const mark = useMarkRead(place)
  const { next, previous, done, course } = lesson
  const toNext = next ? `/learn/${place.courseId}/${next.id}` : `/learn/${place.courseId}`
  const isUnread = lesson.rules.some(({ kind, met }) => kind === 'read' && !met)
  // Coming to the end marks the lesson; the button somebody is about to press must not change under their hand.
  const [askedReading] = useState(isUnread)
  const end = useRef<HTMLDivElement>(null)
  useReachedEnd({ lesson, end, onReached: () => isUnread && mark.mutate('end') })

  async function markAndGo() {
    if (isUnread) await mark.mutateAsync('mark')
    go(toNext)
  }
  return (
    <footer className="lesson-foot">
      <div ref={end} />
      <p role="status" className="row">
        {done && (
          <>
            <Icon name="check" size={14} /> {course.progress.percent === 100 ? text.finishedCourse : text.done}
          </>
        )}
      </p>
      <div className="row">
        {askedReading && (
          <>
            <Button kind="main" busy={mark.isPending} onClick={() => void markAndGo().catch(() => undefined)}>
              {next ? text.markAndGo : text.markDone}
            </Button>
            {next && isUnread && (
              <Button busy={mark.isPending} onClick={() => mark.mutate('mark')}>
                {text.markDone}
              </Button>
            )}
          </>
        )}
        {!askedReading && (
          <Link to={toNext} className={done ? 'button main' : 'button'}>
            {next ? `${text.next}: ${next.title}` : text.toCourse}
          </Link>
        )}
        {previous && (
          <Link to={`/learn/${place.courseId}/${previous.id}`} className="text-link push">
            {text.previous}: {previous.title}
          </Link>
        )}
      </div>
    </footer>
  )
}
