import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { read } from '#client/api.ts'
import { type Role, roleSentences, roles } from '#domain/member.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { say } from '../../ui/toast.ts'
import { useApi, useMayAdminister, useMe } from '../session.tsx'
import { Invitations } from './invitations.tsx'
import { settingsQueries, useChange } from './queries.ts'
import { roleOptions } from './role-options.ts'
import './settings.css'

type Member = { id: string; name: string; email: string | null; role: Role }

/** Who is here, and what each may do. */
export function Members() {
  const api = useApi()
  const { member: me } = useMe()
  const mayAdminister = useMayAdminister()
  const { data } = useQuery(settingsQueries.members(api))
  const [leaving, setLeaving] = useState<Member | null>(null)
  const giving = useChange('members', ({ id, role }: { id: string; role: Role }) =>
    read(api.members[':memberId'].role.$put({ param: { memberId: id }, json: { role } })),
  )
  const give = ({ id, name, role: before }: Member, role: Role) =>
    giving.mutate(
      { id, role },
      { onSuccess: () => say({ text: `${name} is ${role} now`, undo: () => giving.mutateAsync({ id, role: before }) }) },
    )
  return (
    <Section label="Members" more={mayAdminister && <Invitations />}>
      <ul className="settings-list">
        {data?.rows.map((member) => (
          <li key={member.id}>
            <Avatar name={member.name} />
            <span className="settings-name">
              <b>{member.name}</b> {member.id === me.id && <span className="faint">you</span>}
              <span className="faint clip">{member.email}</span>
            </span>
            {mayAdminister && member.id !== me.id ? (
              <>
                <Select
                  className="role-select"
                  label={`Role of ${member.name}`}
                  value={member.role}
                  options={roleOptions}
                  onChange={(role) => give(member, role)}
                />
                <IconButton icon="close" label={`Remove ${member.name}`} onClick={() => setLeaving(member)} />
              </>
            ) : (
              <span className="soft own-role">{member.role}</span>
            )}
          </li>
        ))}
      </ul>
      <details className="settings-details">
        <summary>What each role may do</summary>
        <dl>
          {roles.map((role) => (
            <div key={role}>
              <dt>{role}</dt>
              <dd>{roleSentences[role]}</dd>
            </div>
          ))}
        </dl>
      </details>
      {leaving && <RemoveMember member={leaving} onClose={() => setLeaving(null)} />}
    </Section>
  )
}

function RemoveMember({ member, onClose }: { member: Member; onClose: () => void }) {
  const api = useApi()
  const removing = useChange('members', () => read(api.members[':memberId'].$delete({ param: { memberId: member.id } })))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Remove ${member.name}?`}
      description="They lose access at once, and their API keys stop working. What they wrote stays."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="danger" busy={removing.isPending} onClick={() => removing.mutate(undefined, { onSuccess: onClose })}>
            Remove
          </Button>
        </>
      }
    />
  )
}
