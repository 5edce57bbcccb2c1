/** Whether the text is on the clipboard now. Browsers keep the clipboard from pages that come without TLS, as many do inside a company. */
export async function copyText(text: string) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  return copySelected(text)
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
