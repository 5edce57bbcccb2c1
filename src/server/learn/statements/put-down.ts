import { sql } from 'kysely'
import { type Own, readLearners } from '../learner-records.ts'
import { sayAll } from './learner-statements.ts'

/** Puts down what has become worth saying since the last time. Returns how many learners had news. */
export async function putDownStatements(home: Own) {
  const news = await learnersWithNews(home)
  const learners = await readLearners(home, { memberIds: news.map(({ memberId }) => memberId) })
  for (const learner of learners) {
    const rows = sayAll(home, learner).map((statement, place) => ({
      workspaceId: home.workspaceId,
      memberId: learner.id,
      id: statement.id,
      place,
      statement: JSON.stringify(statement),
      nextTryAt: home.now(),
    }))
    if (rows.length)
      await home.db
        .insertInto('statementDeliveries')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
  for (const { memberId, factCount } of news) await mark(home, memberId, factCount)
  return news.length
}

/** Facts are only added, and their number is what is compared: a transaction that commits late is seen all the same. */
async function learnersWithNews({ db, workspaceId }: Own) {
  const { rows } = await sql<{ memberId: string; factCount: number }>`
    select member_id, count(*)::int as fact_count from (
      select member_id from enrolments where workspace_id = ${workspaceId}
      union all select member_id from lesson_completions where workspace_id = ${workspaceId}
      union all select member_id from quiz_attempts where workspace_id = ${workspaceId}) facts
    group by member_id
    having count(*) <> coalesce((select fact_count from statement_marks m where m.workspace_id = ${workspaceId} and m.member_id = facts.member_id), 0)
    order by member_id`.execute(db)
  return rows
}

function mark({ db, workspaceId }: Own, memberId: string, factCount: number) {
  return db
    .insertInto('statementMarks')
    .values({ workspaceId, memberId, factCount })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'memberId']).doUpdateSet({ factCount }))
    .execute()
}
