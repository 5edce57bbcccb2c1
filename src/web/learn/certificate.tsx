import { formatDay } from '../ui/format.ts'
import { Link } from '../ui/link.tsx'
import './certificates/certificates.css'
import { certificateText } from './certificates/text.ts'
import type { CourseDetail } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.course
type Props = { course: CourseDetail; certificate: NonNullable<CourseDetail['certificate']> }

/** Names who, what and when, and the work that was checked: not the pages that were seen. */
export function Certificate({ course, certificate }: Props) {
  const work = course.shown.filter(({ kind }) => kind !== 'quiz')
  return (
    <section className="certificate" aria-label={text.certificate}>
      <p className="certificate-words">
        <b>{course.learner}</b> finished <b>{course.title}</b> on {formatDay(certificate.at)}.
      </p>
      {work.length > 0 && (
        <>
          <h2 className="label">{text.shown}</h2>
          <ul>
            {work.map(({ lessonId, title, kind }) => (
              <li key={`${kind} ${lessonId}`}>
                {title} {kind === 'self-check' && <span className="faint">({text.selfChecked})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <Link to={`/learn/${course.id}/certificate`} className="button main no-print certificate-open">
        {certificateText.open}
      </Link>
      {certificate.updatedSince && <p className="soft">{text.updated}</p>}
    </section>
  )
}
