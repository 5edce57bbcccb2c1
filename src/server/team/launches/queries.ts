import type { z } from 'zod'
import { type LaunchChanges, launchGaps, type NewLaunch, nextLaunchStates } from '#domain/team/launch.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'

type Launch = RecordOf<'launch'>

export async function listLaunches(scope: Scope) {
  const { db, workspaceId } = scope
  const launches = await db
    .selectFrom('launches')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .selectAll()
    .orderBy('launchOn', (order) => order.desc().nullsFirst())
    .limit(500)
    .execute()
  return Promise.all(launches.map(({ workspaceId: _workspace, ...launch }) => withChain(scope, launch)))
}

export async function findLaunch(scope: Scope, idOrKey: string) {
  const launch = await findRecord(scope, 'launch', idOrKey)
  const insight = launch.insightId ? await findInsight(scope, launch.insightId) : null
  return { ...(await withChain(scope, launch)), insight, nextStates: nextLaunchStates(launch.state) }
}

async function withChain(scope: Scope, launch: Launch) {
  const [bet, spec] = await Promise.all([
    launch.betId ? findRecord(scope, 'bet', launch.betId) : null,
    launch.specId ? findRecord(scope, 'spec', launch.specId) : null,
  ])
  return {
    ...launch,
    bet: bet && { id: bet.id, key: bet.key, title: bet.title, state: bet.state },
    spec: spec && { id: spec.id, key: spec.key, title: spec.title, version: spec.version },
    gaps: launchGaps({ ...launch, specNow: spec?.version ?? null }),
  }
}

async function findInsight(scope: Scope, id: string) {
  const { passage, feedbackId, hurt } = await findRecord(scope, 'insight', id)
  const feedback = await findRecord(scope, 'feedback', feedbackId)
  const account = feedback.accountId ? await findRecord(scope, 'account', feedback.accountId) : null
  return { id, passage, hurt, feedbackKey: feedback.key, accountName: account?.name ?? null }
}

/** A launch remembers the version of the spec it was written against, so that it can say when it is out of date. */
async function references(
  scope: Scope,
  { bet, spec, insightId }: { bet?: string | null | undefined; spec?: string | null | undefined; insightId?: string | null | undefined },
) {
  const foundSpec = spec ? await findRecord(scope, 'spec', spec) : null
  if (insightId) await findRecord(scope, 'insight', insightId)
  return {
    ...(bet === undefined ? {} : { betId: bet ? (await findRecord(scope, 'bet', bet)).id : null }),
    ...(spec === undefined ? {} : { specId: foundSpec?.id ?? null, specVersion: foundSpec?.version ?? null }),
  }
}

export async function addLaunch(scope: Scope, { bet, spec, ...launch }: z.output<typeof NewLaunch>) {
  const blank = { betId: null, specId: null, specVersion: null, insightId: null, launchOn: null }
  return addRecord(scope, 'launch', { ...blank, ...launch, ...(await references(scope, { bet, spec, insightId: launch.insightId })) })
}

export async function changeLaunch(scope: Scope, launch: Editable<Launch>, { bet, spec, ...changes }: z.output<typeof LaunchChanges>) {
  return changeRecord(
    scope,
    { kind: 'launch', record: launch },
    { ...changes, ...(await references(scope, { bet, spec, insightId: changes.insightId })) },
  )
}

/** Somebody has read the changed spec and says that the launch still fits. */
export async function confirmSpec(scope: Scope, launch: Editable<Launch>) {
  const spec = launch.specId ? await findRecord(scope, 'spec', launch.specId) : null
  return changeRecord(scope, { kind: 'launch', record: launch }, { specVersion: spec?.version ?? null }, { what: 'launch.spec-confirmed' })
}
