import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Section } from '../../ui/page.tsx'
import { CriterionLine } from '../criterion-line.tsx'
import { authorQueries, type PlaceChecked, type PreviewedLesson } from './queries.ts'
import { authorText } from './text.ts'

const text = authorText.preview
type Practice = NonNullable<PreviewedLesson['practice']>
type Props = { place: { courseId: string; lessonId: string }; mark: string; practice: Practice }

/** The practice check, run again and again while its author writes and works; what learners only see later stands beside it. */
export function PreviewCheck({ place, mark, practice }: Props) {
  const { data, error } = useQuery({ ...authorQueries.check(useApi(), place, mark), retry: false })
  return (
    <div className="preview-check">
      <Section label={text.check}>
        {error && <p className="soft">{error.message}</p>}
        {data?.places.length === 0 && <p className="soft">{text.noPlace}</p>}
        {data?.places.map((checked) => (
          <CheckedPlace key={checked.workspace} checked={checked} />
        ))}
      </Section>
      {practice.hints.length > 0 && (
        <Section label={text.hints}>
          <ol className="preview-hints">
            {practice.hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ol>
        </Section>
      )}
      {practice.reflect && (
        <Section label={text.reflect}>
          <p>{practice.reflect}</p>
        </Section>
      )}
    </div>
  )
}

function CheckedPlace({ checked: { workspace, criteria } }: { checked: PlaceChecked }) {
  return (
    <>
      <h3 className="strong">{workspace}</h3>
      <ol className="criteria">
        {criteria.map((criterion) => (
          <CriterionLine key={criterion.id} criterion={criterion} result={criterion} />
        ))}
      </ol>
    </>
  )
}
