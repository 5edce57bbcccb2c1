import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { type LessonPlace, learnQueries } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.practice

/** Hints one by one, for who asks. */
export function Hints({ place, count }: { place: LessonPlace; count: number }) {
  const api = useApi()
  const [shown, setShown] = useState(0)
  const hints = useQueries({ queries: Array.from({ length: shown }, (_, at) => learnQueries.hint(api, place, at + 1)) })
  return (
    <div className="hints">
      <ol aria-live="polite">{hints.map(({ data }) => data && <li key={data.number}>{data.hint}</li>)}</ol>
      {shown < count && (
        <Button size="small" kind="quiet" icon="question" onClick={() => setShown(shown + 1)}>
          {shown === 0 ? text.hint : text.anotherHint} ({shown + 1} of {count})
        </Button>
      )}
    </div>
  )
}
