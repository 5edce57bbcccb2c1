import { createContext, type ReactNode, use, useId } from 'react'
import { classes } from './classes.ts'
import './field.css'
import { Icon } from './icon.tsx'

type Marks = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; required?: boolean }
const FieldMarks = createContext<Partial<Marks>>({})

/** What an input inside a Field needs to be named and described by it. */
export const useFieldMarks = () => use(FieldMarks)

export type FieldFault = { path: string; message: string }

/** The sentence for one input among the faults of a 422. */
export function faultOf(error: unknown, path: string) {
  const fields = (error as { fields?: FieldFault[] } | null)?.fields
  return fields?.find((field) => field.path === path)?.message
}

type FieldProps = { label: string; hint?: ReactNode; error?: string; optional?: boolean; required?: boolean; children: ReactNode }

/** A label, a hint and what is wrong, around one input of ours, which finds its name here. */
export function Field({ label, hint, error, optional, required, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const marks: Marks = { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined, required }
  return (
    <div className={classes('field', error && 'wrong')}>
      <label className="field-label" htmlFor={id} id={`${id}-label`}>
        {label} {optional && <span className="optional">optional</span>}
      </label>
      <FieldMarks value={marks}>{children}</FieldMarks>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          <Icon name="alert" size={14} />
          {error}
        </p>
      )}
    </div>
  )
}

/** Why a whole form was refused, in the server's words. */
export function FormError({ error }: { error: unknown }) {
  if (!error) return null
  return (
    <p className="field-error" role="alert">
      <Icon name="alert" size={14} />
      {error instanceof Error ? error.message : String(error)}
    </p>
  )
}
