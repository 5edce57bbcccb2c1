import { cloneElement, type ReactElement } from 'react'

type Tipped = { 'data-tip'?: string; 'data-tip-keys'?: string }

/** A word on hover or focus for what has only a picture; drawn by the one TipPlace, so that a table of buttons costs nothing. */
export function Tip({ text, shortcut, children }: { text: string; shortcut?: string; children: ReactElement<Tipped> }) {
  return cloneElement(children, { 'data-tip': text, 'data-tip-keys': shortcut })
}
