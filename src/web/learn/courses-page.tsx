import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../shell/session.tsx'
import { EmptyRoom } from '../ui/empty-room.tsx'
import { countOf } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { RoomPage, Section } from '../ui/page.tsx'
import { AssignedLine } from './authors/assigned-line.tsx'
import { AuthorsLink } from './authors/authors-link.tsx'
import './courses-page.css'
import { CourseProgress } from './course-progress.tsx'
import { readingPath } from './lesson-link.ts'
import { type CourseCard, learnQueries } from './queries.ts'
import { WaitingReviews } from './reviews/waiting-reviews.tsx'
import { learnText } from './text.ts'

const text = learnText.courses

export function CoursesPage() {
  const { rows } = useSuspenseQuery(learnQueries.list(useApi())).data
  const taken = rows.filter(({ enrolledAt }) => enrolledAt)
  const others = rows.filter(({ enrolledAt }) => !enrolledAt)
  return (
    <RoomPage title={text.title} lead={text.lead} actions={<AuthorsLink />} narrow>
      {rows.length === 0 && <EmptyRoom icon="course" title={text.none} why={text.noneWhy} />}
      <WaitingReviews />
      <CourseList label={text.yours} courses={taken} />
      <CourseList label={taken.length ? text.others : text.title} courses={others} />
    </RoomPage>
  )
}

function CourseList({ label, courses }: { label: string; courses: CourseCard[] }) {
  if (!courses.length) return null
  return (
    <Section label={label}>
      <ul className="course-list">
        {courses.map((course) => (
          <CourseLine key={course.id} course={course} />
        ))}
      </ul>
    </Section>
  )
}

function CourseLine({ course }: { course: CourseCard }) {
  const { id, title, summary, hat, minutes, lessonCount, practiceCount } = course
  return (
    <li className={hat}>
      <article className="course-line">
        <h3 className="course-title">
          <Link to={`/learn/${id}`}>{title}</Link>
        </h3>
        <p className="course-summary">{summary}</p>
        <p className="faint small">
          {countOf(lessonCount, 'lesson')} · {practiceCount ? `${countOf(practiceCount, 'practice', 'practices')} · ` : ''}about{' '}
          {countOf(minutes, 'minute')}
        </p>
        <div className="course-state">
          <AssignedLine courseId={id} />
          {course.enrolledAt && <CourseProgress course={course} />}
          <ContinueLink course={course} />
        </div>
      </article>
    </li>
  )
}

/** One button that opens the exact place. */
export function ContinueLink({ course, main }: { course: CourseCard; main?: boolean }) {
  const { id, title, resume, certificate, enrolledAt } = course
  if (!resume && !main) {
    return (
      <span className="row">
        <Icon name="check" size={14} /> {certificate?.updatedSince ? text.updated : text.finished}
      </span>
    )
  }
  if (!resume) return null
  const to = readingPath({ courseId: id, ...resume })
  const word = enrolledAt ? text.resume : text.start
  return (
    <Link to={to} className={main || enrolledAt ? 'button main' : 'button'} aria-label={`${word}: ${title}`}>
      {word} <Icon name="arrow" size={14} />
    </Link>
  )
}
