import { listed } from '#domain/listed.ts'
import { mayEdit } from '#domain/member.ts'
import { Conflict } from '#domain/problems.ts'
import type { RecordRules } from '../../records/rules.ts'
import { judgedByMetric } from './promises.ts'

/** A metric stays while a locked plan waits for a verdict by it, whether it would be archived or its adding undone. */
export const metricRules: RecordRules<'metric'> = {
  maySee: () => true,
  mayChange: mayEdit,
  async checkChange(scope, { id, name, archivedAt }, difference) {
    if (!('archivedAt' in difference) || archivedAt === null) return
    const keys = (await judgedByMetric(scope, id)).map(({ key }) => key)
    if (keys.length === 0) return
    const [wait, verdict] = keys.length === 1 ? ['waits', 'that verdict is'] : ['wait', 'those verdicts are']
    throw new Conflict(`“${name}” cannot be archived: ${listed(keys)} ${wait} for a verdict by it. Archive it once ${verdict} final.`)
  },
}
