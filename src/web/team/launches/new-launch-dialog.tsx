import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { useGo } from '../../ui/link.tsx'
import { DatePicker, TextInput } from '../../ui/text-input.tsx'
import { useGivenBet, useGivenSpec } from '../parts/given-record.ts'
import { ReferenceField } from '../parts/reference.tsx'
import { useAddLaunch } from './queries.ts'
import { launchesText as text } from './text.ts'

type NewLaunchDialogProps = { betKey?: string; specKey?: string; onClose: () => void }

export function NewLaunchDialog({ betKey = '', specKey = '', onClose }: NewLaunchDialogProps) {
  const go = useGo()
  const add = useAddLaunch()
  const [title, setTitle] = useState('')
  const [bet, setBet] = useGivenBet(betKey)
  const [spec, setSpec] = useGivenSpec(specKey)
  const [launchOn, setLaunchOn] = useState<string | null>(null)
  const submit = () =>
    add.mutate(
      { title, bet: bet?.id ?? null, spec: spec?.id ?? null, launchOn },
      { onSuccess: ({ key }) => go(`/launches/${key}`, { replace: true }) },
    )
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.create}
      submit={text.add}
      busy={add.isPending}
      disabled={!title.trim()}
      onSubmit={submit}
    >
      <Field label={text.name} error={faultOf(add.error, 'title')} required>
        <TextInput value={title} onChange={setTitle} maxLength={200} />
      </Field>
      <Field label={text.bet} optional>
        <ReferenceField kind="bet" value={bet} onChange={setBet} />
      </Field>
      <Field label={text.spec} optional>
        <ReferenceField kind="spec" value={spec} onChange={setSpec} />
      </Field>
      <Field label={text.launchOn} optional>
        <DatePicker value={launchOn} onChange={setLaunchOn} />
      </Field>
      {!faultOf(add.error, 'title') && <FormError error={add.error} />}
    </FormDialog>
  )
}
