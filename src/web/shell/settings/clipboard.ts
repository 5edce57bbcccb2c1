/** Fails where it cannot be done. Browsers keep the clipboard from pages that come without TLS, as many do inside a company. */
export async function copyText(text: string) {
  const copied = navigator.clipboard
    ? await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
    : copySelected(text)
  if (!copied) throw new Error('The browser did not allow copying. Select the text and copy it yourself.')
}

/** The old way, which needs the text selected on the page. Beside the button, because an open dialog keeps the focus inside. */
function copySelected(text: string) {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  ;(before?.parentElement ?? document.body).append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
