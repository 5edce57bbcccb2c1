import { IconButton } from './button.tsx'
import { Menu, MenuChoice, MenuGroup, MenuLine, MenuToggle } from './menu.tsx'

export type Density = 'dense' | 'roomy'

type TableMenuProps = {
  label: string
  columns: { id: string; header: string; main?: boolean }[]
  hidden: string[]
  onHide: (hidden: string[]) => void
  density: Density
  onDensity: (density: Density) => void
}

/** Which columns are seen, and how close the rows stand. */
export function TableMenu({ label, columns, hidden, onHide, density, onDensity }: TableMenuProps) {
  const toggle = (id: string, shown: boolean) => onHide(shown ? hidden.filter((one) => one !== id) : [...hidden, id])
  return (
    <Menu align="end" trigger={<IconButton icon="columns" label={`Columns of ${label}`} />}>
      {columns
        .filter(({ main }) => !main)
        .map(({ id, header }) => (
          <MenuToggle key={id} checked={!hidden.includes(id)} onChange={(shown) => toggle(id, shown)}>
            {header}
          </MenuToggle>
        ))}
      <MenuLine />
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
