import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyRoom } from '../ui/empty-room.tsx'
import { Link } from '../ui/link.tsx'
import { sentenceOf } from './query-client.ts'

export function NotFoundPage() {
  return (
    <div className="room-page">
      <EmptyRoom
        icon="question"
        title={text.problems.notFound}
        why={text.problems.notFoundLead}
        action={
          <Link to="/" className="button">
            {text.problems.toToday}
          </Link>
        }
      />
    </div>
  )
}

/** What a page that failed says instead of itself: the server's sentence, and a way on. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  function again() {
    reset()
    void router.invalidate()
  }
  return (
    <div className="room-page">
      <EmptyRoom
        icon="alert"
        title={text.problems.broken}
        why={sentenceOf(error)}
        action={<Button onClick={again}>{text.problems.again}</Button>}
      />
    </div>
  )
}
