import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useApi } from '../shell/session.tsx'
import { Chip } from '../ui/chip.tsx'
import { countOf, formatPercent } from '../ui/format.ts'
import { Link } from '../ui/link.tsx'
import { RecordPage, Section } from '../ui/page.tsx'
import { LessonBody } from './lesson-body.tsx'
import { LessonFoot } from './lesson-foot.tsx'
import './lesson-page.css'
import { PracticePanel } from './practice-panel.tsx'
import './print.css'
import { type LessonDetail, type LessonPlace, learnQueries } from './queries.ts'
import { Recall } from './recall.tsx'
import { ReviewPanel } from './reviews/review-panel.tsx'
import { learnText } from './text.ts'
import { useReadingPlace } from './use-reading-place.ts'

const text = learnText.lesson

export function LessonPage() {
  const { course, lesson } = useParams({ strict: false }) as { course: string; lesson: string }
  const place = { courseId: course, lessonId: lesson }
  const { data } = useSuspenseQuery(learnQueries.lesson(useApi(), place))
  // A new lesson is a new page: nothing of the answers before it stays.
  return <Lesson key={data.id} lesson={data} place={place} />
}

function Lesson({ lesson, place }: { lesson: LessonDetail; place: LessonPlace }) {
  const { title, kind, minutes, optional, language, module, course, practice, review } = lesson
  useReadingPlace(lesson, place)
  useEffect(() => {
    document.title = `${title} - ${module.title} - ${course.title}`
  }, [title, module.title, course.title])
  const chips = (
    <>
      <Link to={`/learn/${place.courseId}`} className="text-link">
        {course.title}
      </Link>
      <span className="key">
        {module.title} · {lesson.number} of {lesson.count}
      </span>
      <Chip>
        {kind} · {countOf(minutes, 'minute')}
      </Chip>
      {optional && <Chip>{learnText.course.optional}</Chip>}
    </>
  )
  return (
    <RecordPage
      title={title}
      chips={chips}
      actions={<span className="key">{formatPercent(course.progress.percent / 100)}</span>}
      heading={
        <h1 className="lesson-title" lang={language}>
          {title}
        </h1>
      }
      rail={practice && <PracticePanel practice={practice} place={place} />}
      railTitle={learnText.practice.title}
    >
      <div lang={language} className="lesson">
        {lesson.recall && <Recall recall={lesson.recall} place={place} />}
        <LessonContents headings={lesson.headings} />
        <LessonBody lesson={lesson} place={place} />
        <Sources sources={lesson.sources} />
      </div>
      {review && <ReviewPanel review={review} place={place} language={language} />}
      <LessonFoot lesson={lesson} place={place} />
    </RecordPage>
  )
}

function LessonContents({ headings }: Pick<LessonDetail, 'headings'>) {
  const parts = headings.filter(({ level }) => level === 2)
  if (parts.length < 3) return null
  return (
    <nav aria-label={text.onThisPage} className="lesson-contents">
      <ul>
        {parts.map(({ anchor, text: heading }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Sources({ sources }: Pick<LessonDetail, 'sources'>) {
  if (!sources.length) return null
  return (
    <Section label={text.sources}>
      <ul className="sources">
        {sources.map(({ title, url, note }) => (
          <li key={title}>
            {url ? (
              <a href={url} className="text-link" target="_blank" rel="noopener noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            {note && <span className="faint"> {note}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
