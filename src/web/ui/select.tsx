import { Select as Base } from '@base-ui/react/select'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { useFieldMarks } from './field.tsx'
import { Icon } from './icon.tsx'
import './popup.css'

export type Option<V extends string = string> = { value: V; label: string; detail?: string; mark?: ReactNode }

type SelectProps<V extends string> = {
  value: V | null
  onChange: (value: V) => void
  options: readonly Option<V>[]
  placeholder?: string
  label?: string
  disabled?: boolean
  className?: string
}

/** One of a few. Inside a Field it takes its name from there; alone it needs a `label`. */
export function Select<V extends string>({
  value,
  onChange,
  options,
  placeholder = 'Choose…',
  label,
  disabled,
  className,
}: SelectProps<V>) {
  const { required, ...marks } = useFieldMarks()
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      items={options}
      disabled={disabled}
      required={required}
    >
      <Base.Trigger {...marks} className={classes('input select-trigger', className)} aria-label={label}>
        <Base.Value className="clip" placeholder={placeholder} />
        <Icon name="chevronDown" size={14} />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="popup-place" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className="popup">
            <Base.List>
              {options.map((option) => (
                <Base.Item key={option.value} value={option.value} className="choice">
                  <span className="chosen">
                    <Base.ItemIndicator>
                      <Icon name="check" size={14} />
                    </Base.ItemIndicator>
                  </span>
                  {option.mark}
                  <Base.ItemText>{option.label}</Base.ItemText>
                  {option.detail && <span className="detail push">{option.detail}</span>}
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
