import { wordsOf } from './fields.ts'

/** What was answered to one question, in however many columns it was asked. */
export type Answers = {
  /** Different answers among all, 0 to 1. */
  variety: number
  /** The same for what stands between commas and semicolons: a cell may hold several choices of a list. */
  varietyOfParts: number
  /** Share of answers with a stretch of `phraseWords` words or more between two commas. */
  phrases: number
  /** Share of answers with `speechWords` words or more. */
  speeches: number
}

const phraseWords = 4
const speechWords = 8

/** `Need #1` and `Need #2`, or `need_1` and `need_2`, are places for several answers to one question. */
export const questionOf = (column: string) => column.replace(/#\s*\d+/, '#').replace(/[\s_.-]\d+$/, '')

export function measureAnswers(values: string[]): Answers {
  const parts = values.flatMap(partsOf)
  const share = (test: (value: string) => boolean) => (values.length === 0 ? 0 : values.filter(test).length / values.length)
  return {
    variety: varietyOf(values),
    varietyOfParts: varietyOf(parts),
    phrases: share((value) => partsOf(value).some((part) => countWords(part) >= phraseWords)),
    speeches: share((value) => countWords(value) >= speechWords),
  }
}

const partsOf = (value: string) => value.split(/[;,\n]/).filter((part) => part.trim() !== '')
const countWords = (text: string) => text.trim().split(/\s+/).length

function varietyOf(values: string[]) {
  return values.length === 0 ? 0 : new Set(values.map((value) => value.trim().toLowerCase())).size / values.length
}

/** Why a column of words is not what people said; null when they wrote it in their own words. */
export function whyNotSaid(column: string, answers: Answers): string | null {
  if (isAboutPerson(column) && answers.speeches < 0.5) return 'It tells who answers or which choice they made, not what they say.'
  if (repeatsAnswers(answers)) return 'The same answers come again, as from a list.'
  if (answers.phrases < leastPhrases(column))
    return 'Most answers are a word or three. Choose “What was said” if you want to read them one by one.'
  return null
}

/** Whoever is asked an open question answers also in a word or three. */
const leastPhrases = (column: string) => (column.includes('?') ? 0.2 : 0.5)

/** Choices from a list repeat, alone or several in a cell; what people write themselves hardly does. */
export const repeatsAnswers = ({ variety, varietyOfParts }: Answers) => variety < 0.6 || varietyOfParts < 0.5

const person = /\b(role|job|title|position|occupation|profession|industry|industries|sector|department|country|years)\b/
const choice = /\b(how (long|many|much|often|old|frequently)|other|write in|specify|(select|check|choose) (all|the|one))\b/
const personElsewhere = /\b(rolle|beruf|branche|métier|profession|fonction|secteur|wie (lange|oft|viele)|combien|sonstiges|autre)\b/
// “Other comments” and “Anything else?” ask for words, whatever else the heading says.
const asksForWords = /\b(comment|comments|feedback|thoughts?|suggestions?|remarks?|ideas?|notes?|anything)\b/

export function isAboutPerson(column: string) {
  const words = wordsOf(column)
  return !asksForWords.test(words) && [person, choice, personElsewhere].some((pattern) => pattern.test(words))
}
