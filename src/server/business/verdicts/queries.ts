import { isOut } from '#domain/business/bet-states.ts'
import { dayOf } from '#domain/dates.ts'
import { Conflict } from '#domain/problems.ts'
import { inWorkspace } from '../../enter.ts'
import { addRecord, findRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import type { Services } from '../../services.ts'
import { inWorkspaceAlone } from '../../workspace-transaction.ts'
import { redefinedFrom } from '../metrics/promises.ts'
import { amendmentsOf, planOf } from '../plans/queries.ts'
import { waitingPlans } from '../plans/waiting.ts'
import { type Computed, computeVerdict, type VerdictResult } from './compute.ts'

const columns = [
  'verdicts.id',
  'verdicts.key',
  'verdicts.state',
  'verdicts.sentence',
  'verdicts.final',
  'verdicts.readThrough',
  'verdicts.createdAt',
  'verdicts.planHash',
] as const

/** Verdicts, the newest first, with their bets. */
export function listVerdicts({ db, workspaceId }: Scope) {
  return db
    .selectFrom('verdicts')
    .innerJoin('bets', (join) => join.onRef('bets.workspaceId', '=', 'verdicts.workspaceId').onRef('bets.id', '=', 'verdicts.betId'))
    .where('verdicts.workspaceId', '=', workspaceId)
    .where('verdicts.archivedAt', 'is', null)
    .where('bets.archivedAt', 'is', null)
    .select([...columns, 'bets.key as betKey', 'bets.title as betTitle'])
    .orderBy('verdicts.createdAt', 'desc')
    .limit(500)
    .execute()
}

export async function findVerdict(scope: Scope, idOrKey: string) {
  const verdict = await findRecord(scope, 'verdict', idOrKey)
  const bet = await findRecord(scope, 'bet', verdict.betId)
  const plan = await planOf(scope, bet.id)
  const result = verdict.result as VerdictResult
  return {
    ...verdict,
    result,
    redefined: await redefinedAfter(scope, result),
    bet: { id: bet.id, key: bet.key, title: bet.title },
    amendments: plan ? await amendmentsOf(scope, plan.id) : [],
  }
}

/** A recorded verdict stays as it is: where a metric is defined another way since, this says with which it was computed. */
async function redefinedAfter(scope: Scope, { definitions = {} }: VerdictResult) {
  const redefined = await redefinedFrom(scope, definitions)
  return redefined.map(({ name, words }) => `This verdict was computed with the earlier definition of “${name}”, and keeps it. ${words}`)
}

/** The latest verdict that was recorded, and what the rule says of the data as they are now. */
export async function verdictOf(scope: Scope, betIdOrKey: string) {
  const bet = await findRecord(scope, 'bet', betIdOrKey)
  const latest = await latestOf(scope, bet.id)
  const stored = latest ? await findVerdict(scope, latest.id) : null
  const live = isOut(bet) && !stored?.final ? await computeVerdict(scope, bet, await planOf(scope, bet.id)) : null
  return { verdict: stored, live: live && stored && isSame(stored, live) ? null : live }
}

const told = ['state', 'sentence', 'planHash', 'final'] as const
type Told = Pick<Computed, (typeof told)[number]>
const isSame = (stored: Told, live: Told) => told.every((field) => stored[field] === live[field])

function latestOf({ db, workspaceId }: Scope, betId: string) {
  return db
    .selectFrom('verdicts')
    .select(['id', 'key', ...told])
    .where('workspaceId', '=', workspaceId)
    .where('betId', '=', betId)
    .where('archivedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Computes the verdict of now and records it, where it says something new. */
export async function recordVerdict(scope: Scope, betIdOrKey: string) {
  const bet = await findRecord(scope, 'bet', betIdOrKey)
  if (!isOut(bet)) throw new Conflict('There is nothing to judge before the launch.')
  const { result, ...computed } = await computeVerdict(scope, bet, await planOf(scope, bet.id))
  const latest = await latestOf(scope, bet.id)
  if (latest && isSame(latest, computed))
    throw new Conflict(`${latest.key} says the same already: nothing has changed since it was recorded.`)
  const verdict = await addRecord(scope, 'verdict', { ...computed, result, betId: bet.id })
  return { ...verdict, result }
}

/** Records the verdict of every plan whose check date has come; run by a job. */
export async function checkVerdicts(services: Services) {
  const workspaces = await services.db.selectFrom('workspaces').select('id').execute()
  for (const { id } of workspaces) await checkWorkspace(services, id)
}

async function checkWorkspace(services: Services, workspaceId: string) {
  for (const { betId, memberId } of await duePlans(services, workspaceId)) {
    await inWorkspace(services, { workspaceId, memberId, origin: 'system' }, (scope) => recordVerdict(scope, betId)).catch((error) =>
      services.log.error({ err: error, betId }, 'a verdict could not be computed'),
    )
  }
}

/** Plans past their check date without a final verdict, with an owner of the workspace in whose name the system acts. */
async function duePlans(services: Services, workspaceId: string) {
  return inWorkspaceAlone(services, workspaceId, async (db) => {
    const owner = await db
      .selectFrom('members')
      .where('workspaceId', '=', workspaceId)
      .where('role', '=', 'owner')
      .where('removedAt', 'is', null)
      .select('id')
      .executeTakeFirst()
    if (!owner) return []
    const due = waitingPlans({ db, workspaceId }).where('checkDate', '<=', dayOf(services.now()))
    return (await due.select('betId').execute()).map(({ betId }) => ({ betId, memberId: owner.id }))
  })
}
