import { type Kysely, sql } from 'kysely'
import { protect } from './protect.ts'
import { keyColumn, recordColumns } from './record-columns.ts'

export async function up(db: Kysely<unknown>) {
  await customers(db)
  await feedback(db)
  await problems(db)
  await protect(db, ['accounts', 'contacts', 'feedback', 'insights', 'problems', 'suggestion_answers'])
}

async function customers(db: Kysely<unknown>) {
  await sql`create table accounts (${recordColumns},
    name text not null, domain text, plan text, segment text, size int, revenue numeric(14,2), customer_since date, churned_at date,
    traits jsonb not null default '{}', source_id text)`.execute(db)
  await sql`create unique index accounts_by_source on accounts (workspace_id, source_id) where source_id is not null`.execute(db)
  await sql`create index accounts_by_name on accounts (workspace_id, lower(name))`.execute(db)
  await sql`create table contacts (${recordColumns},
    account_id uuid, name text not null, email citext, title text, distinct_id text, traits jsonb not null default '{}', source_id text,
    foreign key (workspace_id, account_id) references accounts)`.execute(db)
  await sql`create unique index contacts_by_source on contacts (workspace_id, source_id) where source_id is not null`.execute(db)
  await sql`create index contacts_by_account on contacts (workspace_id, account_id)`.execute(db)
  await sql`create index contacts_by_email on contacts (workspace_id, email)`.execute(db)
}

async function feedback(db: Kysely<unknown>) {
  await sql`create table feedback (${recordColumns}, ${keyColumn},
    text text not null, context text, channel text not null, contact_id uuid, account_id uuid, said_at timestamptz not null, undated boolean not null default false,
    source_system text, source_id text, source_row text, source_url text, language text, traits jsonb not null default '{}',
    state text not null default 'new', processed_at timestamptz, processed_by uuid, redacted_at timestamptz,
    search tsvector generated always as (to_tsvector('simple', text)) stored,
    check (state in ('new', 'processed', 'spam')),
    foreign key (workspace_id, contact_id) references contacts, foreign key (workspace_id, account_id) references accounts)`.execute(db)
  await sql`create index feedback_inbox on feedback (workspace_id, state, said_at desc, id desc) where archived_at is null`.execute(db)
  await sql`create index feedback_newest on feedback (workspace_id, said_at desc, id desc) where archived_at is null`.execute(db)
  await sql`create unique index feedback_by_source on feedback (workspace_id, source_system, source_id) where source_id is not null`.execute(
    db,
  )
  await sql`create index feedback_by_account on feedback (workspace_id, account_id, said_at desc)`.execute(db)
  await sql`create index feedback_by_contact on feedback (workspace_id, contact_id, said_at desc)`.execute(db)
  await sql`create index feedback_by_import on feedback (workspace_id, import_id) where import_id is not null`.execute(db)
  await sql`create index feedback_search on feedback using gin (search)`.execute(db)
  await sql`create index feedback_trigrams on feedback using gin (text gin_trgm_ops)`.execute(db)
  await trustTextSearch(db)
}

/**
 * Under row-level security Postgres uses an index only with operators that it trusts not to tell of rows that are not to be seen. Only a
 * superuser may say so of this one; where the owner is none, searching for rare words stays slower.
 */
async function trustTextSearch(db: Kysely<unknown>) {
  await sql`do $$ begin alter function ts_match_vq(tsvector, tsquery) leakproof; exception when insufficient_privilege then null; end $$`.execute(
    db,
  )
}

async function problems(db: Kysely<unknown>) {
  await sql`create table problems (${recordColumns}, ${keyColumn},
    title text not null, who text not null default '', trying_to text not null default '', obstacle text not null default '', cost text not null default '',
    parent_id uuid, state text not null default 'emerging', state_reason text,
    search tsvector generated always as (to_tsvector('simple', title || ' ' || who || ' ' || trying_to || ' ' || obstacle || ' ' || cost)) stored,
    check (state in ('emerging', 'validated', 'addressed', 'solved', 'parked')),
    foreign key (workspace_id, parent_id) references problems)`.execute(db)
  await sql`create index problems_by_parent on problems (workspace_id, parent_id)`.execute(db)
  await sql`create index problems_search on problems using gin (search)`.execute(db)
  await sql`create table insights (${recordColumns},
    feedback_id uuid not null, problem_id uuid not null, from_offset int not null, to_offset int not null, passage text not null,
    stance text not null, hurt int, note text not null default '', check (stance in ('supports', 'contradicts')), check (hurt between 1 and 3),
    foreign key (workspace_id, feedback_id) references feedback, foreign key (workspace_id, problem_id) references problems)`.execute(db)
  await sql`create index insights_by_feedback on insights (workspace_id, feedback_id)`.execute(db)
  await sql`create index insights_by_problem on insights (workspace_id, problem_id)`.execute(db)
  await sql`create table suggestion_answers (
    workspace_id uuid not null references workspaces on delete cascade, feedback_id uuid not null, problem_id uuid not null, position int not null, accepted boolean not null,
    member_id uuid not null, at timestamptz not null)`.execute(db)
}
