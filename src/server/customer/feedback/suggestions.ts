import { sql } from 'kysely'
import type { Note } from '#domain/customer/note-reader.ts'
import type { KnownProblem } from '#domain/customer/similarity.ts'
import { COMPARED_LETTERS, wordsOf } from '#domain/customer/words.ts'
import { findRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import { feedbackIn } from './queries.ts'

const NOTES_PER_PROBLEM = 40
const MOST_NOTES = 4_000
const CANDIDATES = 300
const QUERY_WORDS = 12
const OWN_POSTS = 20

/** Postgres finds candidates cheaply; the ranking of domain/customer/similarity.ts orders them and says why. */
export async function findSuggestions(scope: Scope, idOrKey: string) {
  const { id, text, language, contactId, accountId } = await findRecord(scope, 'feedback', idOrKey)
  const asked = { id, text, language }
  const [problems, unread] = await Promise.all([suggestedProblems(scope, asked), similarUnread(scope, asked, { contactId, accountId })])
  return { problems, similar: unread }
}

async function suggestedProblems(scope: Scope, asked: Note) {
  const [problems, notes] = await Promise.all([openProblems(scope, asked.id), linkedNotes(scope)])
  const known: KnownProblem[] = problems.map((problem) => ({
    id: problem.id,
    notes: [statement(problem), ...(notes.get(problem.id) ?? [])],
  }))
  const byId = new Map(problems.map((problem) => [problem.id, problem]))
  const suggested = await scope.services.compute('suggestProblems', asked, known)
  return suggested.map(({ id, shared, closest, certain }) => {
    const { key, title } = byId.get(id)!
    const linked = notes.get(id) ?? []
    return { id, key, title, shared, certain, sources: linked.length, closest: linked[Number(closest) - 1]?.text ?? null }
  })
}

/** Those that the asked feedback is not tied to yet. */
function openProblems({ db, workspaceId }: Scope, feedbackId: string) {
  return db
    .selectFrom('problems')
    .select(['id', 'key', 'title', 'who', 'tryingTo', 'obstacle', 'cost'])
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where('state', 'not in', ['parked'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('insights')
            .select('insights.id')
            .whereRef('insights.workspaceId', '=', 'problems.workspaceId')
            .whereRef('insights.problemId', '=', 'problems.id')
            .where('insights.feedbackId', '=', feedbackId)
            .where('insights.archivedAt', 'is', null),
        ),
      ),
    )
    .limit(500)
    .execute()
}

const statement = ({ id, title, who, tryingTo, obstacle, cost }: Awaited<ReturnType<typeof openProblems>>[number]): Note => ({
  id,
  text: [title, who, tryingTo, obstacle, cost].join(' '),
})

/** The newest passages tied to each problem. */
async function linkedNotes({ db, workspaceId }: Scope) {
  const { rows } = await sql<{
    problemId: string
    text: string
    language: string | null
  }>`select problem_id, passage as text, language from (
      select i.problem_id, f.language, row_number() over (partition by i.problem_id order by i.created_at desc) as place,
        case when length(i.passage) > ${COMPARED_LETTERS} then left(i.passage, ${COMPARED_LETTERS}) || '…' else i.passage end as passage
      from insights i join feedback f on f.workspace_id = i.workspace_id and f.id = i.feedback_id
      where i.workspace_id = ${workspaceId} and i.archived_at is null) newest
    where place <= ${NOTES_PER_PROBLEM} limit ${MOST_NOTES}`.execute(db)
  const notes = new Map<string, Note[]>()
  for (const { problemId, text, language } of rows)
    notes.set(problemId, [...(notes.get(problemId) ?? []), { id: problemId, text, language }])
  return notes
}

/** Unread feedback that says the same; most true duplicates are the same person asking again, so theirs always takes part. */
async function similarUnread(scope: Scope, asked: Note, by: { contactId: string | null; accountId: string | null }) {
  const [found, own] = await Promise.all([candidates(scope, asked), ownPosts(scope, asked.id, by)])
  const notes = [...new Map([...own, ...found].map((note) => [note.id, note])).values()]
  const byId = new Map(notes.map((note) => [note.id, note]))
  const ranked = await scope.services.compute('rankBySimilarity', asked, notes)
  return ranked
    .filter(({ shared }) => shared.length >= 2)
    .slice(0, 5)
    .map(({ id, shared }) => ({
      id,
      key: byId.get(id)!.key,
      excerpt: byId.get(id)!.text.slice(0, 200),
      shared,
      sameAuthor: own.some((note) => note.id === id),
    }))
}

async function candidates(scope: Scope, { id, text }: Note) {
  const words = [...new Set(wordsOf(text.slice(0, COMPARED_LETTERS)))].filter((word) => word.length > 3)
  const rarest = words.sort((a, b) => b.length - a.length).slice(0, QUERY_WORDS)
  if (rarest.length === 0) return []
  const anyOf = rarest.map((word) => `'${word}'`).join(' | ')
  return unread(scope, id)
    .where(sql<boolean>`search @@ to_tsquery('simple', ${anyOf})`)
    .orderBy(sql`ts_rank(search, to_tsquery('simple', ${anyOf}))`, 'desc')
    .limit(CANDIDATES)
    .execute()
}

async function ownPosts(scope: Scope, id: string, { contactId, accountId }: { contactId: string | null; accountId: string | null }) {
  if (!contactId && !accountId) return []
  const posts = unread(scope, id).orderBy('saidAt', 'desc').limit(OWN_POSTS)
  return (contactId ? posts.where('contactId', '=', contactId) : posts.where('accountId', '=', accountId)).execute()
}

function unread(scope: Scope, exceptId: string) {
  return feedbackIn(scope)
    .where('state', '=', 'new')
    .where('id', '!=', exceptId)
    .select(['id', 'key', sql<string>`left(text, ${COMPARED_LETTERS})`.as('text'), 'language'])
}
