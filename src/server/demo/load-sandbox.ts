import type { Scope } from '../scope.ts'
import { addDays } from './calendar-days.ts'
import { chanceFrom } from './chance.ts'
import { type Customers, makeCustomers, type Setting } from './companies.ts'
import { type DemoFeedback, makeFeedback } from './feedback.ts'
import { accountRows, contactRows } from './story-customers.ts'
import { beginTelling, numberedKey, type Row, recordFacts, type Telling } from './story-shape.ts'
import { SANDBOX_ACCOUNTS, SANDBOX_FEEDBACK, SANDBOX_TIED, sandboxBets, sandboxProblems } from './texts/sandbox.ts'
import { writeStory } from './write-story.ts'

/** Fills an empty practice workspace: a few companies, what they said lately, problems and bets that are not finished. Everything is the learner’s own. */
export async function loadSandbox(scope: Scope, { seed = 11, now = scope.now() }: Partial<Setting> = {}) {
  const story = generateSandbox({ seed, now })
  const mine = <R extends object>(rows: R[]) => rows.map((row) => ({ ...row, createdBy: scope.member.id, ownerId: scope.member.id }))
  await writeStory(scope, {
    ...story,
    problems: mine(story.problems),
    bets: mine(story.bets),
    insights: mine(story.insights),
    journal: story.journal.map((one) => ({ ...one, memberId: scope.member.id })),
  })
  return { feedback: story.feedback.length }
}

export function generateSandbox(setting: Setting) {
  const telling = beginTelling(setting)
  const { customers, said } = chooseSaid(setting)
  const problems = sandboxProblems.map(({ theme: _, ...statement }, place): Row<'problems'> & { id: string } => ({
    ...added(telling, 'problem', { place, title: statement.title }),
    ...statement,
    parentId: null,
    state: 'emerging',
    stateReason: null,
  }))
  const bets = sandboxBets.map(
    (bet, place): Row<'bets'> => ({
      ...added(telling, 'bet', { place, title: bet.title }),
      ...bet,
      metricId: null,
      reach: null,
      impact: null,
      confidence: null,
      effort: null,
      horizon: 'later',
      quarter: null,
      position: place,
      state: 'idea',
      stateReason: null,
      assumptions: [],
      mindChanger: '',
      learned: '',
      launchedAt: null,
    }),
  )
  const tied = said.filter(({ passages }) => passages[0]?.theme === 'forgotten').slice(0, SANDBOX_TIED)
  return {
    accounts: accountRows(telling, customers),
    contacts: contactRows(telling, customers),
    feedback: said.map((one) => heard(telling, one, tied.includes(one))),
    problems,
    insights: tied.map((one) => tie(telling, one, problems[0]!.id)),
    bets,
    journal: telling.journal.sort((a, b) => a.at.getTime() - b.at.getTime()),
  }
}

/** The twelve companies that say most, and the last things they said, numbered from one. */
function chooseSaid(setting: Setting): { customers: Customers; said: DemoFeedback[] } {
  const all = makeCustomers(setting)
  const accounts = all.accounts.filter(({ churnedAt }) => !churnedAt).slice(0, SANDBOX_ACCOUNTS)
  const contacts = all.contacts.filter(({ account }) => accounts.includes(account))
  const said = makeFeedback(setting, all).filter(({ account, language }) => account && accounts.includes(account) && language === 'en')
  const chance = chanceFrom(setting.seed, 'sandbox')
  const chosen = said
    .slice(-SANDBOX_FEEDBACK)
    .map((one, place) => ({ ...one, key: numberedKey('feedback', place), saidAt: recently(one.saidAt, setting.now, chance.unit()) }))
  return { customers: { accounts, contacts }, said: chosen }
}

/** Practice is about this month: what was said earlier is moved into it, in the same order. */
function recently(saidAt: Date, now: Date, unit: number) {
  const daysAgo = (now.getTime() - saidAt.getTime()) / 86_400_000
  return daysAgo < 25 ? saidAt : addDays(now, -25 - unit * 5)
}

function added(telling: Telling, kind: 'problem' | 'bet', { place, title }: { place: number; title: string }) {
  const at = addDays(telling.now, -6 + place)
  const row = { ...recordFacts(telling, { at, by: null }), key: numberedKey(kind, place) }
  telling.note({ kind, ...row, title }, { what: `${kind}.added`, by: null, at })
  return row
}

function heard(
  telling: Telling,
  { id, key, text, context, channel, account, contact, saidAt, language }: DemoFeedback,
  isRead: boolean,
): Row<'feedback'> {
  telling.note({ kind: 'feedback', id, key, title: text }, { what: 'feedback.added', by: null, at: saidAt, origin: 'api' })
  return {
    ...recordFacts(telling, { at: saidAt, by: null }),
    id,
    key,
    text,
    context,
    channel,
    saidAt,
    language,
    accountId: account?.id ?? null,
    contactId: contact?.id ?? null,
    sourceSystem: null,
    sourceId: null,
    sourceUrl: null,
    traits: {},
    state: isRead ? 'processed' : 'new',
    processedAt: isRead ? telling.now : null,
    processedBy: null,
    redactedAt: null,
  }
}

function tie(telling: Telling, { id, text, passages }: DemoFeedback, problemId: string): Row<'insights'> {
  const { from, to, hurt, stance } = passages[0]!
  const row = {
    ...recordFacts(telling, { at: telling.now, by: null }),
    feedbackId: id,
    problemId,
    fromOffset: from,
    toOffset: to,
    passage: text.slice(from, to),
    stance,
    hurt,
    note: '',
  }
  telling.note({ kind: 'insight', id: row.id, title: row.passage }, { what: 'insight.added', by: null, at: telling.now })
  return row
}
