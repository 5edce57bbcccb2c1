import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { NumberInput } from '../../ui/text-input.tsx'
import { type Amount, type DesignDraft, meantAmount, type PlanMetric, scaleOf } from './plan-draft.ts'
import { plansText as text } from './text.ts'

const kinds = [
  { value: 'absolute', label: 'a difference' },
  { value: 'relative', label: 'a share of what it is' },
] as const

type AmountFieldsProps = {
  metricLabel: string
  amountLabel: string
  hint?: string
  error?: string
  value: Amount
  onChange: (value: Amount) => void
  metrics: PlanMetric[]
  design: DesignDraft
}

/** A metric and how much of it: an effect worth having, or a loss that is acceptable. */
export function AmountFields({ metricLabel, amountLabel, hint, error, value, onChange, metrics, design }: AmountFieldsProps) {
  const { unit } = scaleOf(value, { metrics, design })
  const meant = meantAmount(value, unit)
  return (
    <div className="amount-fields">
      <Field label={metricLabel}>
        <Select
          value={value.metric || null}
          onChange={(metric) => onChange({ ...value, metric })}
          options={metrics.map(({ key, name }) => ({ value: key, label: name, detail: key }))}
        />
      </Field>
      <Field label={amountLabel} hint={meant ? text.meant(meant) : hint} error={error}>
        <NumberInput value={value.amount} onChange={(amount) => onChange({ ...value, amount })} unit={unit || undefined} min={0} />
      </Field>
      <Field label={text.scale}>
        <Select value={value.kind} onChange={(kind) => onChange({ ...value, kind })} options={kinds} />
      </Field>
    </div>
  )
}
