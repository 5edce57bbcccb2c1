import { assignedWords } from '../learn/authors/assigned-line.tsx'
import { readingPath } from '../learn/lesson-link.ts'
import { reviewPath, reviewWords } from '../learn/reviews/waiting-reviews.tsx'
import type { useMe } from '../shell/session.tsx'
import { Chip } from '../ui/chip.tsx'
import { When } from '../ui/when.tsx'
import type { TodayFacts } from './queries.ts'
import { todayText as text } from './text.ts'
import { TodayLine } from './today-line.tsx'
import { Part } from './today-part.tsx'

type Next = ReturnType<typeof useMe>['learn']['next']

export function ReviewsPart({ reviews }: Pick<TodayFacts, 'reviews'>) {
  return (
    <Part hat="learn" icon="comment" label={text.reviews} count={reviews.length}>
      {reviews.map((review) => (
        <TodayLine
          key={review.id}
          href={reviewPath(review)}
          title={review.lessonTitle}
          why={
            <>
              {reviewWords(review)} <When at={review.at} />
            </>
          }
        />
      ))}
    </Part>
  )
}

export function CoursesPart({ courses }: Pick<TodayFacts, 'courses'>) {
  return (
    <Part hat="learn" icon="course" label={text.courses} count={courses.length}>
      {courses.map(({ courseId, title, state, ...assignment }) => (
        <TodayLine
          key={courseId}
          href={`/learn/${courseId}`}
          title={title}
          why={assignedWords(assignment)}
          chip={
            state === 'overdue' && (
              <Chip tone="bad" icon="clock">
                {text.overdue}
              </Chip>
            )
          }
        />
      ))}
    </Part>
  )
}

/** As “Continue” does, it opens the place where the reader left. */
export const nextPath = ({ course, lesson, anchor }: NonNullable<Next>) => readingPath({ courseId: course, lessonId: lesson, anchor })

export function LessonPart({ next }: { next: Next }) {
  return (
    next && (
      <Part hat="learn" icon="course" label={text.lesson} count={1}>
        <TodayLine href={nextPath(next)} title={next.title} why={next.courseTitle} />
      </Part>
    )
  )
}
