import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useApi } from '../../shell/session.tsx'
import { Field } from '../../ui/field.tsx'
import { NumberInput, TextInput } from '../../ui/text-input.tsx'
import { eventQueries } from '../outcomes/queries.ts'
import type { ExperimentDraft } from './plan-draft.ts'
import { plansText as text } from './text.ts'

type ExperimentFieldsProps = { design: ExperimentDraft; onChange: (design: ExperimentDraft) => void }

/** Who is in which group, and for how long each of them counts. */
export function ExperimentFields({ design, onChange }: ExperimentFieldsProps) {
  const named = (name: 'variantProperty' | 'control' | 'treatment', label: string) => (
    <Field label={label}>
      <TextInput value={design[name]} onChange={(value) => onChange({ ...design, [name]: value })} maxLength={200} />
    </Field>
  )
  return (
    <div className="field-row ends">
      <ExposureField design={design} onChange={onChange} />
      {named('variantProperty', text.variant)}
      {named('control', text.control)}
      {named('treatment', text.treatment)}
      <Field label={text.window}>
        <NumberInput
          value={design.windowDays}
          onChange={(windowDays) => onChange({ ...design, windowDays })}
          unit="days"
          step={1}
          min={1}
          max={365}
        />
      </Field>
    </div>
  )
}

/** Any name may be written: before the launch the event has often never been sent. Those that were are offered. */
function ExposureField({ design, onChange }: ExperimentFieldsProps) {
  const { data } = useQuery(eventQueries.names(useApi()))
  const events = (data && 'events' in data ? (data.events ?? []) : []).map(({ event }) => event)
  const offered = useId()
  return (
    <Field label={text.exposure}>
      <TextInput
        value={design.exposureEvent}
        onChange={(exposureEvent) => onChange({ ...design, exposureEvent })}
        maxLength={200}
        list={offered}
        autoComplete="off"
      />
      <datalist id={offered}>
        {events.map((event) => (
          <option key={event} value={event} />
        ))}
      </datalist>
    </Field>
  )
}
