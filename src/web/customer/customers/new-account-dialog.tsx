import { useState } from 'react'
import { useMe } from '../../shell/session.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { useGo } from '../../ui/link.tsx'
import { recordPath } from '../../ui/records.ts'
import { NumberInput, TextInput } from '../../ui/text-input.tsx'
import { useAddAccount } from './queries.ts'
import { customersText as text } from './text.ts'

const blank = { name: '', plan: '', segment: '', revenue: null as number | null }

export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState(blank)
  const { currency } = useMe().workspace
  const adding = useAddAccount()
  const go = useGo()
  const write = (changes: Partial<typeof blank>) => setDraft({ ...draft, ...changes })
  const add = () =>
    adding.mutate(
      { ...draft, plan: draft.plan || null, segment: draft.segment || null },
      { onSuccess: ({ id }) => go(recordPath('account', id) ?? '/customers', { replace: true }) },
    )
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.create}
      submit="Add"
      busy={adding.isPending}
      disabled={!draft.name.trim()}
      onSubmit={add}
    >
      <Field label={text.name} required error={faultOf(adding.error, 'name')}>
        <TextInput autoFocus value={draft.name} onChange={(name) => write({ name })} maxLength={200} />
      </Field>
      <div className="field-row">
        <Field label="Plan" optional error={faultOf(adding.error, 'plan')}>
          <TextInput value={draft.plan} onChange={(plan) => write({ plan })} maxLength={200} />
        </Field>
        <Field label="Segment" optional error={faultOf(adding.error, 'segment')}>
          <TextInput value={draft.segment} onChange={(segment) => write({ segment })} maxLength={200} />
        </Field>
      </div>
      <Field label="Revenue a year" optional error={faultOf(adding.error, 'revenue')}>
        <NumberInput value={draft.revenue} onChange={(revenue) => write({ revenue })} unit={currency} min={0} />
      </Field>
      <FormError error={adding.error} />
    </FormDialog>
  )
}
