import type { PracticeRecord } from '#domain/learn/practice-rules.ts'
import type { Scope } from '../../scope.ts'
import { type Asked, byId, candidates, countBy, distinct, everyField, idsOf, rowsOf, wordsIn } from './candidates.ts'
import { evidenceFields, readBetLinks, readEvidence } from './evidence.ts'

export async function collectFeedback(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'feedback', asked)
  const accounts = await accountsOf(scope, rows)
  const insights = await insightsOf(scope, idsOf(rows))
  return rows.map((row) => {
    const account = row.accountId ? accounts.get(row.accountId) : undefined
    const own = insights.filter(({ feedbackId }) => feedbackId === row.id)
    return {
      ...everyField(row, row.text),
      text: row.text,
      'words.count': wordsIn(row.text),
      channel: row.channel,
      state: row.state,
      saidAt: row.saidAt.toISOString(),
      hasSource: Boolean(row.sourceSystem ?? row.sourceId ?? row.sourceUrl),
      sourceSystem: row.sourceSystem,
      sourceUrl: row.sourceUrl,
      hasContact: row.contactId !== null,
      hasAccount: row.accountId !== null,
      hasCustomer: row.contactId !== null || row.accountId !== null,
      'account.segment': account?.segment ?? null,
      'account.plan': account?.plan ?? null,
      'links.insights.count': own.length,
      'links.problems.count': distinct(own.map(({ problemId }) => problemId)),
    }
  })
}

export async function collectAccounts(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'account', asked)
  const ids = idsOf(rows)
  const contacts = await rowsOf(scope, 'contact', { columns: ['accountId'], where: { accountId: ids } })
  const feedback = await rowsOf(scope, 'feedback', { columns: ['id', 'accountId', 'channel'], where: { accountId: ids } })
  const insights = await insightsOf(scope, idsOf(feedback))
  const [contactCount, feedbackCount] = [countBy(contacts, 'accountId'), countBy(feedback, 'accountId')]
  return rows.map((row) => {
    const said = new Map(feedback.filter(({ accountId }) => accountId === row.id).map(({ id, channel }) => [id, channel]))
    return {
      ...everyField(row, row.name),
      plan: row.plan,
      segment: row.segment,
      size: row.size,
      revenue: row.revenue,
      'links.contacts.count': contactCount(row.id),
      'links.feedback.count': feedbackCount(row.id),
      'links.problems.count': distinct(insights.filter(({ feedbackId }) => said.has(feedbackId)).map(({ problemId }) => problemId)),
      'channels.distinct': distinct([...said.values()]),
    }
  })
}

export async function collectContacts(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'contact', asked)
  const accounts = await accountsOf(scope, rows)
  const ids = idsOf(rows)
  const feedbackCount = countBy(await rowsOf(scope, 'feedback', { columns: ['contactId'], where: { contactId: ids } }), 'contactId')
  return rows.map((row) => ({
    ...everyField(row, row.name),
    role: row.title,
    hasEmail: row.email !== null,
    hasAccount: row.accountId !== null,
    'account.segment': (row.accountId && accounts.get(row.accountId)?.segment) ?? null,
    'links.feedback.count': feedbackCount(row.id),
  }))
}

export async function collectInsights(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'insight', asked)
  const where = { id: rows.map(({ feedbackId }) => feedbackId) }
  const feedback = byId(await rowsOf(scope, 'feedback', { columns: ['id', 'channel', 'accountId', 'contactId'], where }))
  const accounts = await accountsOf(scope, [...feedback.values()])
  return rows.map((row) => {
    const said = feedback.get(row.feedbackId)
    return {
      ...everyField(row, row.passage),
      passage: row.passage,
      'words.count': wordsIn(row.passage),
      stance: row.stance,
      contradicts: row.stance === 'contradicts',
      severity: row.hurt,
      note: row.note,
      hasProblem: true,
      hasCustomer: Boolean(said?.accountId ?? said?.contactId),
      'feedback.channel': said?.channel ?? null,
      'account.segment': (said?.accountId && accounts.get(said.accountId)?.segment) ?? null,
    }
  })
}

export async function collectProblems(scope: Scope, asked: Asked): Promise<PracticeRecord[]> {
  const rows = await candidates(scope, 'problem', asked)
  const ids = idsOf(rows)
  const evidence = await readEvidence(scope, ids)
  const children = countBy(await rowsOf(scope, 'problem', { columns: ['parentId'], where: { parentId: ids } }), 'parentId')
  const chain = await downstream(scope, ids)
  return rows.map((row) => ({
    ...everyField(row, row.title),
    ...evidenceFields(evidence.filter(({ problemId }) => problemId === row.id)),
    ...chain(row.id),
    statement: [row.who, row.tryingTo, row.obstacle, row.cost].filter(Boolean).join(' '),
    who: row.who,
    tryingTo: row.tryingTo,
    obstacle: row.obstacle,
    cost: row.cost,
    stateReason: row.stateReason,
    state: row.state,
    hasParent: row.parentId !== null,
    'links.children.count': children(row.id),
  }))
}

/** How many bets, stories and decisions trace back to each problem. */
async function downstream(scope: Scope, problemIds: readonly string[]) {
  const links = await readBetLinks(scope, 'problemId', problemIds)
  const betIds = [...new Set(links.map(({ betId }) => betId))]
  const decisions = await rowsOf(scope, 'decision', { columns: ['betId'], where: { betId: betIds } })
  const specs = await rowsOf(scope, 'spec', { columns: ['id', 'betId'], where: { betId: betIds } })
  const storiesIn = countBy(await rowsOf(scope, 'story', { columns: ['specId'], where: { specId: idsOf(specs) } }), 'specId')
  const decisionCount = countBy(decisions, 'betId')
  const storyCount = (betId: string) => specs.reduce((sum, spec) => sum + (spec.betId === betId ? storiesIn(spec.id) : 0), 0)
  return (problemId: string) => {
    const bets = links.filter((link) => link.problemId === problemId).map(({ betId }) => betId)
    const sum = (count: (betId: string) => number) => bets.reduce((total, betId) => total + count(betId), 0)
    return { 'links.bets.count': bets.length, 'links.stories.count': sum(storyCount), 'links.decisions.count': sum(decisionCount) }
  }
}

async function accountsOf(scope: Scope, rows: readonly { accountId: string | null }[]) {
  return byId(await rowsOf(scope, 'account', { columns: ['id', 'segment', 'plan'], where: { id: rows.map(({ accountId }) => accountId) } }))
}

function insightsOf(scope: Scope, feedbackIds: readonly string[]) {
  return rowsOf(scope, 'insight', { columns: ['feedbackId', 'problemId'], where: { feedbackId: feedbackIds } })
}
