import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput } from '../../ui/text-input.tsx'
import { type ExperimentDraft, usualCap, usualDaysBefore } from './plan-draft.ts'
import { percentileOf } from './plan-words.ts'
import { plansText as text } from './text.ts'

// Off is null, so a number that was taken out and not yet written again is 0: such a plan cannot be saved.
const emptied = 0

type CountingFieldsProps = {
  design: ExperimentDraft
  onChange: (design: ExperimentDraft) => void
  /** Whether there is anything a cap could cut. */
  hasTail: boolean
  people: { value: number | null; onChange: (people: number | null) => void; isFixed: boolean }
}

/** How many people, in which shares, and what is done to their values: few change it, so it is folded away. */
export function CountingFields({ design, onChange, hasTail, people }: CountingFieldsProps) {
  const { daysBefore, capAt, share } = design
  return (
    <details className="plan-counting">
      <summary>{text.counting}</summary>
      <div className="plan-counting-fields">
        <div className="field-row">
          <Field label={text.plannedPeople} hint={people.isFixed ? text.plannedPeopleFixed : text.plannedPeopleHint}>
            <NumberInput value={people.value} onChange={people.onChange} unit="people" step={1} min={2} disabled={people.isFixed} />
          </Field>
          <Field label={text.share}>
            <NumberInput
              value={share === undefined ? 50 : Number((100 * share).toPrecision(12)) || null}
              onChange={(percent) => onChange({ ...design, share: (percent ?? emptied) / 100 })}
              unit="%"
              min={1}
              max={99}
            />
          </Field>
        </div>
        <Checkbox
          checked={daysBefore !== null}
          onChange={(checked) => onChange({ ...design, daysBefore: checked ? usualDaysBefore : null })}
        >
          {text.adjust}
        </Checkbox>
        {daysBefore !== null && (
          <div className="field-row">
            <Field label={text.daysBefore}>
              <NumberInput
                value={daysBefore || null}
                onChange={(days) => onChange({ ...design, daysBefore: days ?? emptied })}
                unit="days"
                step={1}
                min={1}
                max={90}
              />
            </Field>
          </div>
        )}
        {hasTail && (
          <Checkbox checked={capAt !== null} onChange={(checked) => onChange({ ...design, capAt: checked ? usualCap : null })}>
            {text.cap(percentileOf(capAt ?? usualCap))}
          </Checkbox>
        )}
      </div>
    </details>
  )
}
