import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useApi } from '../shell/session.tsx'
import { Button } from '../ui/button.tsx'
import { Link } from '../ui/link.tsx'
import { Section } from '../ui/page.tsx'
import { recordPath } from '../ui/records.ts'
import { CriterionLine } from './criterion-line.tsx'
import { Hints } from './hints.tsx'
import './practice-panel.css'
import { type CriterionResult, type LessonDetail, type LessonPlace, learnQueries, useCheckPractice } from './queries.ts'
import { Reflection } from './reflection.tsx'
import { SandboxLine } from './sandbox-line.tsx'
import { learnText } from './text.ts'

const text = learnText.practice
type Practice = NonNullable<LessonDetail['practice']>

/** What the practice asks for, and how each of it stands. The check reads, and says what is missing in words. */
export function PracticePanel({ practice, place }: { practice: Practice; place: LessonPlace }) {
  const check = useCheckPractice(place)
  const result = useRef<HTMLParagraphElement>(null)
  const { data: now } = useQuery(learnQueries.practiceStanding(useApi(), place, practice.kinds))
  const last = now ?? practice.last
  const resultOf = new Map(last?.criteria.map((criterion) => [criterion.id, criterion]))

  async function run() {
    await check.mutateAsync(undefined)
    requestAnimationFrame(() => result.current?.focus())
  }
  return (
    <div className="practice">
      <Section label={text.title}>
        <SandboxLine where={practice.workspace} path={`/learn/${place.courseId}/${place.lessonId}`} />
        <ol className="criteria">
          {practice.criteria.map((criterion) => (
            <CriterionLine key={criterion.id} criterion={criterion} result={resultOf.get(criterion.id)}>
              <Nearest result={resultOf.get(criterion.id)} workspace={last?.checkedIn.slug} />
            </CriterionLine>
          ))}
        </ol>
        <Button kind="main" busy={check.isPending} onClick={() => void run().catch(() => undefined)}>
          {text.check}
        </Button>
        <p role="status" tabIndex={-1} ref={result} className="practice-result">
          {last && resultWords(last, Boolean(practice.passedAt))}
          {last && ` ${text.checkedIn} ${last.checkedIn.name}.`}
        </p>
      </Section>
      {practice.hintCount > 0 && <Hints place={place} count={practice.hintCount} />}
      {practice.reflect && (
        <Reflection place={place} ask={practice.reflect} passed={Boolean(practice.passedAt)} start={practice.reflection} />
      )}
    </div>
  )
}

function resultWords({ passed, criteria }: { passed: boolean; criteria: CriterionResult[] }, passedBefore: boolean) {
  const met = text.result(criteria.filter((one) => one.met).length, criteria.length)
  if (passed) return `${met} ${text.passed}`
  return passedBefore ? `${met} ${text.drifted}` : met
}

type NearestProps = { result: CriterionResult | undefined; workspace?: string }

/** The record that comes closest, in the workspace where it was looked at. */
function Nearest({ result, workspace }: NearestProps) {
  const nearest = result?.nearest
  const path = nearest && recordPath(nearest.entity, nearest.key ?? nearest.id)
  if (!path) return null
  return (
    <Link to={workspace ? `/w/${workspace}${path}` : path} className="text-link small">
      {nearest.key ?? nearest.title}
    </Link>
  )
}
