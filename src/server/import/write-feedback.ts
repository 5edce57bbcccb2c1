import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { noonOf } from '#domain/dates.ts'
import type { FeedbackDraft } from '#domain/import/check-feedback.ts'
import { keyOf } from '#domain/keys.ts'
import { takeNumbers } from '../records/records.ts'
import type { Scope } from '../scope.ts'
import type { Import } from './imports.ts'
import { noteAdded } from './note-added.ts'
import { findOrAddPeople } from './people.ts'

/** Answers how many were stored, and how many of them without a date; what somebody else stored under the same source id in the meantime is not among them. */
export async function writeFeedback(scope: Scope, row: Import, drafts: FeedbackDraft[]) {
  const personOf = await findOrAddPeople(scope, row, drafts)
  const first = await takeNumbers(scope, 'feedback', drafts.length)
  const records = drafts.map((draft, i) => ({
    ...columnsOf(draft, row),
    ...personOf(draft),
    id: uuidv7(),
    key: keyOf('feedback', first + i),
  }))
  const stored = await insert(scope, row, records)
  const added = records.filter((record) => stored.has(record.id))
  await noteAdded(scope, { kind: 'feedback', importId: row.id }, added)
  const undated = drafts.filter(({ saidAt }, i) => saidAt === null && stored.has(records[i]!.id)).length
  return { imported: added.length, undated }
}

function columnsOf(draft: FeedbackDraft, row: Import) {
  const { text, question, channel, saidAt, sourceId, sourceRow, sourceUrl, language, traits } = draft
  return {
    text,
    context: question,
    channel,
    said_at: saidAt ?? undatedMoment(row),
    undated: saidAt === null && row.mapping.undatedDay === null,
    source_id: sourceId,
    source_row: sourceRow,
    source_url: sourceUrl,
    language,
    traits,
  }
}

/** When feedback without a date was said: on the day that somebody named, else it came in now. */
const undatedMoment = ({ mapping, createdAt }: Import) => (mapping.undatedDay ? noonOf(mapping.undatedDay) : createdAt)

async function insert({ db, workspaceId, member, now }: Scope, row: Import, records: object[]) {
  const { rows } = await sql<{
    id: string
  }>`insert into feedback (workspace_id, id, key, owner_id, created_by, created_at, updated_at, import_id,
      text, context, channel, contact_id, account_id, said_at, undated, source_system, source_id, source_row, source_url, language, traits)
    select ${workspaceId}, r.id, r.key, null, ${member.id}, ${now()}::timestamptz, ${now()}::timestamptz, ${row.id},
      r.text, r.context, r.channel, r.contact_id, r.account_id, r.said_at, r.undated, ${row.mapping.sourceSystem}, r.source_id, r.source_row, r.source_url, r.language, r.traits
    from json_to_recordset(${JSON.stringify(records)}::json) as r(id uuid, key text, text text, context text, channel text, contact_id uuid, account_id uuid,
      said_at timestamptz, undated boolean, source_id text, source_row text, source_url text, language text, traits jsonb)
    on conflict (workspace_id, source_system, source_id) where source_id is not null do nothing returning id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}
