const wordsIn = (name: string) =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Slips that still count as the same name: in a short one a single letter makes another word. */
function slipsAllowed({ length }: string) {
  return length < 4 ? 0 : length < 8 ? 1 : 2
}

/** The known name a written one was probably meant to be: other spelling, other order of words, a letter or two wrong. Undefined for a known name. */
export function similarName(written: string, known: readonly string[]): string | undefined {
  const words = wordsIn(written)
  const [plain, sorted] = [words.join(''), words.toSorted().join('')]
  if (plain === '' || known.includes(written)) return undefined
  const near = known.flatMap((name) => {
    const others = wordsIn(name)
    const slips = others.toSorted().join('') === sorted ? 0 : slipsBetween(plain, others.join(''))
    return slips <= slipsAllowed(plain) ? [{ name, slips }] : []
  })
  return near.toSorted((one, other) => one.slips - other.slips)[0]?.name
}

/** Letters put in, left out, exchanged or swapped with their neighbour: optimal string alignment. */
function slipsBetween(one: string, other: string) {
  if (Math.abs(one.length - other.length) > slipsAllowed(one)) return Number.POSITIVE_INFINITY
  let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(one[i - 1] !== other[j - 1]))
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next.push(isSwapped ? Math.min(least, before[j - 2]! + 1) : least)
    }
    ;[before, row] = [row, next]
  }
  return row[other.length]!
}
