import { Toggle } from '@base-ui/react/toggle'
import { ToggleGroup } from '@base-ui/react/toggle-group'
import './field.css'
import { Icon, type IconName } from './icon.tsx'

type Segment<V extends string> = { value: V; label: string; icon?: IconName }
type SegmentsProps<V extends string> = { value: V; onChange: (value: V) => void; options: readonly Segment<V>[]; label: string }

/** Two to five choices that are all in sight, for the way a page is shown. */
export function Segments<V extends string>({ value, onChange, options, label }: SegmentsProps<V>) {
  return (
    <ToggleGroup className="segments" aria-label={label} value={[value]} onValueChange={([next]) => next && onChange(next as V)}>
      {options.map((option) => (
        <Toggle key={option.value} value={option.value} className="segment">
          {option.icon && <Icon name={option.icon} size={14} />}
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  )
}
