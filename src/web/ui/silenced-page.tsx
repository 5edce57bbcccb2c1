import { useKeys } from './keys.ts'

/** Stands inside whatever lies over the page: the keys of the page below do nothing meanwhile. */
export function SilencedPage() {
  useKeys({}, { scope: 'dialog' })
  return null
}
