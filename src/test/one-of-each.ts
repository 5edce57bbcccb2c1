import { read } from '#client/api.ts'
import { addRecord } from '#server/records/records.ts'
import type { World } from './world.ts'

/** One record of every kind, so that every address leads somewhere. */
export async function makeOneOfEach(w: World) {
  const { api } = w.ana
  const account = await read(api.accounts.$post({ json: { name: 'Nordlys Heating' } }))
  const contact = await read(api.contacts.$post({ json: { name: 'Marit Dahl' } }))
  await read(api.feedback.$post({ json: { text: 'The crew was already on the way.' } }))
  for (const title of ['First', 'Second']) await read(api.problems.$post({ json: { title } }))
  const insight = await read(api.insights.$post({ json: { feedback: 'FB-1', problem: 'PROB-1', from: 0, to: 8 } }))
  await read(api.metrics.$post({ json: { name: 'Jobs', definition: { kind: 'engagement', of: { event: 'job_completed' } } } }))
  await read(api.bets.$post({ json: { title: 'Photos', problems: ['PROB-1'] } }))
  await read(api.specs.$post({ json: { title: 'Photos' } }))
  const story = await read(api.specs[':id'].stories.$post({ param: { id: 'SPEC-1' }, json: { asA: 'crew', iWant: 'a photo' } }))
  const question = await read(api.specs[':id'].questions.$post({ param: { id: 'SPEC-1' }, json: { question: 'Who pays?' } }))
  await read(api.launches.$post({ json: { title: 'Photos' } }))
  await read(
    api.decisions.$post({
      json: {
        question: 'Which?',
        options: [
          { id: 'seat', title: 'Seat' },
          { id: 'crew', title: 'Crew' },
        ],
      },
    }),
  )
  const forecast = await read(
    api.decisions[':id'].forecasts.$post({ param: { id: 'DEC-1' }, json: { statement: 'x', probability: 0.5, resolveOn: '2026-12-01' } }),
  )
  const view = await read(api['saved-views'].$post({ json: { list: 'bets', name: 'Now', state: { show: 'open' } } }))
  const comment = await read(api.comments.$post({ json: { about: 'BET-1', text: 'Hm' } }))
  await w.ana.scoped(async (scope) => {
    const bet = await scope.db.selectFrom('bets').select('id').where('key', '=', 'BET-1').executeTakeFirstOrThrow()
    await addRecord(scope, 'verdict', {
      betId: bet.id,
      planHash: null,
      state: 'not-measured',
      sentence: 'x',
      result: {},
      readThrough: scope.now(),
      final: false,
    })
  })
  const activity = (await read(api.activities.$get({ query: { about: 'BET-1' } }))).rows[0]!
  return {
    feedback: 'FB-1',
    problems: 'PROB-1',
    metrics: 'METRIC-1',
    bets: 'BET-1',
    specs: 'SPEC-1',
    launches: 'LAUNCH-1',
    decisions: 'DEC-1',
    verdicts: 'VER-1',
    stories: story.key,
    accounts: account.id,
    contacts: contact.id,
    insights: insight.id,
    forecasts: forecast.id,
    'saved-views': view.id,
    comments: comment.id,
    activities: activity.id,
    records: 'BET-1',
    chain: 'BET-1',
    questionId: question.id,
  } as Record<string, string>
}

const NOBODY = '01a20bc9-ba33-7c82-a323-beed5ffa8303'

/** Fills the parameters of a route’s path with records that are there; what is of no kind known here leads nowhere. */
export function addressesIn(w: World, ids: Record<string, string>) {
  const named: Record<string, string | undefined> = { kind: 'bet', problemId: 'PROB-1', questionId: ids.questionId, memberId: w.ben.id }
  return (path: string) => {
    const own = ids[path.split('/')[1]!]
    return `/api/v1${path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => named[name] ?? own ?? NOBODY)}`
  }
}
