import { Section } from '../../ui/page.tsx'
import type { LessonPlace } from '../queries.ts'
import { HandInForm } from './hand-in-form.tsx'
import { OwnHandInView } from './own-hand-in.tsx'
import type { LessonReview } from './queries.ts'
import './reviews.css'
import { reviewText as text } from './text.ts'

type Props = { review: LessonReview; place: LessonPlace; language: string }

/** A task that a person reads: hand in, see what was said, hand in again. Once it has passed there is nothing more to do. */
export function ReviewPanel({ review, place, language }: Props) {
  const hasPassed = review.handIns.some(({ state }) => state === 'passed')
  return (
    <div className="review">
      {review.handIns.length > 0 && (
        <Section label={text.before}>
          {review.handIns.map((handIn, at) => (
            <OwnHandInView key={handIn.id} handIn={handIn} review={review} language={language} open={at === 0} />
          ))}
        </Section>
      )}
      {!hasPassed && (
        <Section label={text.title}>
          <HandInForm review={review} place={place} language={language} />
        </Section>
      )}
    </div>
  )
}
