import { flushSync } from 'react-dom'

type Checked = { marks: readonly { id: string; right: boolean }[]; foot: { focus: () => void } | null; show: () => void }

/** Shows what was said about the answers, and goes to the first explanation that helps, or to the result when all is right. */
export function focusAfterCheck({ marks, foot, show }: Checked) {
  // What takes the focus has to be on the page already.
  flushSync(show)
  const missed = marks.find(({ right }) => !right)
  const place = missed && document.getElementById(`question-${missed.id}`)?.querySelector<HTMLElement>('.question-mark.missed')
  if (place) place.focus()
  else foot?.focus()
}
