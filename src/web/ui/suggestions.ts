export type Suggestion = { name: string; detail?: string; isNew?: true }

const MOST = 50

/** How well a name fits what was typed: the very name, its beginning, or somewhere in it. */
function rankOf(name: string, sought: string) {
  const place = name.toLowerCase().indexOf(sought.toLowerCase())
  if (name === sought) return 0
  return place === 0 ? 1 : place > 0 ? 2 : null
}

/** What is offered for a text, the best fit first and otherwise as given; the text itself comes last where it is a new name. */
export function suggestionsFor(sought: string, all: readonly Suggestion[], newDetail?: string): Suggestion[] {
  const fits = all.flatMap((one) => {
    const rank = rankOf(one.name, sought)
    return rank === null ? [] : [{ one, rank }]
  })
  const offered = fits
    .toSorted((a, b) => (sought ? a.rank - b.rank : 0))
    .slice(0, MOST)
    .map(({ one }) => one)
  if (!sought || all.some(({ name }) => name === sought)) return offered
  return [...offered, { name: sought, detail: newDetail, isNew: true }]
}
