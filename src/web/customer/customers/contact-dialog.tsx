import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useAddContact } from './queries.ts'
import { customersText as text } from './text.ts'

const blank = { name: '', title: '', email: '' }

export function ContactDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const [draft, setDraft] = useState(blank)
  const adding = useAddContact()
  const write = (changes: Partial<typeof blank>) => setDraft({ ...draft, ...changes })
  const { name, title, email } = draft
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.addContact}
      submit="Add"
      busy={adding.isPending}
      disabled={!name.trim()}
      onSubmit={() => adding.mutate({ name, title: title || null, email: email.trim() || null, accountId }, { onSuccess: onClose })}
    >
      <Field label={text.name} required error={faultOf(adding.error, 'name')}>
        <TextInput autoFocus value={name} onChange={(next) => write({ name: next })} maxLength={200} />
      </Field>
      <Field label="What they do" optional error={faultOf(adding.error, 'title')}>
        <TextInput value={title} onChange={(next) => write({ title: next })} placeholder="Office manager" maxLength={200} />
      </Field>
      <Field label="E-mail" optional error={faultOf(adding.error, 'email')}>
        <TextInput type="email" value={email} onChange={(next) => write({ email: next })} maxLength={200} />
      </Field>
      <FormError error={adding.error} />
    </FormDialog>
  )
}
