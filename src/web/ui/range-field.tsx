import { useId } from 'react'
import type { DraftRange } from '#domain/range-fault.ts'
import './field.css'
import { useFieldMarks } from './field.tsx'
import { NumberInput } from './text-input.tsx'

const ends = [
  ['low', 'Low'],
  ['likely', 'Likely'],
  ['high', 'High'],
] as const

type RangeFieldProps = { value: DraftRange; onChange: (value: DraftRange) => void; unit?: string; min?: number; max?: number }

/** An estimate as three numbers. Inside a Field, whose label names the group and which says what `rangeFault` finds. */
export function RangeField({ value, onChange, unit, min, max }: RangeFieldProps) {
  const { id, ...marks } = useFieldMarks()
  const own = useId()
  const idOf = (end: keyof DraftRange) => (end === 'low' && id ? id : `${own}-${end}`)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be the target of the Field's label
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
  )
}
