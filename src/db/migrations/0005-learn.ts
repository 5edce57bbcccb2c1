import { type Kysely, type RawBuilder, sql } from 'kysely'
import { protect } from './protect.ts'

/** Learning is kept as facts: what somebody opened, answered, completed. Only the latest visit and reflections are ever changed, and percentages are computed on read. */
export async function up(db: Kysely<unknown>) {
  const learner = sql`workspace_id uuid not null references workspaces on delete cascade, member_id uuid not null`
  await sql`create table enrolments (${learner}, course_id text not null, enrolled_at timestamptz not null, primary key (workspace_id, member_id, course_id))`.execute(
    db,
  )
  await sql`create table lesson_visits (${learner}, course_id text not null, lesson_id text not null, anchor text, at timestamptz not null, opened_at timestamptz not null,
    awaits_check boolean not null default false,
    primary key (workspace_id, member_id, course_id, lesson_id))`.execute(db)
  await sql`create index lesson_visits_latest on lesson_visits (workspace_id, member_id, course_id, at desc)`.execute(db)
  await sql`create index lesson_visits_awaiting on lesson_visits (workspace_id) where awaits_check`.execute(db)
  await sql`create table lesson_completions (${learner}, course_id text not null, lesson_id text not null, course_version int not null, rule text not null, evidence jsonb not null default '{}',
    at timestamptz not null, primary key (workspace_id, member_id, course_id, lesson_id, rule))`.execute(db)
  await sql`create table quiz_attempts (${learner}, lesson_id text not null, answers jsonb not null, score int not null, at timestamptz not null)`.execute(
    db,
  )
  await sql`create index quiz_attempts_by_lesson on quiz_attempts (workspace_id, member_id, lesson_id, at)`.execute(db)
  await sql`create table recall_answers (${learner}, course_id text not null, module_id text not null, lesson_id text not null, question_id text not null, answer jsonb not null, is_right boolean not null,
    at timestamptz not null, primary key (workspace_id, member_id, course_id, module_id, lesson_id, question_id))`.execute(db)
  await sql`create table practice_results (${learner}, lesson_id text not null, checked_workspace_id uuid not null, passed boolean not null, result jsonb not null, reflection text not null default '', at timestamptz not null)`.execute(
    db,
  )
  await sql`create index practice_results_by_lesson on practice_results (workspace_id, member_id, lesson_id, at desc)`.execute(db)
  await sql`create table sandboxes (${learner}, sandbox_id uuid not null unique, made_at timestamptz not null, primary key (workspace_id, member_id))`.execute(
    db,
  )
  await sql`create table course_assignments (${learner}, course_id text not null, assigned_by uuid not null, assigned_at timestamptz not null, due_on date,
    primary key (workspace_id, course_id, member_id))`.execute(db)
  await sql`create index course_assignments_by_member on course_assignments (workspace_id, member_id)`.execute(db)
  await reviewTables(db, learner)
  await statementTables(db, learner)
  await sql`create table badge_keys (kid text primary key, public_key jsonb not null, private_key jsonb not null, made_at timestamptz not null)`.execute(
    db,
  )
  await protect(db, [
    'enrolments',
    'lesson_visits',
    'lesson_completions',
    'quiz_attempts',
    'recall_answers',
    'practice_results',
    'sandboxes',
    'course_assignments',
    'hand_ins',
    'lesson_reviews',
    'statement_deliveries',
    'statement_marks',
  ])
}

/** What learners hand in for a person to read, and what that person says. */
async function reviewTables(db: Kysely<unknown>, learner: RawBuilder<unknown>) {
  await sql`create table hand_ins (${learner}, id uuid not null, course_id text not null, lesson_id text not null, text text not null, record_key text, ticked jsonb not null,
    asked_id uuid, alone boolean not null, handed_in_at timestamptz not null, replaced_at timestamptz, primary key (workspace_id, id))`.execute(
    db,
  )
  await sql`create index hand_ins_by_lesson on hand_ins (workspace_id, member_id, lesson_id, handed_in_at)`.execute(db)
  await sql`create index hand_ins_waiting on hand_ins (workspace_id, asked_id) where replaced_at is null and not alone`.execute(db)
  await sql`create unique index hand_ins_newest on hand_ins (workspace_id, member_id, lesson_id) where replaced_at is null`.execute(db)
  await sql`create table lesson_reviews (workspace_id uuid not null references workspaces on delete cascade, reviewer_id uuid not null, hand_in_id uuid not null, passed boolean not null, answers jsonb not null, works text not null, missing text not null, question text not null,
    next_step text not null, at timestamptz not null, primary key (workspace_id, hand_in_id), foreign key (workspace_id, hand_in_id) references hand_ins on delete cascade)`.execute(
    db,
  )
}

/** What a learning record store is told, and how far each learner's facts have been put down for it. */
async function statementTables(db: Kysely<unknown>, learner: RawBuilder<unknown>) {
  await sql`create table statement_deliveries (${learner}, id uuid not null, place int not null, statement jsonb, tries int not null default 0, next_try_at timestamptz, sent_at timestamptz,
    refused_at timestamptz, problem text, primary key (workspace_id, id))`.execute(db)
  await sql`create index statement_deliveries_waiting on statement_deliveries (workspace_id, next_try_at) where sent_at is null and refused_at is null`.execute(
    db,
  )
  await sql`create table statement_marks (${learner}, fact_count int not null, primary key (workspace_id, member_id))`.execute(db)
}
