import { placesOfWords } from './passages.ts'
import type { SuggestedProblem } from './queries.ts'
import type { TieTarget } from './use-ties.ts'

export type KnownProblem = { id: string; key: string; title: string }
export type Choice = { id: string; target: TieTarget; suggested?: SuggestedProblem }

const MOST = 8
const NAMED_LETTERS = 120
const SURE_WORDS = 2

const known = ({ id, key, title }: KnownProblem): Choice => ({ id, target: { id, key, title } })
const made = (newTitle: string): Choice => ({ id: 'new', target: { newTitle } })

/** A long passage names a problem by its beginning, which is shown before it is taken. What somebody typed is never cut. */
function nameFrom(passage: string) {
  const line = passage.trim().replaceAll(/\s+/g, ' ')
  return line.length > NAMED_LETTERS ? `${line.slice(0, NAMED_LETTERS)}…` : line
}

function isMeant({ key, title }: KnownProblem, sought: string) {
  const words = sought.split(/\s+/).filter(Boolean)
  return key.toLowerCase() === sought.toLowerCase() || words.every((word) => title.toLowerCase().includes(word.toLowerCase()))
}

type Asked = {
  sought: string
  passage: string
  suggested?: SuggestedProblem[]
  problems?: KnownProblem[]
  /** The problems that this feedback is tied to; they are there for who types, for another passage of it. */
  tied?: Set<string>
}

/**
 * What can be chosen while tying: the suggestions first; while typing, the problems that are meant; at the end always a new one. Nothing as long
 * as what stands first is not known: Enter must not take something else, or make a problem that is there already.
 */
export function choicesFor({ sought, passage, suggested, problems, tied }: Asked): Choice[] | null {
  const typed = sought.trim()
  if (!problems || !(typed || suggested)) return null
  if (!typed && suggested) {
    const first = untied(suggested, tied).map((one) => ({ ...known(one), suggested: one }))
    const rest = untied(problems, tied).filter(({ id }) => !first.some((one) => one.id === id))
    return [...first, ...rest.slice(0, Math.max(0, MOST - 3 - first.length)).map(known), made(nameFrom(passage))]
  }
  const meant = problems.filter((problem) => isMeant(problem, typed)).slice(0, MOST)
  const sameTitle = meant.some(({ title }) => title.toLowerCase() === typed.toLowerCase())
  return [...meant.map(known), ...(sameTitle ? [] : [made(typed)])]
}

export const untied = <P extends { id: string }>(problems: P[], tied?: Set<string>) => problems.filter(({ id }) => !tied?.has(id))

/** Where Enter goes before anybody moved: to what was typed, or to a suggestion that more than one word speaks for; else nowhere, -1. */
export function preselected(choices: Choice[], sought: string) {
  const sure = (choices[0]?.suggested?.shared.length ?? 0) >= SURE_WORDS
  return sure || sought.trim() || choices.length === 1 ? 0 : -1
}

/** How much speaks for a suggestion. */
export function likelihood({ certain, shared }: Pick<SuggestedProblem, 'certain' | 'shared'>) {
  if (certain) return 'very likely'
  return shared.length >= SURE_WORDS ? 'possible' : 'one word in common'
}

/** The words a suggestion shares with what was said, where they stand in the passage it is closest to. */
export const sharedPlaces = ({ closest, shared }: Pick<SuggestedProblem, 'closest' | 'shared'>) => placesOfWords(closest ?? '', shared)
