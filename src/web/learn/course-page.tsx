import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useApi, useMayAdminister } from '../shell/session.tsx'
import { Chip } from '../ui/chip.tsx'
import { classes } from '../ui/classes.ts'
import { countOf, formatPercent } from '../ui/format.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { RoomPage, Section } from '../ui/page.tsx'
import { AssignedLine } from './authors/assigned-line.tsx'
import { AuthorsLink } from './authors/authors-link.tsx'
import { Certificate } from './certificate.tsx'
import './course-page.css'
import { CourseProgress } from './course-progress.tsx'
import { ContinueLink } from './courses-page.tsx'
import { Learners } from './learners.tsx'
import { type CourseDetail, learnQueries } from './queries.ts'
import { learnText } from './text.ts'

const text = learnText.course
type Module = CourseDetail['modules'][number]
type Line = Module['lessons'][number]

const kindIcons: Record<Line['kind'], IconName> = { reading: 'course', quiz: 'question', practice: 'edit', review: 'comment' }

export function CoursePage() {
  const { course: courseId } = useParams({ strict: false }) as { course: string }
  const course = useSuspenseQuery(learnQueries.course(useApi(), courseId)).data
  const mayAdminister = useMayAdminister()
  return (
    <RoomPage title={course.title} lead={course.summary} actions={<ContinueLink course={course} main />} narrow>
      <AssignedLine courseId={course.id} />
      <CourseProgress course={course} />
      {course.certificate && <Certificate course={course} certificate={course.certificate} />}
      <h2 className="unseen">{text.contents}</h2>
      {course.modules.map((module) => (
        <ModuleLines key={module.id} courseId={course.id} module={module} />
      ))}
      {course.grade !== null && (
        <p className="faint small">
          {text.grade}: {formatPercent(course.grade / 100)}
        </p>
      )}
      <AuthorsLink courseId={course.id} />
      {mayAdminister && <Learners course={course} />}
    </RoomPage>
  )
}

function ModuleLines({ courseId, module }: { courseId: string; module: Module }) {
  const required = module.lessons.filter(({ optional }) => !optional)
  const done = required.filter((lesson) => lesson.done).length
  return (
    <Section label={module.title} more={`${done} of ${required.length}`}>
      {module.waiting && <Waiting courseId={courseId} module={module} />}
      <ol className="lesson-list">
        {module.lessons.map((lesson) => (
          <LessonLine key={lesson.id} lesson={lesson} to={module.waiting ? null : `/learn/${courseId}/${lesson.id}`} />
        ))}
      </ol>
    </Section>
  )
}

function Waiting({ courseId, module }: { courseId: string; module: Module }) {
  return (
    <p className="row soft">
      <Icon name="lock" size={14} /> {text.after(module.after ?? '')}
      <Link to={`/learn/${courseId}/test/${module.afterId}`} className="text-link">
        {text.know}
      </Link>
    </p>
  )
}

function LessonLine({ lesson, to }: { lesson: Line; to: string | null }) {
  const { title, kind, minutes, optional, done } = lesson
  const words = (
    <>
      <span className={classes('lesson-mark', done && 'done')}>
        <Icon name={done ? 'check' : kindIcons[kind]} size={14} />
      </span>
      <span className="lesson-name">{title}</span>
      {optional && <Chip>{text.optional}</Chip>}
      <span className="faint small push">
        {done && <span className="unseen">{learnText.lesson.done}, </span>}
        {kind} · {countOf(minutes, 'minute')}
      </span>
    </>
  )
  return (
    <li>
      {to ? (
        <Link className="lesson-line" to={to}>
          {words}
        </Link>
      ) : (
        <span className="lesson-line">{words}</span>
      )}
    </li>
  )
}
