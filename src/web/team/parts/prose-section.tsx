import { type KeyboardEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { MarkdownText } from '../../ui/markdown-text.tsx'
import { Section } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-input.tsx'

type ProseSectionProps = {
  label: string
  blank: string
  value: string
  id?: string
  onSave?: (text: string) => void
  longest?: number
  /** In the small type of the interface: for what is looked up, not read through. */
  small?: boolean
}

/** A part of a record in Markdown, set for reading and edited in place. */
export function ProseSection({ label, blank, value, id, onSave, longest = 5000, small }: ProseSectionProps) {
  const [editing, setEditing] = useState(false)
  const edit = onSave && !editing && (
    <Button kind="quiet" size="small" icon="edit" onClick={() => setEditing(true)} aria-label={`Edit: ${label}`}>
      Edit
    </Button>
  )
  return (
    <Section label={label} id={id} more={edit}>
      {editing && onSave ? (
        <ProseEditor
          label={label}
          blank={blank}
          value={value}
          longest={longest}
          serif={!small}
          onDone={(text) => {
            setEditing(false)
            if (text !== undefined && text !== value) onSave(text)
          }}
        />
      ) : value.trim() ? (
        <MarkdownText text={value} small={small} />
      ) : (
        <p className="faint">{blank}</p>
      )}
    </Section>
  )
}

type ProseEditorProps = {
  label: string
  blank: string
  value: string
  longest: number
  serif: boolean
  onDone: (text?: string) => void
}

function ProseEditor({ label, blank, value, longest, serif, onDone }: ProseEditorProps) {
  const [draft, setDraft] = useState(value)
  const save = () => onDone(draft.trim())
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save()
    if (event.key === 'Escape') onDone()
  }
  return (
    <div className="stack">
      <TextArea
        value={draft}
        onChange={setDraft}
        onKeyDown={onKeyDown}
        aria-label={label}
        placeholder={blank}
        maxLength={longest}
        serif={serif}
        autoFocus
      />
      <div className="row">
        <Button kind="main" size="small" shortcut="mod+enter" onClick={save}>
          Save
        </Button>
        <Button size="small" onClick={() => onDone()}>
          Cancel
        </Button>
        <span className="faint small">Markdown</span>
      </div>
    </div>
  )
}
