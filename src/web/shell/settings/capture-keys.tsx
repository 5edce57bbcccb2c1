import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '#client/api.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useApi, useMayAdminister } from '../session.tsx'
import { CopyButton } from './copy-text.tsx'
import { EventCode } from './event-code.tsx'
import { settingsQueries, useChange } from './queries.ts'
import { RevokeDialog } from './revoke-dialog.tsx'
import './settings.css'

type CaptureKey = { id: string; name: string }

/** The key that a product sends its events with, inside code that is ready to paste. */
export function CaptureKeys() {
  const api = useApi()
  const [adding, setAdding] = useState(false)
  const mayAdminister = useMayAdminister()
  const { data } = useQuery(settingsQueries.captureKeys(api))
  const [revoked, setRevoked] = useState<CaptureKey | null>(null)
  return (
    <Section
      label="Send product events"
      more={
        mayAdminister && (
          <Button size="small" icon="add" onClick={() => setAdding(true)}>
            New key
          </Button>
        )
      }
    >
      <p className="soft">
        Metrics and verdicts read the events of your product. Point the SDK you already use at this server. The key can only add events, so
        it may stand in the code of a web page.
      </p>
      <ul className="settings-list">
        {data?.rows.map((one) => (
          <li key={one.id}>
            <span className="settings-name">
              <b>{one.name}</b> <code className="clip">{one.key}</code>
            </span>
            <CopyButton text={one.key} size="small" />
            {mayAdminister && (
              <Button size="small" kind="danger" aria-label={`Revoke ${one.name}`} onClick={() => setRevoked(one)}>
                Revoke
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <p className="faint">
          There is no key yet. {mayAdminister ? 'Make one, and the code to send with stands here.' : 'Ask an administrator to make one.'}
        </p>
      )}
      <EventCode keys={data?.rows ?? []} />
      {revoked && <RevokeCaptureKey captureKey={revoked} onClose={() => setRevoked(null)} />}
      {adding && <NewCaptureKey onClose={() => setAdding(false)} />}
    </Section>
  )
}

function NewCaptureKey({ onClose }: { onClose: () => void }) {
  const api = useApi()
  const [name, setName] = useState('')
  const making = useChange('capture-keys', () => read(api['capture-keys'].$post({ json: { name } })), { quiet: true })
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="New capture key"
      submit="Make the key"
      busy={making.isPending}
      disabled={!name.trim()}
      onSubmit={() => making.mutate(undefined, { onSuccess: onClose })}
    >
      <Field label="What sends with it" error={faultOf(making.error, 'name')}>
        <TextInput value={name} onChange={setName} placeholder="Web app" required />
      </Field>
      {!faultOf(making.error, 'name') && <FormError error={making.error} />}
    </FormDialog>
  )
}

function RevokeCaptureKey({ captureKey: { id, name }, onClose }: { captureKey: CaptureKey; onClose: () => void }) {
  const api = useApi()
  return (
    <RevokeDialog
      name={name}
      consequence="From then on, events that are sent with this key are refused. This cannot be undone."
      keys="capture-keys"
      onRevoke={() => read(api['capture-keys'][':captureKeyId'].$delete({ param: { captureKeyId: id } }))}
      onClose={onClose}
    />
  )
}
