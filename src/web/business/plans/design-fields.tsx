import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { NumberInput } from '../../ui/text-input.tsx'
import { ExperimentFields } from './experiment-fields.tsx'
import { type BeforeAfterDraft, beforeAfterFor, type DesignDraft, experiment } from './plan-draft.ts'
import { plansText as text } from './text.ts'

type DesignFieldsProps = {
  design: DesignDraft
  onChange: (design: DesignDraft) => void
  /** Weeks that the plan's metrics need before the change. */
  fewestWeeks: number
  weeksError?: string
}

/** What the change is compared with: people without it, or the time before. */
export function DesignFields({ design, onChange, fewestWeeks, weeksError }: DesignFieldsProps) {
  return (
    <>
      <Field label={text.design} hint={design.kind === 'experiment' ? text.experimentHint : text.beforeAfterHint}>
        <Segments
          label={text.design}
          value={design.kind}
          onChange={(kind) => kind !== design.kind && onChange(kind === 'experiment' ? experiment : beforeAfterFor(fewestWeeks))}
          options={[
            { value: 'experiment', label: text.experiment },
            { value: 'before-after', label: text.beforeAfter },
          ]}
        />
      </Field>
      {design.kind === 'experiment' ? (
        <ExperimentFields design={design} onChange={onChange} />
      ) : (
        <BeforeAfterFields design={design} onChange={onChange} fewestWeeks={fewestWeeks} error={weeksError} />
      )}
    </>
  )
}

type BeforeAfterFieldsProps = {
  design: BeforeAfterDraft
  onChange: (design: BeforeAfterDraft) => void
  fewestWeeks: number
  error: string | undefined
}

function BeforeAfterFields({ design, onChange, fewestWeeks, error }: BeforeAfterFieldsProps) {
  return (
    <>
      <Field label={text.weeks} hint={text.weeksHint(fewestWeeks)} error={error}>
        <NumberInput
          value={design.weeksBefore}
          onChange={(weeksBefore) => onChange({ ...design, weeksBefore })}
          unit="weeks"
          step={1}
          min={fewestWeeks}
          max={156}
        />
      </Field>
      <Checkbox checked={design.season === 'weekday'} onChange={(checked) => onChange({ ...design, season: checked ? 'weekday' : 'none' })}>
        {text.season}
      </Checkbox>
    </>
  )
}
