import { type Kysely, sql } from 'kysely'
import { protect } from './protect.ts'
import { recordColumns } from './record-columns.ts'

/** What belongs to the installation, to a workspace as a whole, and the journal. */
export async function up(db: Kysely<unknown>) {
  await sql`create extension if not exists pg_trgm`.execute(db)
  await sql`create extension if not exists unaccent`.execute(db)
  await sql`create extension if not exists citext`.execute(db)

  await signInTables(db)
  await workspaceTables(db)
  await journalTables(db)
  await importTables(db)
  await viewTables(db)
  await doors(db)
  await protect(db, [
    'members',
    'invitations',
    'api_keys',
    'capture_keys',
    'counters',
    'activities',
    'comments',
    'mentions',
    'saved_views',
    'idempotency_keys',
    'imports',
    'import_rejections',
  ])
}

async function signInTables(db: Kysely<unknown>) {
  await sql`create table users (
    id text primary key, name text not null, email text not null unique, email_verified boolean not null default false, image text,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now())`.execute(db)
  await sql`create table sessions (
    id text primary key, expires_at timestamptz not null, token text not null unique, ip_address text, user_agent text,
    user_id text not null references users on delete cascade,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now())`.execute(db)
  await sql`create index sessions_by_user on sessions (user_id)`.execute(db)
  await sql`create table credentials (
    id text primary key, account_id text not null, provider_id text not null, user_id text not null references users on delete cascade,
    access_token text, refresh_token text, id_token text, access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
    scope text, password text, created_at timestamptz not null default now(), updated_at timestamptz not null default now())`.execute(db)
  await sql`create index credentials_by_user on credentials (user_id)`.execute(db)
  await sql`create table verifications (
    id text primary key, identifier text not null, value text not null, expires_at timestamptz not null,
    created_at timestamptz not null default now(), updated_at timestamptz not null default now())`.execute(db)
  await sql`create index verifications_by_identifier on verifications (identifier)`.execute(db)
}

async function workspaceTables(db: Kysely<unknown>) {
  await sql`create table workspaces (
    id uuid primary key, name text not null, slug text not null unique, kind text not null default 'real', currency text not null default 'EUR',
    sandbox_of uuid, created_at timestamptz not null default now(),
    check (kind in ('real', 'demo', 'sandbox')))`.execute(db)
  await sql`create table members (
    workspace_id uuid not null references workspaces on delete cascade, id uuid not null, user_id text references users on delete set null,
    name text not null, email text, role text not null, created_at timestamptz not null default now(), removed_at timestamptz,
    primary key (workspace_id, id), unique (workspace_id, user_id),
    check (role in ('viewer', 'contributor', 'maker', 'admin', 'owner')))`.execute(db)
  await sql`create index members_by_user on members (user_id)`.execute(db)
  await sql`create table invitations (
    workspace_id uuid not null references workspaces on delete cascade, id uuid not null, token_hash text not null unique, role text not null,
    note text not null default '', created_by uuid not null, created_at timestamptz not null, expires_at timestamptz not null, accepted_at timestamptz, accepted_by uuid,
    revoked_at timestamptz, primary key (workspace_id, id))`.execute(db)
  await sql`create table api_keys (
    workspace_id uuid not null references workspaces on delete cascade, id uuid not null, member_id uuid not null, name text not null, prefix text not null, hash text not null unique,
    created_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz, primary key (workspace_id, id),
    foreign key (workspace_id, member_id) references members)`.execute(db)
  await sql`create table capture_keys (
    workspace_id uuid not null references workspaces on delete cascade, id uuid not null, name text not null, key text not null unique,
    created_by uuid not null, created_at timestamptz not null, revoked_at timestamptz, primary key (workspace_id, id))`.execute(db)
  await sql`create table counters (
    workspace_id uuid not null references workspaces on delete cascade, kind text not null, last bigint not null default 0, primary key (workspace_id, kind))`.execute(
    db,
  )
}

async function journalTables(db: Kysely<unknown>) {
  await sql`create table activities (
    workspace_id uuid not null references workspaces on delete cascade, id bigint generated always as identity,
    transaction_id xid8 not null default pg_current_xact_id(), at timestamptz not null, member_id uuid, origin text not null,
    what text not null, about_kind text not null, about_id uuid not null, about_key text, about_title text not null default '', changes jsonb not null default '{}', why text,
    undoes bigint, import_id uuid, request_id text, primary key (workspace_id, id))`.execute(db)
  await sql`create index activities_by_record on activities (workspace_id, about_id, id desc)`.execute(db)
  await sql`create index activities_in_order on activities (workspace_id, transaction_id, id)`.execute(db)
  await sql`create index activities_by_time on activities (workspace_id, at desc)`.execute(db)
  await sql`create table comments (
    workspace_id uuid not null references workspaces on delete cascade, id uuid not null, about_kind text not null, about_id uuid not null, about_key text, text text not null,
    created_by uuid not null, created_at timestamptz not null, updated_at timestamptz not null, version int not null default 1, archived_at timestamptz, primary key (workspace_id, id))`.execute(
    db,
  )
  await sql`create index comments_by_record on comments (workspace_id, about_id, created_at)`.execute(db)
  await sql`create table mentions (
    workspace_id uuid not null, comment_id uuid not null, member_id uuid not null, created_at timestamptz not null, seen_at timestamptz,
    primary key (workspace_id, comment_id, member_id), foreign key (workspace_id, comment_id) references comments on delete cascade)`.execute(
    db,
  )
  await sql`create index mentions_unseen on mentions (workspace_id, member_id) where seen_at is null`.execute(db)
  await sql`create table idempotency_keys (
    workspace_id uuid not null references workspaces on delete cascade, member_id uuid not null, key text not null, request_hash text not null, status int, answer jsonb, created_at timestamptz not null,
    primary key (workspace_id, member_id, key))`.execute(db)
}

