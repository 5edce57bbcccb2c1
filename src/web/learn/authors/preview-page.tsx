import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi } from '../../shell/session.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { countOf } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { RoomPage, Section } from '../../ui/page.tsx'
import './authors.css'
import { FaultList } from './fault-list.tsx'
import { PreviewLesson } from './preview-lesson.tsx'
import { authorQueries, type Preview } from './queries.ts'
import { authorText } from './text.ts'

const text = authorText.preview

/** A course as its author left it a moment ago: what is to be put right, and each lesson as learners will see it. */
export function PreviewPage() {
  const { course, lesson } = useParams({ strict: false }) as { course: string; lesson?: string }
  const preview = useSuspenseQuery(authorQueries.preview(useApi(), course)).data
  const first = preview.modules.flatMap(({ lessons }) => lessons)[0]
  const shown = lesson ?? first?.id
  return (
    <RoomPage title={text.title(preview.title)} lead={text.lead}>
      <Section label={text.faults}>
        {preview.faults.length === 0 && <p className="soft">{text.noFaults}</p>}
        <div role="status">
          <FaultList faults={preview.faults} />
        </div>
      </Section>
      <div className="preview">
        <PreviewContents preview={preview} course={course} shown={shown} />
        {shown ? <PreviewLesson key={shown} place={{ courseId: course, lessonId: shown }} mark={preview.mark} /> : <p>{text.nothing}</p>}
      </div>
    </RoomPage>
  )
}

function PreviewContents({ preview, course, shown }: { preview: Preview; course: string; shown?: string }) {
  return (
    <nav aria-label={text.lessons} className="preview-contents">
      {preview.modules.map(({ id, title, lessons }) => (
        <section key={id}>
          <h2 className="label">{title}</h2>
          <ul>
            {lessons.map((lesson) => (
              <li key={lesson.id}>
                <Link
                  to={`/learn/preview/${course}/${lesson.id}`}
                  className={classes('lesson-line', lesson.id === shown && 'here')}
                  aria-current={lesson.id === shown ? 'page' : undefined}
                >
                  <span className="lesson-name">{lesson.title}</span>
                  {lesson.faultCount > 0 && <Chip tone="bad">{authorText.room.faults(lesson.faultCount)}</Chip>}
                  <span className="faint small push">
                    {lesson.kind} · {countOf(lesson.minutes, 'minute')}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
