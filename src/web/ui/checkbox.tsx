import { Checkbox as Base } from '@base-ui/react/checkbox'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import './field.css'
import { Icon } from './icon.tsx'

type CheckboxProps = {
  checked: boolean
  indeterminate?: boolean
  onChange: (checked: boolean) => void
  label?: string
  round?: boolean
  disabled?: boolean
  children?: ReactNode
}

/** With children it is a labelled line; without, give it a `label` for screen readers. `round` is for checklists. */
export function Checkbox({ checked, indeterminate, onChange, label, round, disabled, children }: CheckboxProps) {
  const box = (
    <Base.Root
      className={classes('check-box', round && 'round')}
      checked={checked}
      indeterminate={indeterminate}
      onCheckedChange={onChange}
      disabled={disabled}
      aria-label={label}
    >
      <Base.Indicator>
        <Icon name={indeterminate ? 'minus' : 'check'} size={12} />
      </Base.Indicator>
    </Base.Root>
  )
  if (!children) return box
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's, inside the label
    <label className="check">
      {box}
      <span>{children}</span>
    </label>
  )
}