async function importTables(db: Kysely<unknown>) {
  await sql`create table imports (
    workspace_id uuid not null references workspaces on delete cascade, id uuid not null, kind text not null, file_name text not null, state text not null default 'preview',
    layout jsonb not null default '{}', mapping jsonb not null default '{}', total int not null default 0, done int not null default 0, imported int not null default 0, rejected int not null default 0,
    already_there int not null default 0, undated int not null default 0, silent int not null default 0, problem text, created_by uuid not null, created_at timestamptz not null, started_at timestamptz, finished_at timestamptz,
    undone_at timestamptz, undone_by uuid, undone jsonb, run_started_at timestamptz, done_before int not null default 0, primary key (workspace_id, id))`.execute(
    db,
  )
  await sql`create table import_rejections (
    workspace_id uuid not null, import_id uuid not null, line int not null, reason text not null, cells jsonb not null,
    foreign key (workspace_id, import_id) references imports on delete cascade)`.execute(db)
  await sql`create index import_rejections_by_import on import_rejections (workspace_id, import_id, line)`.execute(db)
}

async function viewTables(db: Kysely<unknown>) {
  await sql`create table saved_views (${recordColumns},
    list text not null, name text not null, state jsonb not null default '{}', shared boolean not null default false)`.execute(db)
  await sql`create unique index saved_views_by_name on saved_views (workspace_id, owner_id, list, lower(name)) where archived_at is null`.execute(
    db,
  )
}

/** The few questions that must be asked before a workspace is known. Each answers only for a secret or an id that the asker already holds. */
async function doors(db: Kysely<unknown>) {
  await sql`create function member_by_api_key(key_hash text) returns table (workspace_id uuid, member_id uuid, api_key_id uuid)
    language sql stable security definer set search_path = public as $$
    select k.workspace_id, k.member_id, k.id from api_keys k join members m on m.workspace_id = k.workspace_id and m.id = k.member_id
    where k.hash = key_hash and k.revoked_at is null and m.removed_at is null $$`.execute(db)
  await sql`create function enter_by_api_key(key_hash text)
    returns table (workspace_id uuid, api_key_id uuid, member_id uuid, member_name text, role text, workspace_name text, slug text, kind text, currency text)
    language plpgsql volatile security definer set search_path = public as $$ begin
    return query select k.workspace_id, k.id, m.id, m.name, m.role, w.name, w.slug, w.kind, w.currency
      from api_keys k join members m on m.workspace_id = k.workspace_id and m.id = k.member_id join workspaces w on w.id = k.workspace_id
      where k.hash = key_hash and k.revoked_at is null and m.removed_at is null and set_config('tricorn.workspace', k.workspace_id::text, true) <> ''; end $$`.execute(
    db,
  )
  await sql`create function memberships_of(asked_user text) returns table (workspace_id uuid, member_id uuid, role text, slug text, name text, kind text)
    language sql stable security definer set search_path = public as $$
    select m.workspace_id, m.id, m.role, w.slug, w.name, w.kind from members m join workspaces w on w.id = m.workspace_id
    where m.user_id = asked_user and m.removed_at is null order by w.created_at $$`.execute(db)
  await sql`create function enter_workspace(asked_workspace uuid, asked_member uuid)
    returns table (member_id uuid, member_name text, role text, workspace_name text, slug text, kind text, currency text)
    language plpgsql volatile security definer set search_path = public as $$ begin
    perform set_config('tricorn.workspace', asked_workspace::text, true);
    return query select m.id, m.name, m.role, w.name, w.slug, w.kind, w.currency from members m join workspaces w on w.id = m.workspace_id
      where m.workspace_id = asked_workspace and m.id = asked_member and m.removed_at is null; end $$`.execute(db)
  await sql`create function workspace_by_capture_key(asked_key text) returns uuid
    language sql stable security definer set search_path = public as $$
    select k.workspace_id from capture_keys k where k.key = asked_key and k.revoked_at is null $$`.execute(db)
  await sql`create function workspace_by_invitation(asked_hash text) returns uuid
    language sql stable security definer set search_path = public as $$
    select i.workspace_id from invitations i where i.token_hash = asked_hash $$`.execute(db)
}
