import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { MarkdownText } from '../../ui/markdown-text.tsx'
import { Section } from '../../ui/page.tsx'
import { TextArea } from '../../ui/text-input.tsx'

type ProseSectionProps = { label: string; blank: string; value: string; onSave?: (text: string) => void; longest?: number }

/** A part of a bet in plain words, edited in place. */
export function ProseSection({ label, blank, value, onSave, longest = 2000 }: ProseSectionProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const edit = onSave && draft === null && (
    <Button kind="quiet" size="small" icon="edit" onClick={() => setDraft(value)} aria-label={`Edit: ${label}`}>
      Edit
    </Button>
  )
  function save(text: string) {
    if (text.trim() !== value) onSave?.(text.trim())
    setDraft(null)
  }
  return (
    <Section label={label} more={edit}>
      {draft === null ? (
        value.trim() ? (
          <MarkdownText text={value} small />
        ) : (
          <p className="faint">{blank}</p>
        )
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            save(draft)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) save(draft)
            if (event.key === 'Escape') setDraft(null)
          }}
        >
          <TextArea value={draft} onChange={setDraft} aria-label={label} placeholder={blank} maxLength={longest} autoFocus />
          <div className="row">
            <Button kind="main" size="small" type="submit" shortcut="mod+enter">
              Save
            </Button>
            <Button size="small" onClick={() => setDraft(null)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
    </Section>
  )
}
