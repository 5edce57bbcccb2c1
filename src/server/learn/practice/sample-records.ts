import { addRecord } from '../../records/records.ts'
import type { Scope } from '../../scope.ts'
import { sampleAccounts, sampleBet, sampleFeedback, sampleMetrics, sampleProblem } from './sample-texts.ts'

const DAY_MS = 24 * 3600 * 1000

type Customers = Map<string, { accountId: string; contactId: string }>

/** A small company with a past: customers, an inbox with something in it, one problem, two metrics and one bet. */
export async function addSampleRecords(scope: Scope) {
  const customers = await addCustomers(scope)
  const problem = await addRecord(scope, 'problem', { ...sampleProblem, parentId: null, stateReason: null })
  for (const said of sampleFeedback) await addSaid(scope, said, { customers, problemId: problem.id })
  const metricIds: string[] = []
  for (const metric of sampleMetrics) metricIds.push((await addRecord(scope, 'metric', { ...metric, definition: { kind: 'values' } })).id)
  const unscored = { reach: null, impact: null, confidence: null, effort: null, quarter: null, stateReason: null, launchedAt: null }
  const bet = await addRecord(scope, 'bet', { ...sampleBet, ...unscored, metricId: metricIds[0]!, horizon: 'next' })
  await scope.db
    .insertInto('betProblems')
    .values({ workspaceId: scope.workspaceId, betId: bet.id, problemId: problem.id, createdAt: scope.now() })
    .execute()
}

async function addCustomers(scope: Scope): Promise<Customers> {
  const customers: Customers = new Map()
  const unknown = { traits: {}, sourceId: null }
  for (const { person, title, ...account } of sampleAccounts) {
    const { id: accountId } = await addRecord(scope, 'account', {
      ...account,
      ...unknown,
      domain: null,
      customerSince: null,
      churnedAt: null,
    })
    const { id: contactId } = await addRecord(scope, 'contact', {
      ...unknown,
      accountId,
      name: person,
      title,
      email: null,
      distinctId: null,
    })
    customers.set(account.name, { accountId, contactId })
  }
  return customers
}

type Into = { customers: Customers; problemId: string }

async function addSaid(scope: Scope, said: (typeof sampleFeedback)[number], { customers, problemId }: Into) {
  const from = said.from === null ? undefined : customers.get(said.from)
  const feedback = await addRecord(scope, 'feedback', {
    text: said.text,
    channel: said.channel,
    saidAt: new Date(scope.now().getTime() - said.daysAgo * DAY_MS),
    accountId: from?.accountId ?? null,
    contactId: from?.contactId ?? null,
    context: null,
    sourceSystem: null,
    sourceId: null,
    sourceUrl: null,
    language: 'en',
    traits: {},
    state: said.passage ? 'processed' : 'new',
    processedAt: said.passage ? scope.now() : null,
    processedBy: said.passage ? scope.member.id : null,
    redactedAt: null,
  })
  if (!said.passage) return
  const fromOffset = said.text.indexOf(said.passage)
  await addRecord(scope, 'insight', {
    feedbackId: feedback.id,
    problemId,
    fromOffset,
    toOffset: fromOffset + said.passage.length,
    passage: said.passage,
    stance: said.contradicts ? 'contradicts' : 'supports',
    hurt: said.hurt ?? null,
  })
}
