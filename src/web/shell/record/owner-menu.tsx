import { useQuery } from '@tanstack/react-query'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { useApi } from '../session.tsx'
import { settingsQueries } from '../settings/queries.ts'

type OwnerMenuProps = { ownerId: string | null; onChange?: (ownerId: string | null) => void }

/** Whom to ask about a record; among its chips. Without `onChange` it is only read. */
export function OwnerMenu({ ownerId, onChange }: OwnerMenuProps) {
  const members = useQuery(settingsQueries.members(useApi())).data?.rows ?? []
  const owner = members.find(({ id }) => id === ownerId)
  const shown = owner && (
    <>
      <Avatar name={owner.name} size={20} /> {owner.name}
    </>
  )
  if (!onChange) return shown && <span className="row small soft">{shown}</span>
  return (
    <Menu
      trigger={
        <Button kind="quiet" size="small" aria-label={owner ? `Owner: ${owner.name}` : 'Choose an owner'}>
          {/* Nobody is called ownerless while the names are still on their way. */}
          {shown ?? (ownerId ? 'Owner' : 'No owner')}
        </Button>
      }
    >
      {members.map(({ id, name }) => (
        <MenuChoice key={id} chosen={id === ownerId} onClick={() => onChange(id)}>
          {name}
        </MenuChoice>
      ))}
      <MenuChoice chosen={!owner} onClick={() => onChange(null)}>
        Nobody
      </MenuChoice>
    </Menu>
  )
}
