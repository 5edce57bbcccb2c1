export const decimalMarks = ['point', 'comma'] as const
export type DecimalMark = (typeof decimalMarks)[number]

const symbols: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY', '₹': 'INR', CHF: 'CHF' }

/** A number as people write it: `€1,200`, `1.200,50`, `1 200,50 €`, `(300)`, `-12 %`. Null when it is none. */
export function readNumber(text: string, mark: DecimalMark): number | null {
  const bare = text.replaceAll(/[\p{Sc}\s'’%]|\b[A-Z]{3}\b/gu, '')
  const negative = /^\(.*\)$/.test(bare) || /^[-−]/.test(bare)
  const digits = bare.replaceAll(/^[(+\-−]+|\)$/g, '')
  if (!/^\d[\d.,]*(e\d+)?$|^[.,]\d+$/i.test(digits)) return null
  const value = Number(plain(digits, mark))
  return Number.isFinite(value) ? (negative ? -value : value) : null
}

/** Thousands marks away, the decimal mark a point. Where both marks stand, the last one is the decimal. */
function plain(digits: string, mark: DecimalMark) {
  const [point, comma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')]
  const decimal = point >= 0 && comma >= 0 ? (point > comma ? '.' : ',') : mark === 'point' ? '.' : ','
  const grouping = decimal === '.' ? ',' : '.'
  return digits.replaceAll(grouping, '').replace(decimal, '.')
}

export function currencyIn(text: string): string | null {
  const symbol = Object.keys(symbols).find((sign) => text.includes(sign))
  return symbol ? symbols[symbol]! : (/\b(EUR|USD|GBP|JPY|INR|CAD|AUD|SEK|NOK|DKK|PLN|BRL)\b/.exec(text)?.[1] ?? null)
}

/** Which mark stands before the decimals in a column; 'ask' when every value could be read both ways, as 1.200 can. */
export function recogniseDecimalMark(values: string[]): DecimalMark | 'ask' {
  const marks = values.map(markIn).filter((mark) => mark !== null)
  const commas = marks.filter((mark) => mark === 'comma').length
  if (marks.length > 0) return commas * 2 > marks.length ? 'comma' : 'point'
  return values.some((value) => /\d\.\d{3}\b/.test(value)) ? 'ask' : 'point'
}

function markIn(value: string): DecimalMark | null {
  const match = /([.,])(\d+)\D*$/.exec(value)
  if (!match) return null
  const [, mark, decimals] = match as unknown as [string, string, string]
  const other = mark === '.' ? ',' : '.'
  const before = value.slice(0, match.index)
  if (decimals.length !== 3 || before.includes(other)) return mark === '.' ? 'point' : 'comma'
  if (before.includes(mark)) return mark === '.' ? 'comma' : 'point'
  // 1,200 with three digits after a lone comma is a thousand two hundred in practice; 1.200 is not so sure.
  return mark === ',' ? 'point' : null
}
