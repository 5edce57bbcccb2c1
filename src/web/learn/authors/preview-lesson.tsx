import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi } from '../../shell/session.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { focusAfterCheck } from '../focus-after-check.ts'
import '../course-page.css'
import '../lesson-page.css'
import { LessonParts, questionsIn } from '../lesson-parts.tsx'
import { QuizFoot } from '../quiz-foot.tsx'
import { useQuizState } from '../quiz-state.ts'
import { FaultList } from './fault-list.tsx'
import { PreviewCheck } from './preview-check.tsx'
import { authorQueries, type PreviewedLesson, useMarkPreviewed } from './queries.ts'
import { authorText } from './text.ts'

type Place = { courseId: string; lessonId: string }

export function PreviewLesson({ place, mark }: { place: Place; mark: string }) {
  // The lesson before the edit stays until the one after it is here, so that nothing jumps while somebody writes.
  const { data, error } = useQuery({ ...authorQueries.lesson(useApi(), place, mark), placeholderData: keepPreviousData })
  if (error) return <p className="soft">{error.message}</p>
  if (!data) return <Skeleton lines={6} />
  return (
    <article className="preview-lesson">
      <h2 className="lesson-title">{data.title}</h2>
      {data.optional && <Chip>{authorText.preview.optional}</Chip>}
      <FaultList faults={data.faults} />
      <PreviewBody key={mark} lesson={data} place={place} />
      {data.rubric.length > 0 && <PreviewRubric rubric={data.rubric} language={data.language} />}
      {data.practice && <PreviewCheck place={place} mark={mark} practice={data.practice} />}
    </article>
  )
}

function PreviewRubric({ rubric, language }: Pick<PreviewedLesson, 'rubric' | 'language'>) {
  return (
    <Section label={authorText.preview.rubric}>
      <ul className="preview-hints" lang={language}>
        {rubric.map(({ id, say }) => (
          <li key={id}>{say}</li>
        ))}
      </ul>
    </Section>
  )
}

function PreviewBody({ lesson, place }: { lesson: PreviewedLesson; place: Place }) {
  const questions = questionsIn(lesson.parts)
  const quiz = useQuizState(questions, { answers: null, marks: [] })
  const send = useMarkPreviewed(place)
  const foot = useRef<{ focus: () => void }>(null)

  async function check() {
    const { marks } = await send.mutateAsync(quiz.answers)
    focusAfterCheck({ marks, foot: foot.current, show: () => quiz.setMarks(marks) })
  }
  return (
    <div className="lesson-body">
      <LessonParts parts={lesson.parts} quiz={quiz} />
      {questions.length > 0 && (
        <QuizFoot
          ref={foot}
          quiz={quiz}
          pass={lesson.pass}
          busy={send.isPending}
          told={send.data ?? null}
          onCheck={() => void check().catch(() => undefined)}
        />
      )}
    </div>
  )
}
