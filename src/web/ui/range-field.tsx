import { useId } from 'react'
import './field.css'
import { FormError, useFieldMarks } from './field.tsx'
import { NumberInput } from './text-input.tsx'

export type Range = { low: number; likely: number; high: number }
export type DraftRange = { [end in keyof Range]: number | null }

const ends = [
  ['low', 'Low'],
  ['likely', 'Likely'],
  ['high', 'High'],
] as const

const isOrdered = ({ low, likely, high }: DraftRange) =>
  low === null || likely === null || high === null || (low <= likely && likely <= high)

type RangeFieldProps = { value: DraftRange; onChange: (value: DraftRange) => void; unit?: string; min?: number; max?: number }

/** An estimate as three numbers: nine times in ten it should lie between low and high. Inside a Field, whose label names the group. */
export function RangeField({ value, onChange, unit, min, max }: RangeFieldProps) {
  const { id, ...marks } = useFieldMarks()
  const own = useId()
  const idOf = (end: keyof Range) => (end === 'low' && id ? id : `${own}-${end}`)
  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the target of the Field's label */}
      <div className="range-field" role="group" aria-labelledby={id && `${id}-label`} aria-describedby={marks['aria-describedby']}>
        {ends.map(([end, label]) => (
          <label key={end} htmlFor={idOf(end)}>
            {label}
            <NumberInput
              id={idOf(end)}
              aria-label={label}
              value={value[end]}
              onChange={(next) => onChange({ ...value, [end]: next })}
              unit={unit}
              min={min}
              max={max}
            />
          </label>
        ))}
      </div>
      {!isOrdered(value) && <FormError error="Low must not be above likely, nor likely above high." />}
    </div>
  )
}
