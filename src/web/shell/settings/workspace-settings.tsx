import { useState } from 'react'
import { read } from '#client/api.ts'
import { Button } from '../../ui/button.tsx'
import { Field, faultOf } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { say } from '../../ui/toast.ts'
import { useApi, useMe } from '../session.tsx'
import { useChange } from './queries.ts'
import './settings.css'

export function WorkspaceSettings() {
  const api = useApi()
  const { workspace } = useMe()
  const [name, setName] = useState(workspace.name)
  const [currency, setCurrency] = useState(workspace.currency)
  const saving = useChange('me', () => read(api.workspace.$patch({ json: { name, currency } })), { quiet: true })
  const changed = name !== workspace.name || currency !== workspace.currency
  return (
    <Section label="Workspace">
      <form
        className="settings-form"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate(undefined, { onSuccess: () => say({ text: 'The workspace is saved.' }) })
        }}
      >
        <Field label="Name" error={faultOf(saving.error, 'name')}>
          <TextInput value={name} onChange={setName} required />
        </Field>
        <Field label="Currency" hint="Three letters, like EUR." error={faultOf(saving.error, 'currency')}>
          <TextInput value={currency} onChange={(next) => setCurrency(next.toUpperCase())} maxLength={3} required />
        </Field>
        <Button type="submit" disabled={!changed} busy={saving.isPending}>
          Save
        </Button>
      </form>
    </Section>
  )
}
