import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { type Amendment, canonicalPlan, checkCheckDate, checkLocked, checkOpen, type NewPlan } from '#domain/business/success-plan.ts'
import { dayOf } from '#domain/dates.ts'
import { Conflict, NotFound } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, editableRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'

export type Plan = RecordOf<'success-plan'>

export async function planOf({ db, workspaceId }: Scope, betId: string): Promise<Plan | undefined> {
  const row = await db
    .selectFrom('successPlans')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('betId', '=', betId)
    .executeTakeFirst()
  if (!row) return undefined
  const { workspaceId: _workspace, ...plan } = row
  return plan
}

export function amendmentsOf({ db, workspaceId }: Scope, planId: string) {
  return db
    .selectFrom('planAmendments')
    .leftJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'planAmendments.workspaceId').onRef('members.id', '=', 'planAmendments.amendedBy'),
    )
    .where('planAmendments.workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .select([
      'planAmendments.id',
      'reason',
      'oldCanonical',
      'oldHash',
      'newCanonical',
      'newHash',
      'amendedAt',
      'members.name as memberName',
    ])
    .orderBy('amendedAt')
    .execute()
}

/** Saves the plan of a bet that is not launched yet. */
export async function savePlan(scope: Scope, bet: Editable<RecordOf<'bet'>>, plan: z.output<typeof NewPlan>) {
  const existing = await planOf(scope, bet.id)
  checkOpen(existing)
  if (bet.state === 'launched' || bet.state === 'learned')
    throw new Conflict('This bet is launched. A plan written afterwards could be bent to what came out.')
  checkCheckDate(plan.checkDate, dayOf(scope.now()))
  const values = await stored(scope, plan)
  if (!existing)
    return addRecord(scope, 'success-plan', {
      ...values,
      betId: bet.id,
      startedOn: null,
      lockedAt: null,
      lockedBy: null,
      canonical: null,
      hash: null,
    })
  return changeRecord(scope, { kind: 'success-plan', record: await editableRecord(scope, 'success-plan', existing.id) }, values)
}

async function stored(scope: Scope, { metric, guardrails, ...plan }: z.output<typeof NewPlan>) {
  const metricId = (await findRecord(scope, 'metric', metric)).id
  const named = []
  for (const { metric: guarded, ...guardrail } of guardrails)
    named.push({ metricId: (await findRecord(scope, 'metric', guarded)).id, ...guardrail })
  return { ...plan, metricId, guardrails: named }
}

/** Launching locks the plan: from here on its text and hash are what the verdict is judged by. */
export async function lockPlan(scope: Scope, betId: string) {
  const plan = await planOf(scope, betId)
  if (!plan || plan.lockedAt) return plan
  const startedOn = dayOf(scope.now())
  const locked = { startedOn, lockedAt: scope.now(), lockedBy: scope.member.id, ...sealOf({ ...plan, startedOn }) }
  return changeRecord(scope, { kind: 'success-plan', record: plan as Editable<Plan> }, locked, { what: 'success-plan.locked' })
}

/** The canonical text and its SHA-256. */
export function sealOf(plan: Parameters<typeof canonicalPlan>[0]) {
  const canonical = canonicalPlan(plan)
  return { canonical, hash: createHash('sha256').update(canonical).digest('hex') }
}

/** Changes a locked plan in the open: the old text stays, with the reason, beside every later verdict. */
export async function amendPlan(scope: Scope, bet: Editable<RecordOf<'bet'>>, { reason, plan }: z.output<typeof Amendment>) {
  const existing = await planOf(scope, bet.id)
  if (!existing) throw new NotFound('This bet has no success plan.')
  checkLocked(existing)
  const values = await stored(scope, plan)
  const seal = sealOf({ ...values, startedOn: existing.startedOn })
  if (seal.hash === existing.hash) throw new Conflict('This is the plan as it stands; nothing would change.')
  const { db, workspaceId, member, now } = scope
  const old = { oldCanonical: existing.canonical!, oldHash: existing.hash! }
  await db
    .insertInto('planAmendments')
    .values({
      workspaceId,
      id: uuidv7(),
      planId: existing.id,
      reason,
      ...old,
      newCanonical: seal.canonical,
      newHash: seal.hash,
      amendedBy: member.id,
      amendedAt: now(),
    })
    .execute()
  const amended = await changeRecord(
    scope,
    { kind: 'success-plan', record: existing as Editable<Plan> },
    { ...values, ...seal },
    { what: 'success-plan.amended', why: reason },
  )
  await record(scope, { what: 'bet.plan-amended', kind: 'bet', record: bet, why: reason })
  return amended
}
