import { Field } from '../../ui/field.tsx'
import { NumberInput, TextInput } from '../../ui/text-input.tsx'
import { EventNameField } from '../outcomes/event-name-field.tsx'
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
    <>
      <EventNameField
        label={text.exposure}
        hint={text.exposureHint}
        value={design.exposureEvent}
        onChange={(exposureEvent) => onChange({ ...design, exposureEvent })}
      />
      <div className="field-row ends">
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
    </>
  )
}
