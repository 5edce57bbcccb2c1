import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi, useMayAdminister } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Link } from '../../ui/link.tsx'
import { RoomPage, Section } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { complain } from '../../ui/toast.ts'
import { learnQueries } from '../queries.ts'
import './authors.css'
import { FaultList } from './fault-list.tsx'
import { authorQueries, type OwnCourse } from './queries.ts'
import { RecordStore } from './record-store.tsx'
import { authorText } from './text.ts'

const text = authorText.room

/** Where courses are led and written. */
export function AuthorsPage() {
  const api = useApi()
  const { rows } = useSuspenseQuery(learnQueries.list(api)).data
  const own = useSuspenseQuery(authorQueries.own(api)).data
  const save = () => saveFile(api.learning['progress.csv'].$get({ query: {} }), 'learning-progress.csv')
  return (
    <RoomPage
      title={text.title}
      lead={text.lead}
      narrow
      actions={
        <Button icon="download" onClick={() => void save().catch(complain)}>
          {text.progress}
        </Button>
      }
    >
      <Section label={text.courses}>
        <ul className="author-list">
          {rows.map(({ id, title }) => (
            <li key={id}>
              <span className="assigned-name">
                <b>{title}</b>
              </span>
              <Link to={`/learn/authors/${id}`} className="text-link" aria-label={`${title}: ${text.stalls}`}>
                {text.stalls}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section label={text.own}>
        <p className="soft">{text.ownWhy}</p>
        {own.rows.length === 0 && <p className="soft">{text.noOwn}</p>}
        <ul className="author-list">
          {own.rows.map((course) => (
            <OwnLine key={course.folder} course={course} />
          ))}
        </ul>
      </Section>
      {useMayAdminister() && <RecordStore />}
    </RoomPage>
  )
}

function OwnLine({ course: { folder, title, faults } }: { course: OwnCourse }) {
  return (
    <li className="own-course">
      <span className="assigned-name">
        <b>{title}</b>
        <code className="faint small">{folder}/</code>
      </span>
      {faults.length > 0 ? (
        <Chip tone="bad" icon="alert">
          {text.faults(faults.length)}
        </Chip>
      ) : (
        <Chip tone="good" icon="check">
          {text.noFaults}
        </Chip>
      )}
      <Link to={`/learn/preview/${folder}`} className="text-link" aria-label={`${text.preview}: ${title}`}>
        {text.preview}
      </Link>
      <FaultList faults={faults} />
    </li>
  )
}
