import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useMembers } from '../parts/deeds.ts'
import type { ChecklistLine } from './queries.ts'
import { launchesText as text } from './text.ts'

const NOBODY = 'nobody'

type ChecklistDialogProps = {
  line: ChecklistLine
  isNew: boolean
  onSave: (line: ChecklistLine) => void
  onTakeOut: () => void
  onClose: () => void
}

export function ChecklistDialog({ line, isNew, onSave, onTakeOut, onClose }: ChecklistDialogProps) {
  const [draft, setDraft] = useState(line)
  const members = useMembers()
  const owners = [{ value: NOBODY, label: text.nobody }, ...members.map(({ id, name }) => ({ value: id, label: name }))]
  function finish(act: () => void) {
    act()
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isNew ? text.addLine : text.changeLine}
      submit="Save"
      disabled={!draft.function.trim() || !draft.task.trim()}
      onSubmit={() => finish(() => onSave({ ...draft, function: draft.function.trim(), task: draft.task.trim() }))}
    >
      <Field label={text.function} required>
        <TextInput
          value={draft.function}
          onChange={(whose) => setDraft({ ...draft, function: whose })}
          maxLength={100}
          placeholder="Support"
        />
      </Field>
      <Field label={text.task} required>
        <TextInput value={draft.task} onChange={(task) => setDraft({ ...draft, task })} maxLength={500} />
      </Field>
      <Field label={text.owner}>
        <Select
          value={draft.ownerId ?? NOBODY}
          onChange={(id) => setDraft({ ...draft, ownerId: id === NOBODY ? null : id })}
          options={owners}
        />
      </Field>
      {!isNew && (
        <Button kind="danger" size="small" onClick={() => finish(onTakeOut)}>
          {text.takeOut}
        </Button>
      )}
    </FormDialog>
  )
}
