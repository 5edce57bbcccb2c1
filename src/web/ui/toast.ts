/** Toasts stand outside the pages, so a link brings along how it is followed. */
export type ToastLink = { href: string; words: string; follow: () => void }
export type Said = { text: string; detail?: string; link?: ToastLink; undo?: () => unknown; bad?: boolean }

type Listener = (said: Said) => void
const waiting: Said[] = []
let listener: Listener | undefined

function tell(said: Said) {
  if (listener) listener(said)
  else waiting.push(said)
}

/** Says what just happened, with Undo when it can be taken back; the last one also answers `⌘Z`. An `undo` that is refused rejects. */
export function say(said: Said) {
  tell(said)
}

/** Says that something could not be done, in the server's words, and stays twice as long. */
export function complain(error: unknown) {
  tell({ text: error instanceof Error ? error.message : 'Something went wrong.', bad: true })
}

/** For ToastPlace, which is loaded after the first screen; what was said before then is not lost. */
export function listenToToasts(next: Listener) {
  listener = next
  for (const said of waiting.splice(0)) next(said)
  return () => {
    listener = undefined
  }
}
