import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { isId } from '#domain/keys.ts'
import { Conflict, NotFound } from '#domain/problems.ts'
import { type NewSpec, type NewStory, readinessOf, type SpecChanges } from '#domain/team/spec.ts'
import { record } from '../../activity.ts'
import type { RecordOf } from '../../records/kinds.ts'
import { addRecord, changeRecord, findRecord } from '../../records/records.ts'
import type { Editable, Scope } from '../../scope.ts'

type Spec = RecordOf<'spec'>

function specsIn({ db, workspaceId }: Scope) {
  return db.selectFrom('specs').where('specs.workspaceId', '=', workspaceId).where('specs.archivedAt', 'is', null)
}

export async function listSpecs(scope: Scope, { bet }: { bet?: string | undefined } = {}) {
  let specs = specsIn(scope).selectAll('specs').orderBy('updatedAt', 'desc').limit(500)
  if (bet) specs = specs.where('betId', '=', (await findRecord(scope, 'bet', bet)).id)
  const rows = await specs.execute()
  const facts = await readinessFacts(scope, rows)
  return rows.map(({ workspaceId: _workspace, body: _body, ...spec }) => ({
    ...spec,
    bet: facts.get(spec.id)!.bet,
    readiness: readinessOf(facts.get(spec.id)!),
  }))
}

export async function findSpec(scope: Scope, idOrKey: string) {
  const spec = await findRecord(scope, 'spec', idOrKey)
  const [facts, stories, questions] = await Promise.all([
    readinessFacts(scope, [spec]),
    storiesOf(scope, [spec.id]),
    questionsOf(scope, spec.id),
  ])
  return { ...spec, bet: facts.get(spec.id)!.bet, stories, questions, readiness: readinessOf(facts.get(spec.id)!) }
}

/** What readiness asks about, for several specs with a handful of queries. */
async function readinessFacts(scope: Scope, specs: Pick<Spec, 'id' | 'key' | 'what' | 'forWhom' | 'why' | 'outOfScope' | 'betId'>[]) {
  const ids = specs.map(({ id }) => id)
  const [bets, stories, open] = await Promise.all([
    betsOf(
      scope,
      specs.map(({ betId }) => betId).filter((id): id is string => id !== null),
    ),
    storiesOf(scope, ids),
    openQuestions(scope, ids),
  ])
  return new Map(
    specs.map((spec) => [
      spec.id,
      {
        ...spec,
        bet: (spec.betId && bets.get(spec.betId)) || null,
        stories: stories.filter(({ specId }) => specId === spec.id),
        openQuestions: open.get(spec.id) ?? 0,
      },
    ]),
  )
}

async function betsOf({ db, workspaceId }: Scope, ids: string[]) {
  if (ids.length === 0) return new Map<string, { id: string; key: string; title: string; problems: number; hasPlan: boolean }>()
  const rows = await db
    .selectFrom('bets')
    .where('bets.workspaceId', '=', workspaceId)
    .where('bets.id', 'in', ids)
    .select(['bets.id', 'bets.key', 'bets.title'])
    .select(({ selectFrom, exists }) => [
      selectFrom('betProblems')
        .whereRef('betProblems.workspaceId', '=', 'bets.workspaceId')
        .whereRef('betProblems.betId', '=', 'bets.id')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('problems'),
      exists(
        selectFrom('successPlans')
          .whereRef('successPlans.workspaceId', '=', 'bets.workspaceId')
          .whereRef('successPlans.betId', '=', 'bets.id')
          .select('successPlans.id'),
      ).as('hasPlan'),
    ])
    .execute()
  return new Map(rows.map((bet) => [bet.id, { ...bet, problems: Number(bet.problems), hasPlan: Boolean(bet.hasPlan) }]))
}

