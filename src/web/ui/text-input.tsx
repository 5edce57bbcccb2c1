import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { useFieldMarks } from './field.tsx'
import { LettersLeft } from './letters-left.tsx'

/** Inside a Field both say how many letters fit, as soon as it matters. */
type Text = { value: string; onChange: (value: string) => void; serif?: boolean; bare?: boolean }

export type TextInputProps = Omit<ComponentProps<'input'>, keyof Text> & Text

export function TextInput({ value, onChange, serif, bare, className, ...rest }: TextInputProps) {
  const marks = useFieldMarks()
  return (
    <>
      <input
        type="text"
        {...marks}
        {...rest}
        className={classes('input', serif && 'serif', bare && 'bare', className)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {marks.id && <LettersLeft value={value} most={rest.maxLength} />}
    </>
  )
}

export type TextAreaProps = Omit<ComponentProps<'textarea'>, keyof Text> & Text

/** Grows with its text where the browser can, and can be dragged where it cannot. */
export function TextArea({ value, onChange, serif, bare, className, ...rest }: TextAreaProps) {
  const marks = useFieldMarks()
  return (
    <>
      <textarea
        {...marks}
        {...rest}
        className={classes('input', serif && 'serif', bare && 'bare', className)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {marks.id && <LettersLeft value={value} most={rest.maxLength} />}
    </>
  )
}

export type NumberInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  value: number | null
  onChange: (value: number | null) => void
  unit?: string
}

export function NumberInput({ value, onChange, unit, className, ...rest }: NumberInputProps) {
  const input = (
    <input
      type="number"
      inputMode="decimal"
      step="any"
      {...useFieldMarks()}
      {...rest}
      className={classes(unit ? 'number-alone' : 'input', className)}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
    />
  )
  if (!unit) return input
  return (
    <span className="input with-unit">
      {input}
      <span aria-hidden="true">{unit}</span>
    </span>
  )
}

export type DatePickerProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'min' | 'max'> & {
  value: string | null
  onChange: (value: string | null) => void
  min?: string
  max?: string
}

/** A day as `2026-10-12`; the browser's own calendar, in the reader's own order of day and month. */
export function DatePicker({ value, onChange, className, ...rest }: DatePickerProps) {
  return (
    <input
      type="date"
      {...useFieldMarks()}
      {...rest}
      className={classes('input', className)}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}
