import { Combobox as Base } from '@base-ui/react/combobox'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useFieldMarks } from './field.tsx'
import { Icon } from './icon.tsx'
import './popup.css'
import { useLate } from './skeleton.tsx'

export type Found = { id: string; label: string; detail?: string }

type ComboboxProps = {
  value: Found | null
  onChange: (value: Found | null) => void
  /** Asked with what was typed (empty at first); at most some 20 answers. */
  search: (text: string) => Promise<Found[]>
  /** Names this search in the cache, for example `['contacts']`. */
  searchKey: readonly unknown[]
  /** When given, text that matches nothing can be made into a new record. */
  onCreate?: (text: string) => void
  createLabel?: (text: string) => string
  placeholder?: string
  label?: string
  autoFocus?: boolean
}

const NEW = 'new'

/** One of many, searched for on the server while typing. */
export function Combobox({ value, onChange, search, searchKey, onCreate, createLabel, placeholder, label, autoFocus }: ComboboxProps) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const sought = useDeferredValue(value && text === value.label ? '' : text.trim())
  const { data: found = [], isFetching } = useQuery({
    queryKey: ['search', ...searchKey, sought],
    queryFn: () => search(sought),
    enabled: open,
    placeholderData: (before) => before,
    staleTime: 15_000,
  })
  const offersNew = onCreate && sought && !found.some((one) => one.label.toLowerCase() === sought.toLowerCase())
  const items = offersNew ? [...found, { id: NEW, label: createLabel?.(sought) ?? `Create “${sought}”` }] : found
  const isLate = useLate(isFetching)
  const { required, ...marks } = useFieldMarks()

  function choose(next: Found | null, details: Base.Root.ChangeEventDetails) {
    // Esc closes what the field stands in; it never takes away what was chosen.
    if (details.reason === 'escape-key') {
      details.allowPropagation()
      return details.cancel()
    }
    if (next?.id === NEW) return onCreate?.(sought)
    onChange(next)
  }

  return (
    <Base.Root
      items={items}
      filter={null}
      value={value}
      onValueChange={choose}
      onInputValueChange={(typed, details) => (details.reason === 'escape-key' ? details.cancel() : setText(typed))}
      open={open}
      onOpenChange={setOpen}
      isItemEqualToValue={(a, b) => a.id === b.id}
      itemToStringLabel={(one) => one.label}
      autoHighlight
      required={required}
    >
      <Base.InputGroup className="input combobox">
        <Base.Input {...marks} placeholder={placeholder} aria-label={label} autoFocus={autoFocus} />
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
            <Base.Status className="unseen">{isFetching ? 'Searching' : `${found.length} found`}</Base.Status>
            {isLate && found.length === 0 && <p className="popup-note">Searching…</p>}
            {!isFetching && <Base.Empty>{items.length === 0 && <p className="popup-note">Nothing found. Try another word.</p>}</Base.Empty>}
            <Base.List>
              {(one: Found) => (
                <Base.Item key={one.id} value={one} className="choice">
                  {one.id === NEW && <Icon name="add" />}
                  <span className="clip">{one.label}</span>
                  {one.detail && <span className="detail push">{one.detail}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
