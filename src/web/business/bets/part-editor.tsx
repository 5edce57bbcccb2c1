import { type ReactElement, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextArea } from '../../ui/text-input.tsx'

type PartEditorProps = { label: string; value: string; onSave: (text: string) => void; trigger: ReactElement }

/** A few words edited beside where they stand; `⌘Enter` saves. */
export function PartEditor({ label, value, onSave, trigger }: PartEditorProps) {
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(value)
  function openWith(next: boolean) {
    setDraft(value)
    setOpen(next)
  }
  function save() {
    if (draft.trim() !== value) onSave(draft.trim())
    setOpen(false)
  }
  return (
    <Popover label={label} trigger={trigger} open={open} onOpenChange={openWith}>
      <form
        className="part-editor"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save()
        }}
      >
        <Field label={label}>
          <TextArea value={draft} onChange={setDraft} autoFocus maxLength={2000} />
        </Field>
        <Button kind="main" type="submit" shortcut="mod+enter">
          Save
        </Button>
      </form>
    </Popover>
  )
}
