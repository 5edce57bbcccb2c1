import { createContext, type ReactNode, use, useState } from 'react'
import { createPortal } from 'react-dom'
import { ChainRibbon, type ChainStep } from '../ui/chain-ribbon.tsx'

const Slot = createContext<{ slot: HTMLElement | null; setSlot: (slot: HTMLElement | null) => void }>({
  slot: null,
  setSlot: () => undefined,
})

export function RibbonProvider({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  return <Slot value={{ slot, setSlot }}>{children}</Slot>
}

/** Where the ribbon is drawn, in the top bar; `children` stand there as long as no record brings a chain. */
export function RibbonSlot({ children }: { children: ReactNode }) {
  const { setSlot } = use(Slot)
  return (
    <>
      <div className="ribbon-slot" ref={setSlot} />
      <div className="ribbon-default">{children}</div>
    </>
  )
}

/** The chain of the record on this page, drawn in the top bar. */
export function Ribbon({ steps }: { steps: ChainStep[] }) {
  const { slot } = use(Slot)
  return slot && createPortal(<ChainRibbon steps={steps} />, slot)
}
