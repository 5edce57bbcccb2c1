import { placesOfWords } from './passages.ts'
import type { SuggestedProblem } from './queries.ts'
import type { TieTarget } from './use-ties.ts'

export type KnownProblem = { id: string; key: string; title: string }
export type Choice = { id: string; target: TieTarget; suggested?: SuggestedProblem }

const MOST = 8
const LONGEST_TITLE = 120

const known = ({ id, key, title }: KnownProblem): Choice => ({ id, target: { id, key, title } })
const made = (title: string): Choice => ({
  id: 'new',
  target: { newTitle: title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE)}…` : title },
})

function isMeant({ key, title }: KnownProblem, sought: string) {
  const words = sought.split(/\s+/).filter(Boolean)
  return key.toLowerCase() === sought.toLowerCase() || words.every((word) => title.toLowerCase().includes(word.toLowerCase()))
}

type Asked = { sought: string; passage: string; suggested?: SuggestedProblem[]; problems?: KnownProblem[] }

/**
 * What can be chosen while tying: the suggestions first; while typing, the problems that are meant; at the end always a new one. Nothing as long
 * as what stands first is not known: Enter must not take something else, or make a problem that is there already.
 */
export function choicesFor({ sought, passage, suggested, problems }: Asked): Choice[] | null {
  const typed = sought.trim()
  if (!problems || !(typed || suggested)) return null
  if (!typed && suggested) {
    const first = suggested.map((one) => ({ ...known(one), suggested: one }))
    const rest = problems.filter(({ id }) => !suggested.some((one) => one.id === id)).map(known)
    return [...first, ...rest.slice(0, Math.max(0, MOST - 3 - first.length)), made(passage.trim().replaceAll(/\s+/g, ' '))]
  }
  const meant = problems.filter((problem) => isMeant(problem, typed)).slice(0, MOST)
  const sameTitle = meant.some(({ title }) => title.toLowerCase() === typed.toLowerCase())
  return [...meant.map(known), ...(sameTitle ? [] : [made(typed)])]
}

/** The words a suggestion shares with what was said, where they stand in the passage it is closest to. */
export const sharedPlaces = ({ closest, shared }: Pick<SuggestedProblem, 'closest' | 'shared'>) => placesOfWords(closest ?? '', shared)
