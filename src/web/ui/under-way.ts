type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controls = 'main :is(form, fieldset) :is(input, textarea, select)'
const isFilled = (control: Control) =>
  control.type === 'checkbox' || control.type === 'radio' ? 'checked' in control && control.checked : control.value !== ''

/** Whether somebody is in the middle of something that leaving would throw away: in a form, or with a form on the page that is filled in. */
export function isUnderWay(target: EventTarget | null) {
  if (target instanceof Element && target.closest('form, fieldset, [role=dialog], [contenteditable]')) return true
  return [...document.querySelectorAll<Control>(controls)].some(isFilled)
}
