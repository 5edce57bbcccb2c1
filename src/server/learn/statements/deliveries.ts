import type { Scope } from '../../scope.ts'

/** How far the record store is told: counts, when last, and what went wrong in its own words. */
export async function showDeliveries({ db, workspaceId, services }: Scope) {
  const { sent, waiting, refused, lastSentAt } = await db
    .selectFrom('statementDeliveries')
    .where('workspaceId', '=', workspaceId)
    .select(({ fn, eb, and }) => [
      fn.countAll<string>().filterWhere('sentAt', 'is not', null).as('sent'),
      fn.countAll<string>().filterWhere('refusedAt', 'is not', null).as('refused'),
      fn
        .countAll<string>()
        .filterWhere(and([eb('sentAt', 'is', null), eb('refusedAt', 'is', null)]))
        .as('waiting'),
      fn.max('sentAt').as('lastSentAt'),
    ])
    .executeTakeFirstOrThrow()
  const problems = await db
    .selectFrom('statementDeliveries')
    .where('workspaceId', '=', workspaceId)
    .where('problem', 'is not', null)
    .select(({ fn }) => ['problem', fn.countAll<string>().as('count'), fn.max('tries').as('tries'), fn.min('nextTryAt').as('nextTryAt')])
    .groupBy('problem')
    .orderBy('count', 'desc')
    .limit(10)
    .execute()
  return {
    store: services.recordStore?.url.host ?? null,
    sent: Number(sent),
    waiting: Number(waiting),
    refused: Number(refused),
    lastSentAt,
    problems: problems.map(({ count, ...problem }) => ({ ...problem, count: Number(count) })),
  }
}

/** Everything that did not go through is due at once; what was refused, too. */
export async function retryDeliveries({ db, workspaceId, now }: Scope) {
  await db
    .updateTable('statementDeliveries')
    .set({ nextTryAt: now(), refusedAt: null })
    .where('workspaceId', '=', workspaceId)
    .where('sentAt', 'is', null)
    .execute()
}
