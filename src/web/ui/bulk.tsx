import { createContext, type ReactNode, use } from 'react'
import { Button, IconButton } from './button.tsx'
import { countOf } from './format.ts'
import type { IconName } from './icon.tsx'
import { useKeys } from './keys.ts'
import { Menu, MenuChoice } from './menu.tsx'

/** Under this name the keys of the bulk actions stand in `?` and in the palette. */
export const SELECTED = 'Selected'

/** Of two lists with selected rows, the keys mean those of the one in front. */
const InFront = createContext(true)

type SelectedBarProps<R> = {
  chosen: { original: R }[]
  bulk: (rows: R[], clear: () => void) => ReactNode
  inFront: boolean
  onFocus?: () => void
  onClear: () => void
}

/** What appears at the bottom of a list when rows are selected. */
export function SelectedBar<R>({ chosen, bulk, inFront, onFocus, onClear }: SelectedBarProps<R>) {
  if (chosen.length === 0) return null
  return (
    <div className="bulk-bar" role="toolbar" aria-label="Selected rows" onFocus={onFocus}>
      <span className="strong">{countOf(chosen.length, 'selected', 'selected')}</span>
      <InFront value={inFront}>
        {bulk(
          chosen.map(({ original }) => original),
          onClear,
        )}
      </InFront>
      <IconButton icon="close" label="Clear the selection" shortcut={inFront ? 'esc' : undefined} onClick={onClear} />
    </div>
  )
}

type Act = { run: () => void; busy?: boolean; disabled?: boolean; children: ReactNode }

/** A button of the bar. Its key works while rows are selected; the palette offers it under its `label`, with the key. */
export function BulkAction({ keys, label, icon, run, busy, disabled, children }: Act & { keys: string; label: string; icon?: IconName }) {
  const inFront = use(InFront)
  useKeys({ [keys]: busy || disabled || !inFront ? undefined : { run, label } }, { scope: 'list', group: SELECTED })
  return (
    <Button size="small" icon={icon} shortcut={inFront ? keys : undefined} busy={busy} disabled={disabled} onClick={run}>
      {children}
    </Button>
  )
}

type BulkChoice = { keys: string; label: string; icon?: IconName; words: string; run: () => void }

/** Several ways of the same thing behind one button of the bar; each has its keys, `m v`. */
export function BulkMenu({ choices, busy, children }: { choices: BulkChoice[]; busy?: boolean; children: ReactNode }) {
  const inFront = use(InFront)
  const bindings = choices.map(({ keys, label, run }) => [keys, busy || !inFront ? undefined : { run, label }])
  useKeys(Object.fromEntries(bindings), { scope: 'list', group: SELECTED })
  return (
    <Menu
      trigger={
        <Button size="small" busy={busy}>
          {children}
        </Button>
      }
    >
      {choices.map(({ keys, icon, words, run }) => (
        <MenuChoice key={keys} icon={icon} shortcut={inFront ? keys : undefined} onClick={run}>
          {words}
        </MenuChoice>
      ))}
    </Menu>
  )
}
