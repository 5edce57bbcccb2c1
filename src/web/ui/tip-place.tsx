import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Kbd } from './kbd.tsx'
import './popup.css'

const PATIENCE_MS = 450
const GAP = 6

const tippedBy = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tip]') : null)

/** The element whose tip is to be shown: what the pointer rests on, or what the keyboard has reached. */
function useTipped() {
  const [tipped, setTipped] = useState<HTMLElement | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (element: HTMLElement | null, patience: number) => {
      clearTimeout(timer)
      if (!element) return setTipped(null)
      timer = setTimeout(() => setTipped(element.isConnected ? element : null), patience)
    }
    const onPointer = (event: PointerEvent) => event.pointerType === 'mouse' && show(tippedBy(event), PATIENCE_MS)
    const onFocus = (event: FocusEvent) => {
      const element = tippedBy(event)
      show(element?.matches(':focus-visible') ? element : null, 0)
    }
    const hide = () => show(null, 0)
    const listeners = { pointerover: onPointer, focusin: onFocus, pointerdown: hide, keydown: hide, scroll: hide }
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener as EventListener, true)
    return () => {
      clearTimeout(timer)
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener as EventListener, true)
    }
  }, [])
  return tipped
}

function place(tip: HTMLElement, beside: HTMLElement) {
  const box = beside.getBoundingClientRect()
  const below = box.bottom + GAP + tip.offsetHeight < window.innerHeight
  const left = box.left + box.width / 2 - tip.offsetWidth / 2
  tip.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - tip.offsetWidth - GAP))}px`
  tip.style.top = `${below ? box.bottom + GAP : box.top - GAP - tip.offsetHeight}px`
}

/** Stands once around the whole client; its words repeat the names that the elements carry anyway. */
export function TipPlace() {
  const tipped = useTipped()
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!tip.current || !tipped) return
    tip.current.showPopover()
    place(tip.current, tipped)
  }, [tipped])
  if (!tipped) return null
  return (
    <div className="tip" ref={tip} popover="manual" aria-hidden="true">
      {tipped.dataset.tip} {tipped.dataset.tipKeys && <Kbd keys={tipped.dataset.tipKeys} />}
    </div>
  )
}
