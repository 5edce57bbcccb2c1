import { useState } from 'react'
import { LONGEST_NAME, type SavedList, type ViewState } from '#domain/view-parts.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog, FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { useGo } from '../../ui/link.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { RecordTalk } from '../record/record-talk.tsx'
import { useMayContribute } from '../session.tsx'
import { hrefOfView, type SavedView, useChangeView, useSaveView } from './queries.ts'
import { viewsText as text } from './text.ts'

type SaveDialogProps = { list: SavedList; state: ViewState; onClose: () => void }

/** Gives what is shown now a name, and opens it under that name. */
export function SaveViewDialog({ list, state, onClose }: SaveDialogProps) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const mayShare = useMayContribute()
  const saving = useSaveView()
  const go = useGo()
  const save = () =>
    saving.mutate(
      { list, name, state, shared },
      {
        onSuccess: ({ id }) => {
          onClose()
          go(hrefOfView({ id, list, state }), { replace: true })
        },
      },
    )
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.saveTitle}
      description={text.saveHint}
      submit={text.submit}
      busy={saving.isPending}
      disabled={!name.trim()}
      onSubmit={save}
    >
      <Field label={text.name} error={faultOf(saving.error, 'name')}>
        <TextInput value={name} onChange={setName} maxLength={LONGEST_NAME} required />
      </Field>
      {mayShare && (
        <Checkbox checked={shared} onChange={setShared}>
          {text.share}
        </Checkbox>
      )}
      <FormError error={saving.error} />
    </FormDialog>
  )
}

type ViewDialogProps = { view: SavedView; onClose: () => void }

export function RenameViewDialog({ view, onClose }: ViewDialogProps) {
  const [name, setName] = useState(view.name)
  const renaming = useChangeView()
  const next = name.trim()
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.renameTitle}
      submit={text.renameSubmit}
      busy={renaming.isPending}
      disabled={!next}
      onSubmit={() => renaming.mutate({ view, changes: { name: next }, said: text.renamed(next) }, { onSuccess: onClose })}
    >
      <Field label={text.name} error={faultOf(renaming.error, 'name')}>
        <TextInput value={name} onChange={setName} maxLength={LONGEST_NAME} required />
      </Field>
      <FormError error={renaming.error} />
    </FormDialog>
  )
}

/** Who saved the view, who replaced it, and what people say about it. */
export function ViewHistoryDialog({ view, onClose }: ViewDialogProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={view.name} wide>
      <RecordTalk about={`saved-view:${view.id}`} />
    </Dialog>
  )
}
