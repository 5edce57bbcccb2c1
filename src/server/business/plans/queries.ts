import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { isOut } from '#domain/business/bet-states.ts'
import {
  type Amendment,
  canonicalPlan,
  checkCheckDate,
  checkDesign,
  checkEffect,
  checkLaunchDay,
  checkLocked,
  checkOpen,
  keepPlannedPeople,
  type NewPlan,
} from '#domain/business/success-plan.ts'
import { dayOf } from '#domain/dates.ts'
import { Conflict, NotFound, OutOfDate } from '#domain/problems.ts'
import { record } from '../../activity.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, editableRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'
import { definitionOf } from '../metrics/queries.ts'
import { plannedPeopleOf } from './outlook.ts'
import type { PlanFacts } from './plan-facts.ts'

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

type Written = { bet: Editable<RecordOf<'bet'>> /** Of the plan it was written against. */; version: number | undefined }

function checkVersion(existing: Plan | undefined, version: number | undefined) {
  if (version !== undefined && version !== existing?.version)
    throw new OutOfDate(
      'Somebody else changed this success plan in the meantime. Copy what you need, open the plan again, then repeat your change.',
    )
}

/** Saves the plan of a bet that is not launched yet. */
export async function savePlan(scope: Scope, { bet, version }: Written, plan: z.output<typeof NewPlan>) {
  const existing = await planOf(scope, bet.id)
  checkVersion(existing, version)
  checkOpen(existing)
  if (isOut(bet)) throw new Conflict('This bet is launched. A plan written afterwards could be bent to what came out.')
  checkCheckDate(plan.checkDate, dayOf(scope.now()))
  const values = await stored(scope, plan)
  await giveMetric(scope, bet, values.metricId)
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

/** A bet that says of no number that it will change it takes the one its plan judges it by. */
async function giveMetric(scope: Scope, bet: Written['bet'], metricId: string) {
  if (bet.metricId === null) await changeRecord(scope, { kind: 'bet', record: bet }, { metricId })
}

async function stored(scope: Scope, { metric, guardrails, ...plan }: z.output<typeof NewPlan>) {
  const primary = await findRecord(scope, 'metric', metric)
  const guarded: RecordOf<'metric'>[] = []
  for (const guardrail of guardrails) guarded.push(await findRecord(scope, 'metric', guardrail.metric))
  const planned = ({ name, ...one }: RecordOf<'metric'>) => ({ name, definition: definitionOf(one) })
  checkDesign(plan.design, [primary, ...guarded].map(planned))
  checkEffect(plan, planned(primary))
  const named = guardrails.map(({ metric: _metric, ...guardrail }, place) => ({ metricId: guarded[place]!.id, ...guardrail }))
  return { ...plan, metricId: primary.id, guardrails: named }
}

/** Launching locks the plan: from here on its text and hash are what the verdict is judged by. */
export async function lockPlan(scope: Scope, betId: string, launchedOn: string | undefined) {
  const today = dayOf(scope.now())
  const startedOn = launchedOn ?? today
  const plan = await planOf(scope, betId)
  checkLaunchDay(startedOn, { today, checkDate: plan?.checkDate })
  if (!plan || plan.lockedAt) return plan
  const plannedPeople = await fixPlannedPeople(scope, plan)
  const locked = {
    startedOn,
    lockedAt: scope.now(),
    lockedBy: scope.member.id,
    plannedPeople,
    ...sealOf({ ...plan, plannedPeople, startedOn }),
  }
  return changeRecord(scope, { kind: 'success-plan', record: plan as Editable<Plan> }, locked, { what: 'success-plan.locked' })
}

/** Before the first data an experiment has its number of people, said or computed: without it nobody could look while it runs. */
async function fixPlannedPeople(scope: Scope, plan: PlanFacts & { plannedPeople: number | null }) {
  return plan.design.kind === 'experiment' ? (plan.plannedPeople ?? (await plannedPeopleOf(scope, plan))) : plan.plannedPeople
}

/** The canonical text and its SHA-256. */
export function sealOf(plan: Parameters<typeof canonicalPlan>[0]) {
  const canonical = canonicalPlan(plan)
  return { canonical, hash: createHash('sha256').update(canonical).digest('hex') }
}

/** Changes a locked plan in the open: the old text stays, with the reason, beside every later verdict. */
export async function amendPlan(scope: Scope, { bet, version }: Written, { reason, plan }: z.output<typeof Amendment>) {
  const existing = await planOf(scope, bet.id)
  checkVersion(existing, version)
  if (!existing) throw new NotFound('This bet has no success plan.')
  checkLocked(existing)
  const written = await stored(scope, plan)
  const kept = keepPlannedPeople(existing.plannedPeople, written.plannedPeople)
  const values = { ...written, plannedPeople: await fixPlannedPeople(scope, { ...written, plannedPeople: kept }) }
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
  await giveMetric(scope, bet, values.metricId)
  const amended = await changeRecord(
    scope,
    { kind: 'success-plan', record: existing as Editable<Plan> },
    { ...values, ...seal },
    { what: 'success-plan.amended', why: reason },
  )
  await record(scope, { what: 'bet.plan-amended', kind: 'bet', record: bet, why: reason })
  return amended
}
