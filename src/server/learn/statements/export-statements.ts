import { inWorkspace } from '../../enter.ts'
import type { Scope } from '../../scope.ts'
import { type LearnerRecord, readLearners } from '../learner-records.ts'
import { sayAll } from './learner-statements.ts'

const PEOPLE_AT_ONCE = 50

/** Every statement of a workspace as one JSON object, as a store would answer; some learners at a time. */
export async function* exportStatements(home: Scope, memberIds: readonly string[]): AsyncGenerator<string> {
  yield '{"statements":['
  let separator = ''
  for (let from = 0; from < memberIds.length; from += PEOPLE_AT_ONCE) {
    const learners = await readSome(home, memberIds.slice(from, from + PEOPLE_AT_ONCE))
    for (const statement of learners.flatMap((learner) => sayAll(home, learner))) {
      yield `${separator}${JSON.stringify(statement)}`
      separator = ',\n'
    }
  }
  yield '],"more":""}\n'
}

export async function listLearnerIds({ db, workspaceId }: Scope) {
  const rows = await db
    .selectFrom('enrolments')
    .select('memberId')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .orderBy('memberId')
    .execute()
  return rows.map(({ memberId }) => memberId)
}

function readSome({ services, workspaceId, member, origin }: Scope, memberIds: readonly string[]): Promise<LearnerRecord[]> {
  return inWorkspace(services, { workspaceId, memberId: member.id, origin }, (own) => readLearners(own, { memberIds }), { readOnly: true })
}
