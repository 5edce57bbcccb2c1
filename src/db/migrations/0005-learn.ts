import { type Kysely, sql } from 'kysely'
import { protect } from './protect.ts'

/** Learning is kept as facts: what somebody opened, answered, completed. Only the latest visit and reflections are ever changed, and percentages are computed on read. */
export async function up(db: Kysely<unknown>) {
  const learner = sql`workspace_id uuid not null references workspaces on delete cascade, member_id uuid not null`
  await sql`create table enrolments (${learner}, course_id text not null, enrolled_at timestamptz not null, primary key (workspace_id, member_id, course_id))`.execute(
    db,
  )
  await sql`create table lesson_visits (${learner}, course_id text not null, lesson_id text not null, anchor text, at timestamptz not null,
    primary key (workspace_id, member_id, course_id, lesson_id))`.execute(db)
  await sql`create index lesson_visits_latest on lesson_visits (workspace_id, member_id, course_id, at desc)`.execute(db)
  await sql`create table lesson_completions (${learner}, course_id text not null, lesson_id text not null, course_version int not null, rule text not null, evidence jsonb not null default '{}',
    at timestamptz not null, primary key (workspace_id, member_id, course_id, lesson_id, rule))`.execute(db)
  await sql`create table quiz_attempts (${learner}, lesson_id text not null, answers jsonb not null, score int not null, at timestamptz not null)`.execute(
    db,
  )
  await sql`create index quiz_attempts_by_lesson on quiz_attempts (workspace_id, member_id, lesson_id, at)`.execute(db)
  await sql`create table practice_results (${learner}, lesson_id text not null, checked_workspace_id uuid not null, passed boolean not null, result jsonb not null, reflection text not null default '', at timestamptz not null)`.execute(
    db,
  )
  await sql`create index practice_results_by_lesson on practice_results (workspace_id, member_id, lesson_id, at desc)`.execute(db)
  await sql`create table sandboxes (${learner}, sandbox_id uuid not null unique, made_at timestamptz not null, primary key (workspace_id, member_id))`.execute(
    db,
  )
  await protect(db, ['enrolments', 'lesson_visits', 'lesson_completions', 'quiz_attempts', 'practice_results', 'sandboxes'])
}
