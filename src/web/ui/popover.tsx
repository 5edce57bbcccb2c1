import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import './popup.css'

type PopoverProps = { trigger: ReactElement; label: string; children: ReactNode; open?: boolean; onOpenChange?: (open: boolean) => void }

/** A small floating panel beside what opened it, for a form of one or two fields or an explanation. */
export function Popover({ trigger, label, children, ...rest }: PopoverProps) {
  return (
    <Base.Root {...rest}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popup-place" sideOffset={6}>
          <Base.Popup className="popup padded" aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
