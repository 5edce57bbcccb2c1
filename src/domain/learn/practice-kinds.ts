import type { Kind } from '../keys.ts'
import type { Criterion, PracticeCheck } from './practice-check.ts'
import type { PracticeEntity } from './practice-fields.ts'

const evidence: Kind[] = ['insight', 'feedback', 'account', 'contact']

/** Which kinds of record can change what a check sees of an entity: its own, and those its fields count or quote. Comments are journaled with what they are about. */
const behind: Record<PracticeEntity, readonly Kind[]> = {
  feedback: ['insight', 'account', 'contact'],
  account: ['contact', 'feedback', 'insight'],
  contact: ['account', 'feedback'],
  insight: ['feedback', 'account', 'contact'],
  problem: [...evidence, 'bet', 'spec', 'story', 'decision'],
  metric: ['bet', 'success-plan'],
  bet: [...evidence, 'problem', 'metric', 'success-plan', 'verdict', 'spec', 'decision', 'launch'],
  'success-plan': ['bet', 'metric'],
  spec: [...evidence, 'story', 'bet'],
  story: ['spec', 'bet'],
  launch: [...evidence, 'spec', 'bet'],
  decision: ['bet', 'forecast'],
  verdict: ['bet', 'success-plan'],
}

export const entityOf = (criterion: Criterion): PracticeEntity => (criterion.kind === 'lint' ? criterion.entity : criterion.query.entity)

const watched = new Set<Kind>(['import', ...(Object.keys(behind) as PracticeEntity[]), ...Object.values(behind).flat()])

/** Whether a change of this kind of record could matter to any check at all. */
export const isWatched = (kind: Kind) => watched.has(kind)

/** The kinds of record whose change may change the result of this check. An import brings people and what they said. */
export function kindsBehind({ criteria }: PracticeCheck): ReadonlySet<Kind> {
  const kinds = new Set<Kind>(criteria.map(entityOf).flatMap((entity) => [entity, ...behind[entity]]))
  if (evidence.some((kind) => kinds.has(kind))) kinds.add('import')
  return kinds
}
