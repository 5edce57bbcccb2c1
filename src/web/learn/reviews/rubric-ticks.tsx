import { Checkbox } from '../../ui/checkbox.tsx'
import type { LessonReview } from './queries.ts'
import { reviewText as text } from './text.ts'

type Props = { rubric: LessonReview['rubric']; language: string; ticked: readonly string[]; onTick: (ids: readonly string[]) => void }

/** The rubric, for the learner to go through before they hand in. */
export function RubricTicks({ rubric, language, ticked, onTick }: Props) {
  const tick = (id: string, on: boolean) => onTick(on ? [...ticked, id] : ticked.filter((one) => one !== id))
  return (
    <fieldset className="rubric-ticks">
      <legend className="field-label">{text.tick}</legend>
      {rubric.map(({ id, say }) => (
        <Checkbox key={id} checked={ticked.includes(id)} onChange={(on) => tick(id, on)}>
          <span lang={language}>{say}</span>
        </Checkbox>
      ))}
    </fieldset>
  )
}
