import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Link } from '../../ui/link.tsx'
import { RoomPage, Section } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { complain } from '../../ui/toast.ts'
import { learnQueries } from '../queries.ts'
import { AssignedMembers } from './assigned-members.tsx'
import './authors.css'
import { authorQueries } from './queries.ts'
import { StallTable } from './stall-table.tsx'
import { authorText } from './text.ts'

const text = authorText.stalls

/** One course for whoever leads others through it: who was asked, who has finished, and where people stall. */
export function StallsPage() {
  const { course: courseId } = useParams({ strict: false }) as { course: string }
  const api = useApi()
  const course = useSuspenseQuery(learnQueries.course(api, courseId)).data
  const stalls = useSuspenseQuery(authorQueries.stalls(api, course.id)).data
  const save = () => saveFile(api.learning['progress.csv'].$get({ query: { course: course.id } }), `progress-${course.title}.csv`)
  return (
    <RoomPage
      title={course.title}
      note={text.counts(stalls.enrolled, stalls.finished)}
      actions={
        <>
          <Link to={`/learn/preview/${course.id}`} className="button">
            {authorText.room.preview}
          </Link>
          <Button icon="download" onClick={() => void save().catch(complain)}>
            {authorText.room.progress}
          </Button>
        </>
      }
    >
      <AssignedMembers course={course} />
      <Section label={text.title}>
        {stalls.enrolled === 0 ? <p className="soft">{text.nobody}</p> : <StallTable lessons={stalls.lessons} />}
      </Section>
    </RoomPage>
  )
}
