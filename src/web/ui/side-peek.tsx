import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { IconButton } from './button.tsx'
import './dialog.css'
import { Link } from './link.tsx'
import { SilencedPage } from './silenced-page.tsx'

type SidePeekProps = { open: boolean; onOpenChange: (open: boolean) => void; title: string; href?: string; children: ReactNode }

/** A record seen from the side without leaving the list; the list stays usable and `j` `k` move through it. */
export function SidePeek({ open, onOpenChange, title, href, children }: SidePeekProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} modal={false} disablePointerDismissal>
      <Base.Portal>
        <Base.Popup className="side-peek" initialFocus={false}>
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            {href && (
              <Link to={href} className="button small">
                Open
              </Link>
            )}
            <Base.Close render={<IconButton icon="close" label="Close" shortcut="esc" />} />
          </div>
          <div className="dialog-body">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** A panel from the side in front of the page, for longer forms and for the rail at narrow widths. */
export function Drawer({ open, onOpenChange, title, side = 'right', children }: Omit<SidePeekProps, 'href'> & { side?: 'left' | 'right' }) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="veil" />
        <Base.Popup className={side === 'left' ? 'drawer left' : 'drawer'}>
          <SilencedPage />
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close render={<IconButton icon="close" label="Close" shortcut="esc" />} />
          </div>
          <div className="dialog-body">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
