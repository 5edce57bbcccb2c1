import type { z } from 'zod'
import { checkParent, missingParts, type NewProblem, type ProblemChanges } from '#domain/customer/problem.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'
import { evidenceFor, strengthOf } from './evidence.ts'

const MOST = 1_000

function problemsIn({ db, workspaceId }: Scope) {
  return db.selectFrom('problems').where('problems.workspaceId', '=', workspaceId).where('problems.archivedAt', 'is', null)
}

/** All problems with their evidence strength; the tree is in `parentId`. */
export async function listProblems(scope: Scope, { state }: { state?: RecordOf<'problem'>['state'] | undefined }) {
  let problems = problemsIn(scope)
    .select([
      'id',
      'key',
      'title',
      'who',
      'tryingTo',
      'obstacle',
      'cost',
      'parentId',
      'state',
      'ownerId',
      'version',
      'createdAt',
      'updatedAt',
    ])
    .orderBy('createdAt', 'desc')
    .limit(MOST)
  if (state) problems = problems.where('state', '=', state)
  const rows = await problems.execute()
  const strengths = await strengthOf(
    scope,
    rows.map(({ id }) => id),
  )
  return rows.map((problem) => ({ ...problem, missing: missingParts(problem), strength: withoutLines(strengths.get(problem.id)!) }))
}

function withoutLines<T extends { lines: unknown }>({ lines: _lines, ...strength }: T) {
  return strength
}

export async function findProblem(scope: Scope, idOrKey: string) {
  const problem = await findRecord(scope, 'problem', idOrKey)
  const [evidence, children, bets] = await Promise.all([
    evidenceFor(scope, [problem.id]),
    childrenOf(scope, problem.id),
    betsFor(scope, problem.id),
  ])
  const parent = problem.parentId ? await findRecord(scope, 'problem', problem.parentId) : null
  return {
    ...problem,
    missing: missingParts(problem),
    evidence,
    children,
    bets,
    parent: parent && { id: parent.id, key: parent.key, title: parent.title },
  }
}

function childrenOf(scope: Scope, id: string) {
  return problemsIn(scope).where('parentId', '=', id).select(['id', 'key', 'title', 'state']).orderBy('createdAt').execute()
}

function betsFor({ db, workspaceId }: Scope, problemId: string) {
  return db
    .selectFrom('betProblems')
    .innerJoin('bets', (join) => join.onRef('bets.workspaceId', '=', 'betProblems.workspaceId').onRef('bets.id', '=', 'betProblems.betId'))
    .where('betProblems.workspaceId', '=', workspaceId)
    .where('betProblems.problemId', '=', problemId)
    .where('bets.archivedAt', 'is', null)
    .select(['bets.id', 'bets.key', 'bets.title', 'bets.state', 'bets.horizon'])
    .execute()
}

export async function addProblem(scope: Scope, { parent, ...statement }: z.output<typeof NewProblem>) {
  const parentId = parent ? (await findRecord(scope, 'problem', parent)).id : null
  return addRecord(scope, 'problem', { ...statement, parentId, stateReason: null })
}

export async function changeProblem(
  scope: Scope,
  problem: Editable<RecordOf<'problem'>>,
  { parent, ...changes }: z.output<typeof ProblemChanges>,
) {
  if (parent === undefined) return changeRecord(scope, { kind: 'problem', record: problem }, changes)
  const parentId = parent === null ? null : (await findRecord(scope, 'problem', parent)).id
  const tree = await problemsIn(scope).select(['id', 'parentId']).execute()
  checkParent(problem.id, parentId, new Map(tree.map((one) => [one.id, one.parentId])))
  return changeRecord(scope, { kind: 'problem', record: problem }, { ...changes, parentId })
}
