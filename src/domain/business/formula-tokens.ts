import { type Refusal, refuse } from '#domain/statistics/refusal.ts'

export type Token = { kind: 'number' | 'name' | 'sign'; text: string; at: number }

const patterns: [Token['kind'], RegExp][] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy],
  ['name', /[a-z][a-z0-9_]*/iy],
  ['sign', /[-+*/^(),]/y],
]

/**
 * A formula cut into numbers, names and signs; ×, ·, ÷ and − are read as what they stand for.
 * Refuses any other character: ““…” at character … means nothing in a formula.”
 */
export function tokensOf(formula: string): Token[] | Refusal {
  const text = formula.replace(/[×·]/g, '*').replace(/÷/g, '/').replace(/−/g, '-')
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++
      continue
    }
    const token = tokenAt(text, at)
    if (!token) return refuse(`“${text[at]}” at character ${at + 1} means nothing in a formula.`)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function tokenAt(text: string, at: number): Token | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { kind, text: match[0], at }
  }
  return undefined
}
