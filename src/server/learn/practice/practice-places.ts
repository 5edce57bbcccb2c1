import type { PracticeCheck } from '#domain/learn/practice-check.ts'
import type { Scope } from '../../scope.ts'
import { inOtherWorkspace } from '../other-workspace.ts'
import { findSandbox } from './sandbox.ts'

/** Looks in every place where a practice may be done: the learner's own workspace first, then the practice workspace if there is one. */
export async function inPracticePlaces<T>(home: Scope, check: PracticeCheck, look: (place: Scope) => Promise<T>): Promise<T[]> {
  const wanted = check.scope.workspace
  const found = wanted === 'sandbox' ? [] : [await look(home)]
  const sandbox = wanted === 'own' ? undefined : await findSandbox(home)
  return sandbox ? [...found, await inOtherWorkspace(home, sandbox.workspaceId, look)] : found
}
