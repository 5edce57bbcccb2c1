/** A number as the server's sentences write it: thousands with commas, a point before decimals, a space before the sign of per cent. */
const written = /(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(\s?%)?(?![\w-]|[.,]\d)/g

/**
 * A sentence of the server with its numbers as the reader writes them, so that the sentence and the figures beside it agree. Keys, days and whole
 * numbers without thousands stay as they are, and so does what stands in quotes: names that people gave. `locale` is only given in tests.
 */
export function inReadersNumbers(sentence: string, locale?: string) {
  let depth = 0
  return sentence
    .split(/(?<=“)|(?=”)/)
    .map((part) => {
      if (part.startsWith('”')) depth = Math.max(0, depth - 1)
      const shown = depth === 0 ? withNumbers(part, locale) : part
      if (part.endsWith('“')) depth++
      return shown
    })
    .join('')
}

function withNumbers(words: string, locale?: string) {
  return words.replaceAll(written, (all, whole: string, decimals = '', percent = '') => {
    if (!whole.includes(',') && !decimals && !percent) return all
    const digits = Math.max(0, decimals.length - 1)
    const value = Number(whole.replaceAll(',', '') + decimals)
    return new Intl.NumberFormat(locale, {
      style: percent ? 'percent' : 'decimal',
      useGrouping: whole.includes(','),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(percent ? value / 100 : value)
  })
}
