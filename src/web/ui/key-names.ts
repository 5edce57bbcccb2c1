const named: Record<string, string> = {
  ' ': 'space',
  Escape: 'esc',
  Enter: 'enter',
  ArrowDown: 'down',
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Backspace: 'backspace',
  Delete: 'delete',
  Tab: 'tab',
}

type Pressed = { key: string; metaKey: boolean; ctrlKey: boolean; altKey: boolean; shiftKey: boolean }

/** The name a binding uses for what was pressed: `e`, `shift+c`, `mod+enter`, `?`. */
export function keyName({ key, metaKey, ctrlKey, altKey, shiftKey }: Pressed) {
  const isSymbol = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' '
  const base = named[key] ?? key.toLowerCase()
  return [(metaKey || ctrlKey) && 'mod', altKey && !isSymbol && 'alt', shiftKey && !isSymbol && 'shift', base].filter(Boolean).join('+')
}

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
const macSigns: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' }
const signs: Record<string, string> = { enter: '↵', down: '↓', up: '↑', left: '←', right: '→', space: 'space', esc: 'Esc', backspace: '⌫' }

function readableKey(part: string, mac: boolean) {
  if (part in macSigns) return mac || part === 'shift' ? macSigns[part]! : part === 'mod' ? 'Ctrl ' : 'Alt '
  return signs[part] ?? (part.length === 1 ? part : part[0]!.toUpperCase() + part.slice(1))
}

/** How a binding is shown to people. */
export function readableKeys(keys: string, mac = onMac) {
  const chord = (one: string) => {
    const parts = one.split('+')
    const last = parts.at(-1)!
    const shown = parts.length > 1 && last.length === 1 ? [...parts.slice(0, -1), last.toUpperCase()] : parts
    return shown.map((part) => readableKey(part, mac)).join('')
  }
  return keys.split(' ').map(chord).join(' ')
}
