import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../shell/session.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Link } from '../../ui/link.tsx'
import { MarkdownText } from '../../ui/markdown-text.tsx'
import { RoomPage, Section } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { AnswerForm } from './answer-form.tsx'
import { FourLines } from './four-lines.tsx'
import { type HandIn, reviewQueries } from './queries.ts'
import { RecordLink } from './record-link.tsx'
import './reviews.css'
import { RubricLines } from './rubric-lines.tsx'
import { reviewText as text } from './text.ts'

/** What somebody handed in, for the person they asked. */
export function ReviewPage() {
  const { handIn: id } = useParams({ strict: false }) as { handIn: string }
  const handIn = useSuspenseQuery(reviewQueries.handIn(useApi(), id)).data
  const { learner, courseTitle, courseId, lessonId, lessonTitle, recordKey, handedInAt, state } = handIn
  return (
    <RoomPage
      title={`${learner}: ${lessonTitle}`}
      chips={<Chip>{text.states[state]}</Chip>}
      lead={text.page.lead(learner, courseTitle)}
      narrow
    >
      <Section label={text.latest} more={<When at={handedInAt} />}>
        <div className="hand-in-words">
          <MarkdownText text={handIn.text} />
        </div>
        {recordKey && <RecordLink recordKey={recordKey} />}
        <Link to={`/learn/${courseId}/${lessonId}`} className="text-link small">
          {text.page.toLesson}
        </Link>
      </Section>
      {handIn.review ? <Answered handIn={handIn} review={handIn.review} /> : <Unanswered handIn={handIn} />}
    </RoomPage>
  )
}

function Unanswered({ handIn }: { handIn: HandIn }) {
  if (handIn.state === 'replaced') return <p role="status">{text.page.replaced(handIn.learner)}</p>
  return <AnswerForm key={handIn.id} handIn={handIn} />
}

type AnsweredProps = { handIn: HandIn; review: NonNullable<HandIn['review']> }

function Answered({ handIn: { learner, ticked, language }, review }: AnsweredProps) {
  return (
    <>
      <p role="status">{text.page.done(learner, review.passed)}</p>
      <Section label={text.rubric}>
        <RubricLines
          language={language}
          opinions={[
            { who: text.tickedBy(learner), lines: ticked },
            { who: text.tickedBy(review.by), lines: review.answers },
          ]}
        />
      </Section>
      <Section label={text.page.fourLines}>
        <FourLines review={review} />
      </Section>
    </>
  )
}
