import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { lookOf } from '../../ui/states.ts'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import type { DecisionDetail, Heard, OnChange } from './queries.ts'
import { positions, decisionsText as text } from './text.ts'

const positionOptions = positions.map((value) => ({ value, label: lookOf(value).word }))

/** Who was heard and where they stand, those who disagree included. */
export function DecisionHeard({ decision: { heard }, onChange }: { decision: DecisionDetail; onChange: OnChange }) {
  const [editing, setEditing] = useState<number | null>(null)
  const place = (one: Heard) => (editing === heard.length ? [...heard, one] : heard.map((other, at) => (at === editing ? one : other)))
  return (
    <Section
      label={text.heard}
      id="heard"
      more={
        onChange && (
          <Button kind="quiet" size="small" icon="add" onClick={() => setEditing(heard.length)}>
            {text.addHeard}
          </Button>
        )
      }
    >
      {heard.length === 0 && <p className="faint">{text.noHeard}</p>}
      <ul className="team-lines">
        {heard.map((one, at) => (
          // People have no id here, and one may be named twice: the place in the list is what tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at}>
            <div className="wide">
              <span className="strong">{one.name}</span>
              {one.note && <p className="soft">{one.note}</p>}
            </div>
            <StateChip state={one.position} />
            {onChange && <IconButton icon="edit" label={`Edit what ${one.name} said`} onClick={() => setEditing(at)} />}
          </li>
        ))}
      </ul>
      {editing !== null && onChange && (
        <HeardDialog
          heard={heard[editing]}
          onSave={(one) => onChange({ heard: place(one) })}
          onTakeOut={() => onChange({ heard: heard.filter((_one, at) => at !== editing) })}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

type HeardDialogProps = { heard?: Heard; onSave: (heard: Heard) => void; onTakeOut: () => void; onClose: () => void }

function HeardDialog({ heard, onSave, onTakeOut, onClose }: HeardDialogProps) {
  const [draft, setDraft] = useState<Heard>(heard ?? { name: '', position: 'not-asked', note: '' })
  function finish(act: () => void) {
    act()
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={heard ? heard.name : text.addHeard}
      submit="Save"
      disabled={!draft.name.trim()}
      onSubmit={() => finish(() => onSave({ ...draft, name: draft.name.trim() }))}
    >
      <Field label={text.who} required>
        <TextInput value={draft.name} onChange={(name) => setDraft({ ...draft, name })} maxLength={100} />
      </Field>
      <Field label={text.position}>
        <Select value={draft.position} onChange={(position) => setDraft({ ...draft, position })} options={positionOptions} />
      </Field>
      <Field label={text.note} optional>
        <TextArea value={draft.note} onChange={(note) => setDraft({ ...draft, note })} maxLength={1000} rows={3} />
      </Field>
      {heard && (
        <Button kind="danger" size="small" onClick={() => finish(onTakeOut)}>
          {text.takeOut}
        </Button>
      )}
    </FormDialog>
  )
}
