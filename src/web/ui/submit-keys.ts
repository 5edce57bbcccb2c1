import type { KeyboardEvent } from 'react'

/** For the `onKeyDown` of a form: `⌘Enter` submits it from any of its fields, once. */
export function submitWithKeys(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
  // In a one-line field the browser would submit the form, too.
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
