import { type Kysely, sql } from 'kysely'
import { protect } from './protect.ts'
import { keyColumn, recordColumns } from './record-columns.ts'

export async function up(db: Kysely<unknown>) {
  await sql`create table metrics (${recordColumns}, ${keyColumn},
    name text not null, description text not null default '', definition jsonb not null, direction text not null, unit text not null, north_star boolean not null default false,
    check (direction in ('up', 'down')))`.execute(db)
  await sql`create table bets (${recordColumns}, ${keyColumn},
    title text not null, doing text not null default '', for_whom text not null default '', will_change text not null default '', because text not null default '',
    metric_id uuid, reach jsonb, impact jsonb, confidence jsonb, effort jsonb, horizon text not null default 'later', quarter text, position double precision not null default 0,
    state text not null default 'idea', state_reason text, assumptions jsonb not null default '[]', mind_changer text not null default '', learned text not null default '', launched_at timestamptz,
    check (horizon in ('now', 'next', 'later')), check (state in ('idea', 'considering', 'committed', 'building', 'launched', 'learned', 'dropped')),
    foreign key (workspace_id, metric_id) references metrics)`.execute(db)
  await sql`create table bet_problems (
    workspace_id uuid not null, bet_id uuid not null, problem_id uuid not null, created_at timestamptz not null, primary key (workspace_id, bet_id, problem_id),
    foreign key (workspace_id, bet_id) references bets on delete cascade, foreign key (workspace_id, problem_id) references problems)`.execute(
    db,
  )
  await sql`create index bet_problems_by_problem on bet_problems (workspace_id, problem_id)`.execute(db)
  await sql`create table success_plans (${recordColumns},
    bet_id uuid not null, metric_id uuid not null, smallest_effect double precision not null, effect_kind text not null default 'absolute', design jsonb not null, guardrails jsonb not null default '[]',
    alpha double precision not null default 0.05, power double precision not null default 0.8, planned_people int, check_date date not null, started_on date,
    locked_at timestamptz, locked_by uuid, canonical text, hash text, unique (workspace_id, bet_id),
    foreign key (workspace_id, bet_id) references bets on delete cascade, foreign key (workspace_id, metric_id) references metrics)`.execute(
    db,
  )
  await sql`create table plan_amendments (
    workspace_id uuid not null, id uuid not null, plan_id uuid not null, reason text not null, old_canonical text not null, old_hash text not null, new_canonical text not null, new_hash text not null,
    amended_by uuid, amended_at timestamptz not null, primary key (workspace_id, id), foreign key (workspace_id, plan_id) references success_plans on delete cascade)`.execute(
    db,
  )
  await sql`create table verdicts (${recordColumns}, ${keyColumn},
    bet_id uuid not null, plan_hash text, state text not null, sentence text not null, result jsonb not null, read_through timestamptz not null, final boolean not null default false,
    check (state in ('worked', 'did-not-work', 'harmed', 'inconclusive', 'not-enough-data', 'not-measured')),
    foreign key (workspace_id, bet_id) references bets on delete cascade)`.execute(db)
  await sql`create index verdicts_by_bet on verdicts (workspace_id, bet_id, created_at desc)`.execute(db)
  await protect(db, ['metrics', 'bets', 'bet_problems', 'success_plans', 'plan_amendments', 'verdicts'])
}
