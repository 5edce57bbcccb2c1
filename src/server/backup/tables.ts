import type pg from 'pg'

export type Table = { name: string; columns: string[]; order: string }

const read = `
  select c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by a.attnum) as columns,
    coalesce((select string_agg(quote_ident(a.attname), ', ' order by k.place) from pg_index i
      cross join unnest(i.indkey) with ordinality as k(attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary), 'ctid') as "order"
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely\\_migration%'
  order by c.relname`

/** Every table of ours with the columns that can be written, and the order of its primary key. Postgres itself knows them best. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  return (await client.query<Table>(read)).rows
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
