import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '#client/api.ts'
import { type Role, roleSentences } from '#domain/member.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError } from '../../ui/field.tsx'
import { formatDay } from '../../ui/format.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useApi } from '../session.tsx'
import { CopyText } from './copy-text.tsx'
import { settingsQueries, useChange } from './queries.ts'
import { roleOptions } from './role-options.ts'

/** The button that invites, and the invitations that are still open. */
export function Invitations() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" icon="add" onClick={() => setOpen(true)}>
        Invite
      </Button>
      {open && <InviteDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const api = useApi()
  const [role, setRole] = useState<Role>('maker')
  const [note, setNote] = useState('')
  const inviting = useChange('members', () => read(api.invitations.$post({ json: { role, note } })), { quiet: true })
  const path = inviting.data?.path
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Invite somebody"
      description="An invitation is a link for one person. It works for 14 days; send it whichever way you like."
      submit={path ? 'Done' : 'Make the link'}
      busy={inviting.isPending}
      onSubmit={() => (path ? onClose() : inviting.mutate(undefined))}
    >
      {path ? (
        <CopyText text={`${location.origin}${path}`} label="The link, shown once" />
      ) : (
        <>
          <Field label="Role" hint={roleSentences[role]}>
            <Select value={role} options={roleOptions} onChange={setRole} />
          </Field>
          <Field label="For whom" optional hint="So that you recognise the invitation in the list.">
            <TextInput value={note} onChange={setNote} maxLength={200} />
          </Field>
        </>
      )}
      <FormError error={inviting.error} />
      <OpenInvitations />
    </FormDialog>
  )
}

function OpenInvitations() {
  const api = useApi()
  const { data } = useQuery(settingsQueries.invitations(api))
  const revoking = useChange('members', (id: string) => read(api.invitations[':invitationId'].$delete({ param: { invitationId: id } })))
  if (!data?.rows.length) return null
  return (
    <>
      <h3 className="label">Still open</h3>
      <ul className="settings-list">
        {data.rows.map(({ id, role, note, expiresAt }) => (
          <li key={id}>
            <span className="settings-name">
              {role} {note && <b>{note}</b>} <span className="faint">until {formatDay(expiresAt)}</span>
            </span>
            <Button size="small" aria-label={`Revoke the invitation ${note || `as ${role}`}`} onClick={() => revoking.mutate(id)}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
