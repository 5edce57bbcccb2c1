/**
 * Tables of the embedded warehouse. `person` is the fingerprint of a distinct id; where two people turned out to be one, `merged` leads from the
 * one that went to the one that stayed, always in a single step. There are no indexes: they would slow the appender, and every lookup by id is
 * one scan of a narrow column.
 */
export const tables = ['events', 'merged', 'people', 'groups', 'rejections', 'rejection_counts'] as const

export const schema = `
create sequence if not exists workspace_keys;
create table if not exists workspaces (workspace integer not null default nextval('workspace_keys'), id varchar not null);
create table if not exists events (
  workspace integer not null, id bigint not null, event varchar not null, distinct_id varchar not null, person bigint not null,
  happened_at timestamp not null, received_at timestamp not null, properties varchar not null, import_id varchar
);
create table if not exists merged (workspace integer not null, person bigint not null, distinct_id varchar not null, into_person bigint not null);
create table if not exists people (
  workspace integer not null, person bigint not null, distinct_id varchar not null, known boolean not null, properties varchar not null
);
create table if not exists groups (workspace integer not null, type varchar not null, key varchar not null, properties varchar not null);
create table if not exists rejections (workspace integer not null, happened_at timestamp not null, reason varchar not null, sample varchar not null);
create table if not exists rejection_counts (workspace integer not null, reason varchar not null, count bigint not null, last_at timestamp not null);
`
