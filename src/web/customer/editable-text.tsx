import { type KeyboardEvent, useState } from 'react'
import { LettersLeft } from '../ui/letters-left.tsx'
import { TextArea, TextInput } from '../ui/text-input.tsx'
import './editable.css'

type EditableTextProps = {
  label: string
  value: string
  onSave?: (text: string) => void
  blank?: string
  long?: boolean
  required?: boolean
  maxLength?: number
  type?: string
}

/** Words that are edited where they stand: leaving the field saves, Escape takes back. Without `onSave` they are only read. */
export function EditableText({ label, value, onSave, blank = '', long, required, ...input }: EditableTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  if (!onSave) return value ? <span className="editable-read">{value}</span> : <span className="faint">{blank}</span>
  function save() {
    const next = draft?.trim()
    setDraft(null)
    if (next === undefined || next === value || (required && !next)) return
    onSave?.(next)
  }
  function answer(event: KeyboardEvent<HTMLElement>) {
    if (event.key === 'Escape') setDraft(null)
    if (event.key === 'Enter' && (!long || event.metaKey || event.ctrlKey)) event.currentTarget.blur()
  }
  const field = {
    bare: true,
    className: 'editable',
    'aria-label': label,
    placeholder: blank,
    value: draft ?? value,
    onChange: setDraft,
    onBlur: save,
    onKeyDown: answer,
    ...input,
  }
  return (
    <>
      {long ? <TextArea rows={1} {...{ ...field, type: undefined }} /> : <TextInput {...field} />}
      {draft !== null && <LettersLeft value={draft} most={input.maxLength} />}
    </>
  )
}
