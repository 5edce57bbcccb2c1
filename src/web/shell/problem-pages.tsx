import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Refused } from '#client/api.ts'
import { text } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { EmptyRoom } from '../ui/empty-room.tsx'
import { Link } from '../ui/link.tsx'
import '../ui/page.css'
import { useTitle } from '../ui/use-title.ts'
import { sentenceOf } from './query-client.ts'

export const NotFoundPage = () => <NothingHere />

/** `sentence` is the server's, about a record that is not there. */
function NothingHere({ sentence }: { sentence?: string }) {
  useTitle(text.problems.notFound)
  return (
    <div className="room-page">
      <EmptyRoom
        page
        icon="question"
        title={text.problems.notFound}
        why={[sentence, text.problems.notFoundLead].filter(Boolean).join(' ')}
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
  if (error instanceof Refused && error.status === 404) return <NothingHere sentence={error.message} />
  return <FailedPage error={error} reset={reset} />
}

function FailedPage({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const router = useRouter()
  useTitle(text.problems.broken)
  function again() {
    reset()
    void router.invalidate()
  }
  return (
    <div className="room-page">
      <EmptyRoom
        page
        icon="alert"
        title={text.problems.broken}
        why={sentenceOf(error)}
        action={<Button onClick={again}>{text.problems.again}</Button>}
      />
    </div>
  )
}
