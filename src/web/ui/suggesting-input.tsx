import { Autocomplete as Base } from '@base-ui/react/autocomplete'
import { type KeyboardEvent, useState } from 'react'
import { useFieldMarks } from './field.tsx'
import { Icon } from './icon.tsx'
import './popup.css'
import { type Suggestion, suggestionsFor } from './suggestions.ts'

type SuggestingInputProps = {
  value: string
  onChange: (value: string) => void
  suggestions: readonly Suggestion[]
  /** What is said of a written name that is not among the suggestions. */
  newDetail?: string
  /** What is said where there is nothing to suggest. */
  none: string
  placeholder?: string
  label?: string
  maxLength?: number
}

/** Any text, with what there is offered below it. Enter takes what is highlighted, and never submits the form around it. */
export function SuggestingInput({ value, onChange, suggestions, newDetail, none, placeholder, label, maxLength }: SuggestingInputProps) {
  // Only what was typed since the list opened narrows it: opened on a name that was chosen before, it offers all the others.
  const [sought, setSought] = useState('')
  const offered = suggestionsFor(sought, suggestions, newDetail)
  const { required, ...marks } = useFieldMarks()

  function write(next: string, details: Base.Root.ChangeEventDetails) {
    // Esc closes what the field stands in; it never takes away what was written.
    if (details.reason === 'escape-key') {
      details.allowPropagation()
      return details.cancel()
    }
    setSought(details.reason === 'input-change' ? next.trim() : '')
    onChange(next)
  }

  return (
    <Base.Root
      items={offered}
      mode="none"
      value={value}
      onValueChange={write}
      onOpenChange={(_, { reason }) => reason !== 'input-change' && setSought('')}
      itemToStringValue={({ name }) => name}
      openOnInputClick
      autoHighlight
      required={required}
    >
      <Base.InputGroup className="input combobox">
        <Base.Input {...marks} placeholder={placeholder} aria-label={label} maxLength={maxLength} onKeyDown={keepFromSubmitting} />
        <Base.Clear className="icon-button" aria-label="Clear">
          <Icon name="close" size={14} />
        </Base.Clear>
        <Base.Trigger className="icon-button" aria-label="Show choices">
          <Icon name="chevronDown" size={14} />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner className="popup-place" sideOffset={4}>
          <Base.Popup className="popup">
            <Base.Empty>{offered.length === 0 && <p className="popup-note">{none}</p>}</Base.Empty>
            <Base.List>
              {({ name, detail, isNew }: Suggestion) => (
                <Base.Item key={name} value={{ name, detail, isNew }} className="choice">
                  {isNew && <Icon name="add" />}
                  <span className="clip">{name}</span>
                  {detail && <span className="detail push">{detail}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function keepFromSubmitting(event: KeyboardEvent) {
  // ⌘Enter is for the form around it, which asks for it by itself.
  if (event.key === 'Enter') event.preventDefault()
}
