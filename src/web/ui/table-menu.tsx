import { IconButton } from './button.tsx'
import { Menu, MenuChoice, MenuGroup, MenuLine, MenuToggle } from './menu.tsx'

export type Density = 'dense' | 'roomy'

type ColumnMenu = {
  columns: { id: string; header: string; main?: boolean; group?: object }[]
  hidden: string[]
  onHide: (hidden: string[]) => void
  group: string
  onGroup: (column: string) => void
}

type TableMenuProps = ColumnMenu & { label: string; density: Density; onDensity: (density: Density) => void }

/** Which columns are seen, what rows are put together by, and how close they stand. */
export function TableMenu({ label, columns, hidden, onHide, group, onGroup, density, onDensity }: TableMenuProps) {
  const toggle = (id: string, shown: boolean) => onHide(shown ? hidden.filter((one) => one !== id) : [...hidden, id])
  return (
    <Menu align="end" trigger={<IconButton icon="columns" label={`Columns of ${label}`} />}>
      <MenuGroup label="Columns">
        {columns
          .filter(({ main }) => !main)
          .map(({ id, header }) => (
            <MenuToggle key={id} checked={!hidden.includes(id)} onChange={(shown) => toggle(id, shown)}>
              {header}
            </MenuToggle>
          ))}
      </MenuGroup>
      <MenuLine />
      <GroupChoices columns={columns} group={group} onGroup={onGroup} />
      <MenuGroup label="Rows">
        <MenuChoice chosen={density === 'dense'} onClick={() => onDensity('dense')}>
          Dense
        </MenuChoice>
        <MenuChoice chosen={density === 'roomy'} onClick={() => onDensity('roomy')}>
          Roomy
        </MenuChoice>
      </MenuGroup>
    </Menu>
  )
}

function GroupChoices({ columns, group, onGroup }: Pick<ColumnMenu, 'columns' | 'group' | 'onGroup'>) {
  const groupable = columns.filter((column) => column.group)
  if (groupable.length === 0) return null
  const current = groupable.some(({ id }) => id === group) ? group : ''
  return (
    <>
      <MenuGroup label="Group by">
        {[{ id: '', header: 'Nothing' }, ...groupable].map(({ id, header }) => (
          <MenuChoice key={id} chosen={id === current} onClick={() => onGroup(id)}>
            {header}
          </MenuChoice>
        ))}
      </MenuGroup>
      <MenuLine />
    </>
  )
}
