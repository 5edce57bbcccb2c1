import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-input.tsx'

type PartEditorProps = { label: string; value: string; onSave: (text: string) => void; onClose: (how: { saved: boolean }) => void }

/** A few words edited under where they stand; `⌘Enter` saves, `Esc` leaves them as they were. */
export function PartEditor({ label, value, onSave, onClose }: PartEditorProps) {
  const [draft, setDraft] = useState(value)
  function save() {
    if (draft.trim() !== value) onSave(draft.trim())
    onClose({ saved: true })
  }
  return (
    <form
      className="part-editor"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save()
        if (event.key === 'Escape') onClose({ saved: false })
      }}
    >
      <Field label={label}>
        <TextArea value={draft} onChange={setDraft} autoFocus maxLength={2000} />
      </Field>
      <div className="row">
        <Button kind="main" size="small" type="submit" shortcut="mod+enter">
          Save
        </Button>
        <Button size="small" onClick={() => onClose({ saved: false })}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
