import { useRef, useState } from 'react'
import { openQuestions } from '#domain/learn/open-questions.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Link, useGo } from '../ui/link.tsx'
import { questionsIn } from './lesson-parts.tsx'
import { type LessonDetail, type LessonPlace, useMarkRead } from './queries.ts'
import { learnText } from './text.ts'
import { useReachedEnd } from './use-reached-end.ts'

const text = learnText.lesson

/** What comes after the lesson: mark it as done where reading is asked for, and go on. */
export function LessonFoot({ lesson, place }: { lesson: LessonDetail; place: LessonPlace }) {
  const mark = useMarkRead(place)
  const { previous, done, course, rules } = lesson
  const isUnread = rules.some(({ kind, met }) => kind === 'read' && !met)
  const waitsForAnswers = rules.some(({ kind, met }) => kind === 'answered' && !met)
  // Coming to the end marks the lesson; the button somebody is about to press must not change under their hand.
  const [askedReading] = useState(isUnread)
  const end = useRef<HTMLDivElement>(null)
  useReachedEnd({ lesson, end, onReached: () => isUnread && mark.mutate('end') })
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
        {waitsForAnswers && <OpenQuestions lesson={lesson} />}
        {askedReading && !waitsForAnswers ? (
          <MarkDone lesson={lesson} place={place} mark={mark} isUnread={isUnread} />
        ) : (
          <Onwards lesson={lesson} place={place} />
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

type FootProps = { lesson: LessonDetail; place: LessonPlace }

const afterwards = ({ lesson: { next }, place }: FootProps) => (next ? `/learn/${place.courseId}/${next.id}` : `/learn/${place.courseId}`)

type MarkDoneProps = FootProps & { mark: ReturnType<typeof useMarkRead>; isUnread: boolean }

function MarkDone({ lesson, place, mark, isUnread }: MarkDoneProps) {
  const go = useGo()
  async function markAndGo() {
    if (isUnread) await mark.mutateAsync('mark')
    go(afterwards({ lesson, place }))
  }
  return (
    <>
      <Button kind="main" busy={mark.isPending} onClick={() => void markAndGo().catch(() => undefined)}>
        {lesson.next ? text.markAndGo : text.markDone}
      </Button>
      {lesson.next && isUnread && (
        <Button busy={mark.isPending} onClick={() => mark.mutate('mark')}>
          {text.markDone}
        </Button>
      )}
    </>
  )
}

/** Says what keeps the lesson from being done, and leads there. */
function OpenQuestions({ lesson: { parts, quiz } }: { lesson: LessonDetail }) {
  const open = openQuestions(questionsIn(parts), quiz?.answers ?? {})
  const [first] = open
  if (!first) return null
  const show = () =>
    document.getElementById(`question-${first.id}`)?.querySelector<HTMLElement>('input:not([aria-hidden]), button')?.focus()
  return (
    <Button kind="main" onClick={show}>
      {text.unanswered(open.length)}
    </Button>
  )
}

function Onwards({ lesson, place }: FootProps) {
  return (
    <Link to={afterwards({ lesson, place })} className={lesson.done ? 'button main' : 'button'}>
      {lesson.next ? `${text.next}: ${lesson.next.title}` : text.toCourse}
    </Link>
  )
}
