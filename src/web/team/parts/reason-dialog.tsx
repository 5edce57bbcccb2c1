import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-input.tsx'

type ReasonDialogProps = {
  title: string
  submit: string
  hint?: string
  busy: boolean
  error: unknown
  onSubmit: (reason: string) => void
  onClose: () => void
  children?: ReactNode
}

/** Asks why, before something that others will ask about. */
export function ReasonDialog({ title, submit, hint, busy, error, onSubmit, onClose, children }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      submit={submit}
      busy={busy}
      disabled={!reason.trim()}
      onSubmit={() => onSubmit(reason)}
    >
      {children}
      <Field label="Why?" hint={hint ?? 'So that nobody has to ask again.'} required>
        <TextArea value={reason} onChange={setReason} maxLength={5000} />
      </Field>
      <FormError error={error} />
    </FormDialog>
  )
}
