import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '#client/api.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { formatDay } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useApi } from '../session.tsx'
import { CopyText } from './copy-text.tsx'
import { settingsQueries, useChange } from './queries.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import './settings.css'

type ApiKey = { id: string; name: string }

/** Keys for the command line and for programs; each acts as the member who made it. */
export function ApiKeys() {
  const api = useApi()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(settingsQueries.apiKeys(api))
  const [revoked, setRevoked] = useState<ApiKey | null>(null)
  return (
    <Section
      label="API keys"
      more={
        <Button size="small" icon="add" onClick={() => setAdding(true)}>
          New key
        </Button>
      }
    >
      <p className="soft">
        For the command line and for programs; a key may do what you may do.{' '}
        <a className="text-link" href="/api/docs">
          Reference of the API
        </a>
      </p>
      <ul className="settings-list">
        {data?.rows.map(({ id, name, prefix, createdAt, lastUsedAt }) => (
          <li key={id}>
            <span className="settings-name">
              <b>{name}</b> <code>{prefix}…</code>
              <span className="faint">
                made {formatDay(createdAt)}, {lastUsedAt ? `used ${formatDay(lastUsedAt)}` : 'never used'}
              </span>
            </span>
            <Button size="small" kind="danger" aria-label={`Revoke ${name}`} onClick={() => setRevoked({ id, name })}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      {adding && <NewKey onClose={() => setAdding(false)} />}
      {revoked && <RevokeApiKey apiKey={revoked} onClose={() => setRevoked(null)} />}
    </Section>
  )
}

function RevokeApiKey({ apiKey: { id, name }, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const api = useApi()
  return (
    <RevokeDialog
      name={name}
      consequence="Programs that use this key are refused from then on. This cannot be undone."
      keys="api-keys"
      onRevoke={() => read(api['api-keys'][':apiKeyId'].$delete({ param: { apiKeyId: id } }))}
      onClose={onClose}
    />
  )
}

function NewKey({ onClose }: { onClose: () => void }) {
  const api = useApi()
  const [name, setName] = useState('')
  const making = useChange('api-keys', () => read(api['api-keys'].$post({ json: { name } })), { quiet: true })
  const secret = making.data?.secret
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New API key"
      submit={secret ? 'Done' : 'Make the key'}
      busy={making.isPending}
      disabled={!secret && !name.trim()}
      onSubmit={() => (secret ? onClose() : making.mutate(undefined))}
    >
      {secret ? (
        <CopyText text={secret} label="The key, shown once. Keep it like a password." />
      ) : (
        <Field label="What it is for" error={faultOf(making.error, 'name')}>
          <TextInput value={name} onChange={setName} placeholder="Nightly report" required />
        </Field>
      )}
      <FormError error={making.error} />
    </FormDialog>
  )
}
