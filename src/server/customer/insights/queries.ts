import type { z } from 'zod'
import { checkPassage } from '#domain/customer/feedback.ts'
import type { InsightChanges, NewInsight } from '#domain/customer/insight.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'
import { addProblem } from '../problems/queries.ts'

/** Ties a passage to a problem, making the problem where it is new. Whether a suggestion was right is kept: it is the workspace's own ground truth. */
export async function addInsight(
  scope: Scope,
  { feedback, problem, newProblem, from, to, suggestions, ...rest }: z.output<typeof NewInsight>,
) {
  const said = await findRecord(scope, 'feedback', feedback)
  const passage = checkPassage(said.text, { from, to })
  const tiedTo = problem ? await findRecord(scope, 'problem', problem) : await addProblem(scope, { title: newProblem! })
  const insight = await addRecord(scope, 'insight', {
    ...rest,
    feedbackId: said.id,
    problemId: tiedTo.id,
    fromOffset: from,
    toOffset: to,
    passage,
  })
  if (suggestions) await keepAnswer(scope, { feedbackId: said.id, problemId: tiedTo.id, suggestions })
  return { ...insight, problemKey: tiedTo.key, problemTitle: tiedTo.title }
}

export async function changeInsight(
  scope: Scope,
  insight: Editable<RecordOf<'insight'>>,
  { problem, ...changes }: z.output<typeof InsightChanges>,
) {
  const problemId = problem ? (await findRecord(scope, 'problem', problem)).id : undefined
  return changeRecord(scope, { kind: 'insight', record: insight }, { ...changes, ...(problemId ? { problemId } : {}) })
}

async function keepAnswer(
  { db, workspaceId, member, now }: Scope,
  { feedbackId, problemId, suggestions }: { feedbackId: string; problemId: string; suggestions: string[] },
) {
  if (suggestions.length === 0) return
  const rows = suggestions.map((id, position) => ({
    workspaceId,
    feedbackId,
    problemId: id,
    position,
    accepted: id === problemId,
    memberId: member.id,
    at: now(),
  }))
  await db.insertInto('suggestionAnswers').values(rows).execute()
}
