import type { Kind } from '#domain/keys.ts'
import { isWatched } from '#domain/learn/practice-kinds.ts'
import type { Scope } from '../../scope.ts'
import { atHome } from '../other-workspace.ts'
import { listOpenPractices } from './open-practices.ts'

/** What was noticed already in a transaction: the tenth change of a kind asks nothing more. */
const noticed = new WeakMap<Scope['db'], Set<string>>()

/** Hears of every line of the journal. Where somebody has a practice open that it may complete, that is checked again once the change is committed. */
export async function noticeChange(scope: Scope, kind: Kind) {
  if (!isWatched(kind) || isSamples(scope) || wasNoticed(scope, kind)) return
  const { workspaceId, learner } = await atHome(scope, async (home) => ({
    workspaceId: home.workspaceId,
    learner: await whoAwaits(home, { kind, memberId: inSandbox(scope) ? home.member.id : null }),
  }))
  if (learner) await scope.services.jobs.send(scope, 'check-practice', { workspaceId, kind, ...learner })
}

const inSandbox = ({ workspace }: Scope) => workspace.kind === 'sandbox'
/** The sample records of a practice workspace are nobody's work. */
const isSamples = (scope: Scope) => inSandbox(scope) && scope.origin === 'system'

function wasNoticed({ db, workspaceId }: Scope, kind: Kind) {
  const known = noticed.get(db) ?? new Set()
  noticed.set(db, known)
  const name = `${workspaceId}:${kind}`
  return known.has(name) || !known.add(name)
}

async function whoAwaits(home: Scope, which: { kind: Kind; memberId: string | null }) {
  const open = await listOpenPractices(home, which)
  return open.length ? { memberId: which.memberId } : undefined
}
