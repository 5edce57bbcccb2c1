import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Note, NoteReader } from '#domain/customer/note-reader.ts'
import { rankBySimilarity, suggestProblems } from '#domain/customer/similarity.ts'
import { wordsOf } from '#domain/customer/words.ts'
import { KEPT_NOTES } from '#server/computing/compare-notes.ts'
import reviews from './app-reviews.json' with { type: 'json' }
import { atLeast, atMost, type BenchRow, report } from './bench-row.ts'

const PROBLEM_FROM = 4
const RIGHT_WHEN_CERTAIN = 0.85
const MOST_MB = 120

type Review = Note & { group: string }
type Rank = (asked: Review, others: Review[]) => { id: string }[]

const reader = new NoteReader()
const sets = [
  { name: 'feature requests', reviews: reviewsOf(reviews.featureRequests) },
  { name: 'problem reports', reviews: reviewsOf(reviews.problemReports) },
]

/** App reviews that a person put into groups: is the first other one of the same group near the top, and is what is called certain right? */
export async function run(): Promise<BenchRow[]> {
  return [...sets.map(ranking), certainty(), ...memory()]
}

function ranking({ name, reviews }: (typeof sets)[number]): BenchRow {
  const ours = meanReciprocalRank(reviews, (asked, others) => rankBySimilarity(asked, others, reader))
  const overlap = meanReciprocalRank(reviews, byOverlap)
  return {
    what: `mean reciprocal rank of ${name} of the same group`,
    measured: ours.toFixed(3),
    against: `${overlap.toFixed(3)} by the share of words in common`,
    ...atLeast(1.1, ours / overlap),
  }
}

function certainty(): BenchRow {
  const suggested = sets.flatMap(({ reviews }) => firstSuggestions(reviews))
  const certain = suggested.filter(({ certain }) => certain)
  const right = certain.filter(({ right }) => right).length
  return {
    what: `suggestions of ${suggested.length} that are called certain, and are right`,
    measured: `${right} of ${certain.length}`,
    against: `${RIGHT_WHEN_CERTAIN * 100} %`,
    ...atLeast(1, right / certain.length / RIGHT_WHEN_CERTAIN),
  }
}

/** What the thread that compares takes while it lives, in a process of its own. */
function memory(): BenchRow[] {
  const file = fileURLToPath(new URL('./notes-memory.ts', import.meta.url))
  const { languages, notes } = JSON.parse(execFileSync(process.execPath, ['--expose-gc', file, `${KEPT_NOTES}`], { encoding: 'utf8' }))
  const row = (what: string, used: number) => ({
    what,
    measured: `${used.toFixed(0)} MB`,
    against: `${MOST_MB} MB`,
    ...atMost(1, used / MOST_MB),
  })
  return [row('memory to know languages', languages), row(`memory for the ${KEPT_NOTES} notes that are kept`, notes)]
}

function reviewsOf(rows: (string | number)[][]): Review[] {
  return rows.map(([group, text], place) => ({ id: `${place}`, text: String(text), group: `${group}` }))
}

function meanReciprocalRank(reviews: Review[], rank: Rank) {
  const asked = reviews.filter(({ id, group }) => reviews.some((other) => other.group === group && other.id !== id))
  const groups = new Map(reviews.map(({ id, group }) => [id, group]))
  const reciprocal = asked.map((review) => {
    const place = rank(review, without(reviews, review)).findIndex(({ id }) => groups.get(id) === review.group)
    return place < 0 ? 0 : 1 / (place + 1)
  })
  return reciprocal.reduce((sum, value) => sum + value, 0) / asked.length
}

const without = (reviews: Review[], { id }: Review) => reviews.filter((other) => other.id !== id)

function byOverlap(asked: Review, others: Review[]) {
  const words = new Set(wordsOf(asked.text))
  const score = ({ text }: Review) => {
    const its = new Set(wordsOf(text))
    const shared = [...words].filter((word) => its.has(word)).length
    return shared / (words.size + its.size - shared)
  }
  return others.map((other) => ({ id: other.id, score: score(other) })).sort((a, b) => b.score - a.score)
}

function firstSuggestions(reviews: Review[]) {
  const groups = Map.groupBy(reviews, ({ group }) => group)
  const problems = [...groups].filter(([, notes]) => notes.length >= PROBLEM_FROM)
  return problems.flatMap(([group, notes]) =>
    notes.map((asked) => {
      const known = problems.map(([id, notes]) => ({ id, notes: without(notes as Review[], asked) }))
      const [first] = suggestProblems(asked, known, { reader })
      return { certain: first?.certain ?? false, right: first?.id === group }
    }),
  )
}

if (import.meta.main) await report(run)
