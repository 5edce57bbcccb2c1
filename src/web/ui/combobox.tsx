import { Combobox as Base } from '@base-ui/react/combobox'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ComponentProps, useDeferredValue, useState } from 'react'
import { useFieldMarks } from './field.tsx'
import { Icon } from './icon.tsx'
import './popup.css'
import { useLate } from './skeleton.tsx'
import { complain } from './toast.ts'

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
const FRESH_MS = 15_000

type InputKeys = NonNullable<ComponentProps<typeof Base.Input>['onKeyDown']>

/** One of many, searched for on the server while typing. */
export function Combobox({ value, onChange, search, searchKey, onCreate, createLabel, placeholder, label, autoFocus }: ComboboxProps) {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const cache = useQueryClient()
  const written = value && text === value.label ? '' : text.trim()
  const sought = useDeferredValue(written)
  const searchFor = (words: string) =>
    queryOptions({ queryKey: ['search', ...searchKey, words], queryFn: () => search(words), staleTime: FRESH_MS })
  const answer = useQuery({ ...searchFor(sought), enabled: open, placeholderData: (before) => before })
  const { data: found = [], isFetching } = answer
  const isAnswered = answer.data !== undefined && !answer.isPlaceholderData && sought === written
  const offered = (words: string, known: Found[]) =>
    onCreate && words && !known.some((one) => one.label.toLowerCase() === words.toLowerCase())
      ? [...known, { id: NEW, label: createLabel?.(words) ?? `Create “${words}”` }]
      : known
  const items = offered(sought, found)
  const isLate = useLate(isFetching)
  const { required, ...marks } = useFieldMarks()

  function choose(next: Found | null, details: Base.Root.ChangeEventDetails) {
    // Esc closes what the field stands in; it never takes away what was chosen.
    if (details.reason === 'escape-key') {
      details.allowPropagation()
      return details.cancel()
    }
    take(next)
  }

  function take(next: Found | null) {
    if (next?.id === NEW) return onCreate?.(written)
    onChange(next)
  }

  async function takeFirst() {
    const [first] = offered(written, await cache.fetchQuery(searchFor(written)))
    setOpen(false)
    if (first) take(first)
  }

  const onKeyDown: InputKeys = (event) => {
    if (event.key !== 'Enter' || event.metaKey || event.ctrlKey || !open) return
    // An open list keeps Enter from the form around it, and before the answer is there it stands for the first of it.
    event.preventDefault()
    if (isAnswered) return
    event.preventBaseUIHandler()
    void takeFirst().catch(complain)
  }

  return (
    <Base.Root
      items={items}
      filter={null}
      value={value}
      onValueChange={choose}
      onInputValueChange={(typed, details) => (details.reason === 'escape-key' ? details.cancel() : setText(typed))}
      // Opened only when there is something in it, the list can mark its first line for the key that opened it.
      open={open && (answer.data !== undefined || isLate)}
      onOpenChange={setOpen}
      isItemEqualToValue={(a, b) => a.id === b.id}
      itemToStringLabel={(one) => one.label}
      autoHighlight
      required={required}
    >
      <Base.InputGroup className="input combobox">
        <Base.Input {...marks} placeholder={placeholder} aria-label={label} autoFocus={autoFocus} onKeyDown={onKeyDown} />
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
