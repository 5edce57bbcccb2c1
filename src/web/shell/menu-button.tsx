import { type ComponentType, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react'

export type MenuContentProps = { anchor: RefObject<HTMLElement | null>; onClose: () => void }

/** A button whose menu is only loaded when somebody opens it; give a lazy component as `content`. */
export function MenuButton({
  content: Content,
  className,
  children,
}: {
  content: ComponentType<MenuContentProps>
  className: string
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        data-popup-open={open || undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <Suspense>
          <Content anchor={button} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
