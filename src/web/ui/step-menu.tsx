import type { RefObject } from 'react'
import type { ChainStep } from './chain-ribbon.tsx'
import { useGo } from './link.tsx'
import { AnchoredMenu, MenuChoice } from './menu.tsx'

type StepMenuProps = { anchor: RefObject<HTMLElement | null>; steps: ChainStep[]; onClose: () => void }

/** The records that one step of the ribbon stands for. */
export function StepMenu({ anchor, steps, onClose }: StepMenuProps) {
  const go = useGo()
  return (
    <AnchoredMenu anchor={anchor} onClose={onClose}>
      {steps.map(({ key: recordKey, title, href }) => (
        <MenuChoice key={recordKey ?? title} onClick={() => href && go(href)}>
          {recordKey && <span className="key">{recordKey}</span>} {title}
        </MenuChoice>
      ))}
    </AnchoredMenu>
  )
}
