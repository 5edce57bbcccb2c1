import { eld } from 'eld/extrasmall'
import snowball from 'snowball-stemmers'
import listed from 'stopwords-iso' with { type: 'json' }
import { genericWords, isInGenericPair } from './generic-words.ts'
import { wordsOf } from './words.ts'

type Language = { stem: (word: string) => string; stopWords: Set<string>; genericStems: Set<string> }

const stemmers: Record<string, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  nl: 'dutch',
  pt: 'portuguese',
  sv: 'swedish',
  da: 'danish',
  no: 'norwegian',
  fi: 'finnish',
}

const opened = new Map<string, Language>()

// Below this the detector takes "dark mode" for French and is sure of it.
const TELLING_LENGTH = 30

/** The language a text is stated or seen to be in, as two letters. A few words rarely say; most of the field writes those in English. */
export function languageOf({ text, language }: { text: string; language?: string | null }) {
  if (language) return language
  if (text.length < TELLING_LENGTH) return 'en'
  const seen = eld.detect(text)
  return seen.isReliable() ? seen.language : 'en'
}

/** How words of a language are stemmed, and which of them every text has. Of a language without a stemmer, words stay as they are. */
export function openLanguage(language: string) {
  const known = opened.get(language) ?? open(language)
  opened.set(language, known)
  return known
}

function open(language: string): Language {
  const stem = stemming(stemmers[language])
  return { stem, stopWords: stopWordsOf(language), genericStems: new Set(genericWords.map(stem)) }
}

/** The words of a text that tell what it is about: neither those of every sentence nor those of every complaint about a product. */
export function tellingWords(text: string, { stem, stopWords, genericStems }: Language) {
  const words = wordsOf(text)
  return words.filter((word, place) => !stopWords.has(word) && !genericStems.has(stem(word)) && !isInGenericPair(words, place))
}

function stemming(name: string | undefined) {
  if (!name) return (word: string) => word
  const stemmer = snowball.newStemmer(name)
  return (word: string) => stemmer.stem(word)
}

function stopWordsOf(language: string) {
  return new Set((listed[language as keyof typeof listed] ?? []).flatMap(wordsOf))
}
