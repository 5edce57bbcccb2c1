import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import './popup.css'

/** `trigger` is one element (a Button or IconButton); children are MenuChoice, MenuLine and MenuGroup. */
export function Menu({ trigger, children, align = 'start' }: { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end' }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popup-place" sideOffset={4} align={align}>
          <Base.Popup className="popup">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type AnchoredMenuProps = { anchor: RefObject<HTMLElement | null>; onClose: () => void; children: ReactNode }

/** The open menu alone, beside a button that was there before this code was loaded: see MenuButton of the shell. */
export function AnchoredMenu({ anchor, onClose, children }: AnchoredMenuProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner className="popup-place" sideOffset={4} align="start" anchor={anchor}>
          <Base.Popup className="popup" finalFocus={anchor}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

type Choice = {
  icon?: IconName
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  chosen?: boolean
  onClick: () => void
  children: ReactNode
}

/** One line of a menu. `chosen` draws the tick of the option in force. */
export function MenuChoice({ icon, shortcut, danger, chosen, children, ...rest }: Choice) {
  return (
    <Base.Item className={classes('choice', danger && 'danger')} {...rest}>
      {chosen !== undefined && <span className="chosen">{chosen && <Icon name="check" size={14} />}</span>}
      {icon && <Icon name={icon} />}
      <span className="clip">{children}</span>
      {chosen && <span className="unseen">(chosen)</span>}
      {shortcut && <Kbd keys={shortcut} />}
    </Base.Item>
  )
}

type Toggle = { checked: boolean; onChange: (checked: boolean) => void; children: ReactNode }

/** A line of a menu that is on or off and leaves the menu open, for columns and filters. */
export function MenuToggle({ checked, onChange, children }: Toggle) {
  return (
    <Base.CheckboxItem className="choice" checked={checked} onCheckedChange={onChange} closeOnClick={false}>
      <span className="chosen">{checked && <Icon name="check" size={14} />}</span>
      <span className="clip">{children}</span>
    </Base.CheckboxItem>
  )
}

export function MenuLine() {
  return <Base.Separator className="popup-line" />
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="popup-group">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}
