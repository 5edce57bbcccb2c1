import { sql } from 'kysely'
import type { Schema } from '#db/schema.ts'
import { type KeyedKind, parseKey } from '#domain/keys.ts'
import type { Scope } from '../scope.ts'
import { insertRows } from './bulk-insert.ts'
import type { DemoStory } from './story.ts'
import type { Happening, Row } from './story-shape.ts'

type Written = Partial<{ [Table in keyof Schema]: Row<Table>[] }>

/** In this order no row speaks of one that is not there yet. */
const order = [
  'members',
  'accounts',
  'contacts',
  'problems',
  'feedback',
  'insights',
  'metrics',
  'bets',
  'betProblems',
  'successPlans',
  'planAmendments',
  'specs',
  'stories',
  'openQuestions',
  'launches',
  'decisions',
  'forecasts',
  'comments',
  'mentions',
] as const satisfies (keyof Schema)[]

const keyed: { [Table in keyof Schema]?: KeyedKind } = {
  feedback: 'feedback',
  problems: 'problem',
  metrics: 'metric',
  bets: 'bet',
  specs: 'spec',
  stories: 'story',
  launches: 'launch',
  decisions: 'decision',
}

/** Writes the rows of a story into an empty workspace: records, the counters of their keys, and the journal. */
export async function writeStory(scope: Scope, story: Written & { journal: Happening[] }) {
  for (const table of order) await insertRows(scope, table, (story[table] ?? []) as Row<typeof table>[])
  await setCounters(scope, story)
  await insertRows(scope, 'activities', story.journal.map(asActivity))
}

const asActivity = (happening: Happening): Row<'activities'> => ({ ...happening, undoes: null, importId: null, requestId: null })

async function setCounters({ db, workspaceId }: Scope, story: Written) {
  for (const [table, kind] of Object.entries(keyed) as [keyof typeof keyed, KeyedKind][]) {
    const rows = (story[table] ?? []) as { key: string }[]
    const last = Math.max(0, ...rows.map(({ key }) => parseKey(key)!.number))
    await sql`insert into counters (workspace_id, kind, last) values (${workspaceId}, ${kind}, ${last}) on conflict (workspace_id, kind) do update set last = greatest(counters.last, ${last})`.execute(
      db,
    )
  }
}

/** Whoever explores takes over from Rosa: what she owns and has not finished is theirs, so that Today has something to say. */
export function takeOver(story: DemoStory, memberId: string): DemoStory {
  const from = story.people.rosa
  const owned = <R extends { ownerId?: string | null }>(rows: R[]) =>
    rows.map((row) => (row.ownerId === from ? { ...row, ownerId: memberId } : row))
  return {
    ...story,
    problems: owned(story.problems),
    bets: owned(story.bets),
    specs: owned(story.specs),
    launches: owned(story.launches),
    decisions: owned(story.decisions),
    metrics: owned(story.metrics),
  }
}
