import { useState } from 'react'
import { LettersLeft } from './letters-left.tsx'
import { TextArea } from './text-input.tsx'

type TitleEditorProps = { title: string; label: string; onSave: (title: string) => void; longest?: number }

/** The name of a record, edited where it stands. Give it the title as `key`, so that a change from elsewhere is shown. */
export function TitleEditor({ title, label, onSave, longest = 200 }: TitleEditorProps) {
  const [draft, setDraft] = useState(title)
  function save() {
    const next = draft.trim().replace(/\s+/g, ' ')
    if (next && next !== title) onSave(next)
    else setDraft(title)
  }
  return (
    <>
      <TextArea
        bare
        className="title-editor"
        rows={1}
        aria-label={label}
        value={draft}
        onChange={setDraft}
        maxLength={longest}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          event.currentTarget.blur()
        }}
      />
      {draft !== title && <LettersLeft value={draft} most={longest} />}
    </>
  )
}
