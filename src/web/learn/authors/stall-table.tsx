import { Chip } from '../../ui/chip.tsx'
import { formatNumber, formatPercent } from '../../ui/format.ts'
import type { LessonStall } from './queries.ts'
import { authorText } from './text.ts'

const text = authorText.stalls

/** Each lesson in numbers. On a phone the numbers stand under the lesson, with their names. */
export function StallTable({ lessons }: { lessons: LessonStall[] }) {
  const most = mostLeft(lessons)
  return (
    <table className="stall-table">
      <thead>
        <tr>
          <th scope="col">{text.lesson}</th>
          <th scope="col" className="number">
            {text.opened}
          </th>
          <th scope="col" className="number">
            {text.done}
          </th>
          <th scope="col" className="number" title={text.minutesWhy}>
            {text.minutes}
          </th>
          <th scope="col" className="number">
            {text.firstTry}
          </th>
          <th scope="col" title={text.recallWhy}>
            {text.recall}
          </th>
          <th scope="col">{text.checks}</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <StallRow key={lesson.lessonId} lesson={lesson} most={lesson === most} />
        ))}
      </tbody>
    </table>
  )
}

/** One person who stops may have gone for lunch. */
const FEWEST_LEFT = 2

/** The lesson that most people opened and did not finish. */
function mostLeft(lessons: readonly LessonStall[]) {
  const required = lessons.filter(({ optional, opened, done }) => !optional && opened - done >= FEWEST_LEFT)
  return required.toSorted((a, b) => b.opened - b.done - (a.opened - a.done))[0]
}

function StallRow({ lesson, most }: { lesson: LessonStall; most: boolean }) {
  const { title, module, opened, done, medianMinutes, firstTry, recall, checks, reviews } = lesson
  return (
    <tr>
      <th scope="row">
        <span className="stall-title">{title}</span> {most && <Chip tone="unsure">{text.most}</Chip>}
        <span className="faint small">{module}</span>
      </th>
      <td className="number" data-label={text.opened}>
        {opened}
      </td>
      <td className="number" data-label={text.done}>
        {done}
      </td>
      <td className="number" data-label={text.minutes}>
        {medianMinutes === null ? '–' : formatNumber(medianMinutes)}
      </td>
      <td className="number" data-label={text.firstTry}>
        {firstTry ? `${formatPercent(firstTry.passed / firstTry.answered)} of ${firstTry.answered}` : '–'}
      </td>
      <td data-label={text.recall}>{recall ? <Remembered recall={recall} /> : '–'}</td>
      <td data-label={text.checks}>
        {reviews && <span className="faint small">{text.reviews(reviews.passed, reviews.selfChecked, reviews.waiting)}</span>}
        {checks && <Failures checks={checks} words={text.failed} />}
        {reviews && <Failures checks={reviews} words={text.notYet} />}
        {!checks?.count && !reviews && '–'}
      </td>
    </tr>
  )
}

/** All answers together, and each question that somebody had forgotten. */
function Remembered({ recall: { right, answered, questions } }: { recall: NonNullable<LessonStall['recall']> }) {
  return (
    <>
      {formatPercent(right / answered)} of {answered}
      <ul className="stall-failures">
        {questions
          .filter((question) => question.right < question.answered)
          .map((question) => (
            <li key={question.id}>
              {question.ask} <span className="faint small">{text.forgotten(question.right, question.answered)}</span>
            </li>
          ))}
      </ul>
    </>
  )
}

type FailuresProps = { checks: NonNullable<LessonStall['checks']>; words: (failed: number, count: number) => string }

function Failures({ checks: { count, failures }, words }: FailuresProps) {
  if (!count) return null
  return (
    <ul className="stall-failures">
      {failures
        .filter(({ failed }) => failed > 0)
        .map(({ id, say, failed }) => (
          <li key={id}>
            {say} <span className="faint small">{words(failed, count)}</span>
          </li>
        ))}
    </ul>
  )
}
