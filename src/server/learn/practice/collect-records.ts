import type { RecordsByEntity, WhoAndWhen } from '#domain/learn/practice.ts'
import type { PracticeCheck } from '#domain/learn/practice-check.ts'
import type { PracticeEntity } from '#domain/learn/practice-fields.ts'
import { entityOf } from '#domain/learn/practice-kinds.ts'
import type { PracticeRecord } from '#domain/learn/practice-rules.ts'
import type { Scope } from '../../scope.ts'
import { collectBets, collectMetrics, collectPlans, collectVerdicts } from './business-records.ts'
import type { Asked } from './candidates.ts'
import { collectAccounts, collectContacts, collectFeedback, collectInsights, collectProblems } from './customer-records.ts'
import { collectDecisions, collectLaunches, collectSpecs, collectStories } from './team-records.ts'

const collectors: Record<PracticeEntity, (scope: Scope, asked: Asked) => Promise<PracticeRecord[]>> = {
  feedback: collectFeedback,
  account: collectAccounts,
  contact: collectContacts,
  insight: collectInsights,
  problem: collectProblems,
  metric: collectMetrics,
  bet: collectBets,
  'success-plan': collectPlans,
  spec: collectSpecs,
  story: collectStories,
  launch: collectLaunches,
  decision: collectDecisions,
  verdict: collectVerdicts,
}

/** The records a check asks about, with every field of `practiceFields`; only what this learner may count. */
export async function collectRecords(scope: Scope, check: PracticeCheck, who: WhoAndWhen): Promise<RecordsByEntity> {
  const records: RecordsByEntity = {}
  for (const entity of new Set(check.criteria.map(entityOf))) {
    const collected = await collectors[entity](scope, { scope: check.scope, who })
    const comments = await countComments(scope, collected)
    records[entity] = collected.map((record) => ({ ...record, 'comments.count': comments(record.id) }))
  }
  return records
}

async function countComments({ db, workspaceId }: Scope, records: readonly PracticeRecord[]) {
  if (!records.length) return () => 0
  const rows = await db
    .selectFrom('comments')
    .select(['aboutId', ({ fn }) => fn.countAll<string>().as('count')])
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where(
      'aboutId',
      'in',
      records.map(({ id }) => id),
    )
    .groupBy('aboutId')
    .execute()
  const counts = new Map(rows.map(({ aboutId, count }) => [aboutId, Number(count)]))
  return (id: string) => counts.get(id) ?? 0
}