async function storiesOf({ db, workspaceId }: Scope, specIds: string[]) {
  if (specIds.length === 0) return []
  return db
    .selectFrom('stories')
    .where('workspaceId', '=', workspaceId)
    .where('specId', 'in', specIds)
    .where('archivedAt', 'is', null)
    .select(['id', 'key', 'specId', 'asA', 'iWant', 'soThat', 'criteria', 'position', 'version'])
    .orderBy('position')
    .orderBy('id')
    .execute()
}

async function openQuestions({ db, workspaceId }: Scope, specIds: string[]) {
  if (specIds.length === 0) return new Map<string, number>()
  const rows = await db
    .selectFrom('openQuestions')
    .where('workspaceId', '=', workspaceId)
    .where('specId', 'in', specIds)
    .where('answer', 'is', null)
    .groupBy('specId')
    .select('specId')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .execute()
  return new Map(rows.map(({ specId, count }) => [specId, Number(count)]))
}

function questionsOf({ db, workspaceId }: Scope, specId: string) {
  return db
    .selectFrom('openQuestions')
    .innerJoin('members', (join) =>
      join.onRef('members.workspaceId', '=', 'openQuestions.workspaceId').onRef('members.id', '=', 'openQuestions.askedBy'),
    )
    .where('openQuestions.workspaceId', '=', workspaceId)
    .where('specId', '=', specId)
    .select(['openQuestions.id', 'question', 'askedBy', 'members.name as askedByName', 'askedAt', 'answer', 'answeredBy', 'answeredAt'])
    .orderBy('askedAt')
    .execute()
}

export async function addSpec(scope: Scope, { bet, ...spec }: z.output<typeof NewSpec>) {
  return addRecord(scope, 'spec', { ...spec, betId: bet ? (await findRecord(scope, 'bet', bet)).id : null })
}

export async function changeSpec(scope: Scope, spec: Editable<Spec>, { bet, ...changes }: z.output<typeof SpecChanges>) {
  const betId = bet ? (await findRecord(scope, 'bet', bet)).id : bet
  return changeRecord(scope, { kind: 'spec', record: spec }, { ...changes, ...(betId === undefined ? {} : { betId }) })
}

export async function addStory(scope: Scope, spec: Editable<Spec>, story: z.output<typeof NewStory>) {
  const stories = await storiesOf(scope, [spec.id])
  return addRecord(scope, 'story', { ...story, specId: spec.id, position: (stories.at(-1)?.position ?? 0) + 1 })
}

export async function askQuestion(scope: Scope, spec: Spec, question: string) {
  const { db, workspaceId, member, now } = scope
  const asked = {
    workspaceId,
    id: uuidv7(),
    specId: spec.id,
    question,
    askedBy: member.id,
    askedAt: now(),
    answer: null,
    answeredBy: null,
    answeredAt: null,
  }
  const added = await db
    .insertInto('openQuestions')
    .values(asked)
    .returning(['id', 'question', 'askedBy', 'askedAt', 'answer'])
    .executeTakeFirstOrThrow()
  await record(scope, { what: 'spec.question-asked', kind: 'spec', record: spec, changes: { question: { before: null, after: question } } })
  return added
}

export async function answerQuestion(scope: Scope, questionId: string, answer: string) {
  const { db, workspaceId, member, now } = scope
  const question =
    isId(questionId) &&
    (await db
      .selectFrom('openQuestions')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', questionId)
      .select(['id', 'specId', 'question', 'answer'])
      .executeTakeFirst())
  if (!question) throw new NotFound('There is no such question.')
  if (question.answer !== null) throw new Conflict('This question is answered already.')
  const answered = await db
    .updateTable('openQuestions')
    .set({ answer, answeredBy: member.id, answeredAt: now() })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', questionId)
    .returning(['id', 'question', 'answer', 'answeredBy', 'answeredAt'])
    .executeTakeFirstOrThrow()
  await record(scope, {
    what: 'spec.question-answered',
    kind: 'spec',
    record: await findRecord(scope, 'spec', question.specId),
    changes: { [question.question.slice(0, 80)]: { before: null, after: answer } },
  })
  return answered
}
