import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useId, useRef } from 'react'
import { Button, IconButton } from './button.tsx'
import { classes } from './classes.ts'
import './dialog.css'
import { SilencedPage } from './silenced-page.tsx'
import { submitWithKeys } from './submit-keys.ts'

type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: ReactNode
  actions?: ReactNode
  wide?: boolean
  children?: ReactNode
}

/** A question in front of the page. Keys of the page below are silent while it is open. */
export function Dialog({ open, onOpenChange, title, description, actions, wide, children }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null)
  // The first field, not the cross in the corner, which comes first in the document.
  const firstField = () => popup.current?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select)') ?? popup.current
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className="veil" />
        <Base.Popup ref={popup} initialFocus={firstField} className={classes('dialog', wide && 'wide')}>
          <SilencedPage />
          <div className="dialog-head">
            <Base.Title className="dialog-title">{title}</Base.Title>
            <Base.Close render={<IconButton icon="close" label="Close" shortcut="esc" />} />
          </div>
          <div className="dialog-body">
            {description && <Base.Description className="soft">{description}</Base.Description>}
            {children}
          </div>
          {actions && <footer className="dialog-foot">{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

type FormDialogProps = Omit<DialogProps, 'actions'> & { submit: string; busy?: boolean; disabled?: boolean; onSubmit: () => void }

/** A dialog whose body is a form: its button, `⌘Enter` and Enter in a one-line field all submit it. */
export function FormDialog({ submit, busy, disabled, onSubmit, children, ...rest }: FormDialogProps) {
  const form = useId()
  return (
    <Dialog
      {...rest}
      actions={
        <>
          <Button onClick={() => rest.onOpenChange(false)}>Cancel</Button>
          <Button kind="main" type="submit" form={form} busy={busy} disabled={disabled} shortcut="mod+enter">
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy && !disabled) onSubmit()
        }}
        onKeyDown={submitWithKeys}
      >
        {children}
      </form>
    </Dialog>
  )
}
