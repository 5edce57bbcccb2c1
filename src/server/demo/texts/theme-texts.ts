/**
 * The words of one theme, by voice. In a line, the first digit says how much it hurts (1 annoys, 2 costs, 3 blocks), `*…*` marks the
 * passage that a person ties to the problem, `[a|b]` are equally good wordings, `{crew}` and the like are filled for the account.
 */
export type ThemeTexts = {
  terse: string[]
  polite: string[]
  technical: string[]
  sales: string[]
  ticket: string[]
  review: string[]
  survey: string[]
  interview: string[]
  community: string[]
  internal: string[]
  german: string[]
  french: string[]
  spanish: string[]
  against: string[]
}
