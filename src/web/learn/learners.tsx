import { useQuery } from '@tanstack/react-query'
import { useApi } from '../shell/session.tsx'
import { formatPercent } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'
import { When } from '../ui/when.tsx'
import { type CourseDetail, learnQueries } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.course

/** For admins: who takes the course and how far they are. */
export function Learners({ course }: { course: CourseDetail }) {
  const { data } = useQuery(learnQueries.learners(useApi(), course.id))
  if (!data) return null
  return (
    <Section label={text.learners}>
      {data.rows.length === 0 ? (
        <p className="soft">{text.nobody}</p>
      ) : (
        <table className="learner-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Since</th>
              <th scope="col">Done</th>
              <th scope="col">Finished</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ memberId, name, enrolledAt, progress, certificate }) => (
              <tr key={memberId}>
                <th scope="row">{name}</th>
                <td>
                  <When at={enrolledAt} />
                </td>
                <td>
                  {progress.done} of {progress.required} · {formatPercent(progress.percent / 100)}
                </td>
                <td>{certificate ? <When at={certificate.at} /> : 'not yet'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
