import { languageOf, openLanguage, tellingWords } from './language.ts'
import { COMPARED_LETTERS, trigramsOf } from './words.ts'

export type Note = { id: string; text: string; language?: string | null }

/** Terms by their number in the reader's lexicon, and how often the note has each. */
export type Counted = { terms: Int32Array; counts: Uint16Array }
export type ReadNote = { trigrams: Counted; stems: Counted; length: number }

/** Turns notes into numbered terms, and keeps what it has read: most of what is compared today was compared yesterday. */
export class NoteReader {
  readonly trigrams = new Map<string, number>()
  readonly stems = new Map<string, number>()
  readonly #stemOf = new Map<string, number>()
  readonly #read = new Map<string, ReadNote>()
  readonly #most: number

  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most
  }

  /** Forgets what was read once it is more than `most`. Numbers of terms hold only until then, so never while notes are compared. */
  makeRoom() {
    if (this.#read.size <= this.#most) return
    for (const kept of [this.trigrams, this.stems, this.#stemOf, this.#read]) kept.clear()
  }

  read(note: Note): ReadNote {
    const name = `${note.language ?? ''}\n${note.text}`
    const known = this.#read.get(name)
    if (known) return known
    const read = this.#readNow(note)
    this.#read.set(name, read)
    return read
  }

  /** How the note spells each of its stems. */
  spell(note: Note) {
    return new Map(this.#words(note).map(({ word, stem }) => [stem, word]))
  }

  #readNow(note: Note): ReadNote {
    const words = this.#words(note)
    const trigrams = words.flatMap(({ word }) => trigramsOf(word)).map((trigram) => numberOf(this.trigrams, trigram))
    return { trigrams: counted(trigrams), stems: counted(words.map(({ stem }) => stem)), length: words.length }
  }

  #words({ text, language: stated }: Note) {
    const begins = text.slice(0, COMPARED_LETTERS)
    const language = languageOf({ text: begins, language: stated ?? null })
    const opened = openLanguage(language)
    const { stem } = opened
    return tellingWords(begins, opened).map((word) => ({ word, stem: this.#stem(word, { stem, language }) }))
  }

  #stem(word: string, { stem, language }: { stem: (word: string) => string; language: string }) {
    const name = `${language}:${word}`
    const known = this.#stemOf.get(name)
    if (known !== undefined) return known
    const number = numberOf(this.stems, stem(word))
    this.#stemOf.set(name, number)
    return number
  }
}

function numberOf(lexicon: Map<string, number>, term: string) {
  const known = lexicon.get(term)
  if (known !== undefined) return known
  lexicon.set(term, lexicon.size)
  return lexicon.size - 1
}

function counted(terms: number[]): Counted {
  const counts = new Map<number, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return { terms: Int32Array.from(counts.keys()), counts: Uint16Array.from(counts.values()) }
}
