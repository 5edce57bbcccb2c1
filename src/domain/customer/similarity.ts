import { type Counted, type Note, NoteReader, type ReadNote } from './note-reader.ts'

/** `likeness` is the cosine of the two texts, 0 to 1; `score` orders, and means nothing beside another query's. */
export type Similar = { id: string; score: number; likeness: number; shared: string[] }

// One setting for short reviews, long tickets and mixed languages alike; see docs/decisions on similarity.
const RRF_K = 60
const WORDS_WEIGHT = 0.6
const BM25 = { k1: 1.2, b: 0.75 }
const SHOWN_WORDS = 5
// What every tenth note says tells little about one of them; of a handful of notes, nothing can be said.
const COMMON = { share: 0.1, among: 30 }

/**
 * The notes most like a text, best first: character trigrams inside words (TF-IDF cosine) and stemmed words (BM25), fused by rank. `shared` are
 * the words that tell why. Words that every sentence of the language has ("that", "when"), or every complaint about a product ("update", "app"),
 * count for nothing.
 */
export function rankBySimilarity(query: Note, notes: Note[], reader = new NoteReader()): Similar[] {
  reader.makeRoom()
  const asked = reader.read(query)
  const known = notes.map((note) => ({ id: note.id, ...reader.read(note) }))
  const stemIdf = idf(known, { of: 'stems', size: reader.stems.size })
  const likenessOf = cosineTo(asked.trigrams, idf(known, { of: 'trigrams', size: reader.trigrams.size }))
  const likeness = new Map(known.map((note) => [note.id, likenessOf(note)]))
  const byTrigrams = ranks(known, ({ id }) => likeness.get(id)!)
  const byWords = ranks(known, bm25To(asked.stems, { idf: stemIdf, averageLength: averageLength(known) }))
  const sharedWith = sharedWords(asked, { idf: stemIdf, spelled: reader.spell(query), notes: known.length })
  return known
    .map((note) => ({
      id: note.id,
      score: fused(byTrigrams.get(note.id), 1) + fused(byWords.get(note.id), WORDS_WEIGHT),
      likeness: likeness.get(note.id)!,
      shared: sharedWith(note),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
}

export type KnownProblem = { id: string; notes: Note[] }
export type Suggestion = { id: string; score: number; shared: string[]; closest: string; certain: boolean }

// See bench/similarity.bench.ts for how often what leads by so much is right.
const CERTAIN_LEAD = 1.8
const CERTAIN_WORDS = 2

/** The problems a text may belong to: each scores the sum of its three most similar notes; its title and statement count as notes. */
export function suggestProblems(text: Note, problems: KnownProblem[], { count = 3, reader = new NoteReader() } = {}): Suggestion[] {
  const notes = problems.flatMap(({ id, notes }) => notes.map((note, place) => ({ ...note, id: `${id}/${place}` })))
  const found = new Map<string, Similar[]>()
  for (const note of rankBySimilarity(text, notes, reader)) {
    const id = note.id.split('/')[0]!
    const nearest = found.get(id) ?? []
    if (nearest.length < 3) found.set(id, [...nearest, note])
  }
  const ranked = [...found].map(([id, nearest]) => suggestion(id, nearest)).sort((a, b) => b.score - a.score)
  const certain = isCertain(ranked)
  const told = ranked.filter(({ shared }) => shared.length > 0).slice(0, count)
  return told.map((suggestion) => ({ ...suggestion, certain: certain && suggestion === ranked[0] }))
}

function suggestion(id: string, nearest: Similar[]) {
  return {
    id,
    score: nearest.reduce((sum, { likeness }) => sum + likeness, 0),
    shared: [...new Set(nearest.flatMap(({ shared }) => shared))].slice(0, SHOWN_WORDS),
    closest: nearest[0]!.id.slice(id.length + 1),
  }
}

/** Only a lead over another problem tells anything: with one problem in the workspace, everything is most like it. */
function isCertain([first, second]: { score: number; shared: string[] }[]) {
  return !!first && !!second && first.score >= CERTAIN_LEAD * second.score && first.shared.length >= CERTAIN_WORDS
}

type Known = ReadNote & { id: string }
/** What each term weighs, by its number. */
type Idf = Float64Array

function idf(notes: ReadNote[], { of, size }: { of: 'trigrams' | 'stems'; size: number }): Idf {
  const holding = new Float64Array(size)
  for (const note of notes) for (const term of note[of].terms) holding[term]!++
  return holding.map((count) => Math.log(1 + (notes.length - count + 0.5) / (count + 0.5)))
}

function cosineTo(asked: Counted, idf: Idf) {
  const weights = new Float64Array(idf.length)
  asked.terms.forEach((term, place) => {
    weights[term] = damped(asked.counts[place]!) * idf[term]!
  })
  const askedNorm = Math.hypot(...Array.from(asked.terms, (term) => weights[term]!))
  return ({ trigrams: { terms, counts } }: ReadNote) => {
    let [dot, squares] = [0, 0]
    for (let place = 0; place < terms.length; place++) {
      const weight = damped(counts[place]!) * idf[terms[place]!]!
      dot += weight * weights[terms[place]!]!
      squares += weight * weight
    }
    return dot === 0 ? 0 : dot / (askedNorm * Math.sqrt(squares))
  }
}

const damped = (count: number) => 1 + Math.log(count)

function bm25To(asked: Counted, { idf, averageLength }: { idf: Idf; averageLength: number }) {
  const isAsked = new Uint8Array(idf.length)
  for (const term of asked.terms) isAsked[term] = 1
  return ({ stems: { terms, counts }, length }: ReadNote) => {
    const saturation = BM25.k1 * (1 - BM25.b + (BM25.b * length) / averageLength)
    let score = 0
    for (let place = 0; place < terms.length; place++)
      if (isAsked[terms[place]!]) score += (idf[terms[place]!]! * counts[place]! * (BM25.k1 + 1)) / (counts[place]! + saturation)
    return score
  }
}

const averageLength = (notes: ReadNote[]) => Math.max(1, notes.reduce((sum, { length }) => sum + length, 0) / Math.max(1, notes.length))

function ranks(notes: Known[], score: (note: Known) => number) {
  const scored = notes.map((note) => ({ id: note.id, score: score(note) })).filter(({ score }) => score > 0)
  scored.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
  return new Map(scored.map(({ id }, place) => [id, place]))
}

const fused = (rank: number | undefined, weight: number) => (rank === undefined ? 0 : weight / (RRF_K + rank + 1))

/** The rarest words that both have. Words of up to three letters are grammar in most languages and tell nothing. */
function sharedWords(asked: ReadNote, { idf, spelled, notes }: { idf: Idf; spelled: Map<number, string>; notes: number }) {
  const least = notes < COMMON.among ? 0 : Math.log(1 / COMMON.share)
  const tells = (stem: number) => spelled.get(stem)!.length > 3 && idf[stem]! >= least
  const telling = [...asked.stems.terms].filter(tells).sort((a, b) => idf[b]! - idf[a]!)
  return ({ stems }: ReadNote) => {
    const has = new Set(stems.terms)
    return telling
      .filter((stem) => has.has(stem))
      .slice(0, SHOWN_WORDS)
      .map((stem) => spelled.get(stem)!)
  }
}
