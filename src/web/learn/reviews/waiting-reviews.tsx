import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { reviewQueries, type WaitingReview } from './queries.ts'
import './reviews.css'
import { reviewText as text } from './text.ts'

/** Where a review that waits is opened: what I am to read, or my own lesson that came back. */
export const reviewPath = ({ kind, id, courseId, lessonId }: Pick<WaitingReview, 'kind' | 'id' | 'courseId' | 'lessonId'>) =>
  kind === 'to-read' ? `/learn/reviews/${id}` : `/learn/${courseId}/${lessonId}`

export const reviewWords = ({ kind, name }: Pick<WaitingReview, 'kind' | 'name'>) =>
  kind === 'to-read' ? text.toRead(name) : text.back(name)

/** All that waits for me, also what has no room on Today. */
export function WaitingReviews() {
  const { data } = useQuery(reviewQueries.waiting(useApi()))
  if (!data?.rows.length) return null
  return (
    <Section label={text.waiting}>
      <ul className="lesson-list">
        {data.rows.map((review) => (
          <li key={review.id}>
            <Link to={reviewPath(review)} className="lesson-line">
              <span className="lesson-name">{review.lessonTitle}</span>
              <span className="faint small push">
                {reviewWords(review)} · <When at={review.at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
