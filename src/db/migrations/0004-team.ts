import { type Kysely, sql } from 'kysely'
import { protect } from './protect.ts'
import { keyColumn, recordColumns } from './record-columns.ts'

export async function up(db: Kysely<unknown>) {
  await sql`create table specs (${recordColumns}, ${keyColumn},
    bet_id uuid, title text not null, what text not null default '', for_whom text not null default '', why text not null default '', out_of_scope text not null default '', body text not null default '',
    state text not null default 'draft', check (state in ('draft', 'in-review', 'ready')),
    foreign key (workspace_id, bet_id) references bets)`.execute(db)
  await sql`create index specs_by_bet on specs (workspace_id, bet_id)`.execute(db)
  await sql`create table stories (${recordColumns}, ${keyColumn},
    spec_id uuid not null, as_a text not null, i_want text not null, so_that text not null default '', criteria jsonb not null default '[]', position double precision not null default 0,
    foreign key (workspace_id, spec_id) references specs on delete cascade)`.execute(db)
  await sql`create index stories_by_spec on stories (workspace_id, spec_id, position)`.execute(db)
  await sql`create table open_questions (
    workspace_id uuid not null, id uuid not null, spec_id uuid not null, question text not null, asked_by uuid not null, asked_at timestamptz not null,
    answer text, answered_by uuid, answered_at timestamptz, primary key (workspace_id, id), foreign key (workspace_id, spec_id) references specs on delete cascade)`.execute(
    db,
  )
  await sql`create table launches (${recordColumns}, ${keyColumn},
    bet_id uuid, spec_id uuid, title text not null, audience text not null default '', key_message text not null default '', insight_id uuid, sales_notes text not null default '', support_notes text not null default '',
    stages jsonb not null default '[]', checklist jsonb not null default '[]', launch_on date, state text not null default 'planned', spec_version int,
    check (state in ('planned', 'rolling-out', 'launched', 'called-off')),
    foreign key (workspace_id, bet_id) references bets, foreign key (workspace_id, spec_id) references specs, foreign key (workspace_id, insight_id) references insights)`.execute(
    db,
  )
  await sql`create index launches_by_bet on launches (workspace_id, bet_id)`.execute(db)
  await sql`create table decisions (${recordColumns}, ${keyColumn},
    question text not null, context text not null default '', options jsonb not null default '[]', known text not null default '', unknown text not null default '', reversible boolean not null default true,
    decide_by date, heard jsonb not null default '[]', bet_id uuid, state text not null default 'open', chosen_option text, reason text not null default '', decided_at timestamptz, decided_by uuid,
    check (state in ('open', 'decided')), foreign key (workspace_id, bet_id) references bets)`.execute(db)
  await sql`create table forecasts (${recordColumns},
    decision_id uuid not null, member_id uuid not null, statement text not null, probability double precision not null, resolve_on date not null, outcome boolean, resolved_at timestamptz, resolved_by uuid,
    resolution text not null default '', check (probability between 0.01 and 0.99), foreign key (workspace_id, decision_id) references decisions on delete cascade)`.execute(
    db,
  )
  await sql`create index forecasts_by_decision on forecasts (workspace_id, decision_id)`.execute(db)
  await protect(db, ['specs', 'stories', 'open_questions', 'launches', 'decisions', 'forecasts'])
}
