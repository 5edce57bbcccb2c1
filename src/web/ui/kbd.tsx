import './kbd.css'
import { readableKeys } from './key-names.ts'

/** A key as people know it: `mod+k` shows as ⌘K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd>{readableKeys(keys)}</kbd>
}
