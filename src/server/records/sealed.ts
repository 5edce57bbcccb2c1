import { checkOpen } from '#domain/business/success-plan.ts'
import { Conflict } from '#domain/problems.ts'
import type { RecordKind } from './kinds.ts'

/** Neither undo nor the archive is a way around a lock: a locked plan is only amended, and a verdict stays. */
export function refuseSealed(kind: RecordKind, record: object) {
  if (kind === 'verdict') throw new Conflict('A verdict stays; a later one can stand beside it.')
  if (kind === 'success-plan') checkOpen(record as Parameters<typeof checkOpen>[0])
}
