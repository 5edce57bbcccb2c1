import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Segments } from '../../ui/segments.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberInput, TextInput } from '../../ui/text-input.tsx'
import { eventQueries } from '../outcomes/queries.ts'
import { beforeAfter, experiment, type PlanDraft } from './plan-draft.ts'
import { plansText as text } from './text.ts'

type Design = PlanDraft['design']
type DesignFieldsProps<D> = { design: D; onChange: (design: Design) => void }

/** What the change is compared with: people without it, or the time before. */
export function DesignFields({ design, onChange }: DesignFieldsProps<Design>) {
  return (
    <>
      <Field label={text.design}>
        <Segments
          label={text.design}
          value={design.kind}
          onChange={(kind) => onChange(kind === 'experiment' ? experiment : beforeAfter)}
          options={[
            { value: 'experiment', label: text.experiment },
            { value: 'before-after', label: text.beforeAfter },
          ]}
        />
      </Field>
      {design.kind === 'experiment' ? (
        <ExperimentFields design={design} onChange={onChange} />
      ) : (
        <BeforeAfterFields design={design} onChange={onChange} />
      )}
    </>
  )
}

function ExperimentFields({ design, onChange }: DesignFieldsProps<Extract<Design, { kind: 'experiment' }>>) {
  const { data } = useQuery(eventQueries.names(useApi()))
  const events = (data && 'events' in data ? (data.events ?? []) : []).map(({ event }) => event)
  const known = design.exposureEvent && !events.includes(design.exposureEvent) ? [design.exposureEvent, ...events] : events
  return (
    <div className="field-row">
      <Field label={text.exposure}>
        {known.length > 0 ? (
          <Select
            value={design.exposureEvent || null}
            onChange={(exposureEvent) => onChange({ ...design, exposureEvent })}
            options={known.map((event) => ({ value: event, label: event }))}
          />
        ) : (
          <TextInput value={design.exposureEvent} onChange={(exposureEvent) => onChange({ ...design, exposureEvent })} maxLength={200} />
        )}
      </Field>
      <Field label={text.variant}>
        <TextInput
          value={design.variantProperty}
          onChange={(variantProperty) => onChange({ ...design, variantProperty })}
          maxLength={200}
        />
      </Field>
      <Field label={text.control}>
        <TextInput value={design.control} onChange={(control) => onChange({ ...design, control })} maxLength={200} />
      </Field>
      <Field label={text.treatment}>
        <TextInput value={design.treatment} onChange={(treatment) => onChange({ ...design, treatment })} maxLength={200} />
      </Field>
      <Field label={text.window}>
        <NumberInput
          value={design.windowDays}
          onChange={(days) => onChange({ ...design, windowDays: Math.max(1, Math.round(days ?? 1)) })}
          unit="days"
          min={1}
          max={365}
        />
      </Field>
    </div>
  )
}

const LEAST_WEEKS = 4

function BeforeAfterFields({ design, onChange }: DesignFieldsProps<Extract<Design, { kind: 'before-after' }>>) {
  return (
    <div className="field-row">
      <Field label={text.weeks}>
        <NumberInput
          value={design.weeksBefore}
          onChange={(weeks) => onChange({ ...design, weeksBefore: Math.max(LEAST_WEEKS, Math.round(weeks ?? LEAST_WEEKS)) })}
          unit="weeks"
          min={LEAST_WEEKS}
          max={156}
        />
      </Field>
      <Checkbox checked={design.season === 'weekday'} onChange={(checked) => onChange({ ...design, season: checked ? 'weekday' : 'none' })}>
        {text.season}
      </Checkbox>
    </div>
  )
}
