import { type Note, NoteReader } from '#domain/customer/note-reader.ts'
import * as similarity from '#domain/customer/similarity.ts'

// See bench/similarity.bench.ts for what they take. A thread that is not needed for a while ends, and forgets them all.
export const KEPT_NOTES = 8_000
const reader = new NoteReader(KEPT_NOTES)

export const suggestProblems = (text: Note, problems: similarity.KnownProblem[]) => similarity.suggestProblems(text, problems, { reader })

export const rankBySimilarity = (text: Note, notes: Note[]) => similarity.rankBySimilarity(text, notes, reader)
