import { expect, test } from 'vitest'
import { keyName, readableKeys } from './key-names.ts'

const none = { metaKey: false, ctrlKey: false, altKey: false, shiftKey: false }

test.each([
  [{ ...none, key: 'j' }, 'j'],
  [{ ...none, key: 'C', shiftKey: true }, 'shift+c'],
  [{ ...none, key: '?', shiftKey: true }, '?'],
  [{ ...none, key: 'k', metaKey: true }, 'mod+k'],
  [{ ...none, key: 'Enter', ctrlKey: true }, 'mod+enter'],
  [{ ...none, key: 'ArrowDown', shiftKey: true }, 'shift+down'],
  [{ ...none, key: ' ' }, 'space'],
])('%o is called %s', (pressed, name) => {
  expect(keyName(pressed)).toBe(name)
})

test.each([
  ['mod+k', true, '⌘K'],
  ['mod+k', false, 'Ctrl K'],
  ['g i', true, 'g i'],
  ['shift+down', false, '⇧↓'],
  ['esc', true, 'Esc'],
])('%s is shown as people know it', (keys, mac, shown) => {
  expect(readableKeys(keys, mac)).toBe(shown)
})
