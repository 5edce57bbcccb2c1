/** An effect to the two digits that can be trusted: as it is where it has no unit, else in hundredths. */
export function effectInWords(effect: number, unit: '' | ' %' | ' points') {
  return `${(unit ? 100 * effect : effect).toLocaleString('en-GB', { maximumSignificantDigits: 2 })}${unit}`
}
