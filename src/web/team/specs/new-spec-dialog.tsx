import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { useGo } from '../../ui/link.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useGivenBet } from '../parts/given-record.ts'
import { ReferenceField } from '../parts/reference.tsx'
import { useAddSpec } from './queries.ts'
import { specsText as text } from './text.ts'

export function NewSpecDialog({ betKey = '', onClose }: { betKey?: string; onClose: () => void }) {
  const go = useGo()
  const add = useAddSpec()
  const [title, setTitle] = useState('')
  const [bet, setBet] = useGivenBet(betKey)
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.create}
      submit={text.add}
      busy={add.isPending}
      disabled={!title.trim()}
      onSubmit={() => add.mutate({ title, bet: bet?.id ?? null }, { onSuccess: ({ key }) => go(`/specs/${key}`, { replace: true }) })}
    >
      <Field label={text.name} hint={text.nameHint} error={faultOf(add.error, 'title')} required>
        <TextInput value={title} onChange={setTitle} maxLength={200} />
      </Field>
      <Field label={text.bet} optional>
        <ReferenceField kind="bet" value={bet} onChange={setBet} />
      </Field>
      {!faultOf(add.error, 'title') && <FormError error={add.error} />}
    </FormDialog>
  )
}
