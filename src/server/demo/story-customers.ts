import { addDays, DAY, dayOf, HOUR } from './calendar-days.ts'
import { type Customers, sinceDay } from './companies.ts'
import type { DemoFeedback } from './feedback.ts'
import { numberedKey, type Row, recordFacts, type Telling } from './story-shape.ts'
import type { Person } from './texts/members.ts'
import { problems as problemTexts } from './texts/problems.ts'
import type { ThemeName } from './texts/themes.ts'

export function accountRows(telling: Telling, { accounts }: Customers): Row<'accounts'>[] {
  return accounts.map(({ id, company, domain, plan, segment, size, revenue, since, churnedAt }) => ({
    ...recordFacts(telling, { at: earliest(since, telling), by: null }),
    id,
    name: company.name,
    domain,
    plan,
    segment,
    size,
    revenue,
    customerSince: dayOf(since),
    churnedAt: churnedAt && dayOf(churnedAt),
    traits: { trade: company.trade, town: company.town, country: company.country === 'en' ? 'GB' : company.country.toUpperCase() },
    sourceId: `crm-${domain}`,
  }))
}

export function contactRows(telling: Telling, { contacts }: Customers): Row<'contacts'>[] {
  return contacts.map(({ id, account, name, email, title, distinctId, since }) => ({
    ...recordFacts(telling, { at: earliest(since, telling), by: null }),
    id,
    accountId: account.id,
    name,
    email,
    title,
    distinctId,
    traits: { customerSince: sinceDay(account) },
    sourceId: `crm-${distinctId}`,
  }))
}

/** The workspace is a year old; what is older came with the first import. */
const earliest = (at: Date, { now }: Telling) => new Date(Math.max(at.getTime(), addDays(now, -364).getTime()))

export function problemRows(telling: Telling): Row<'problems'>[] {
  const rows: Row<'problems'>[] = []
  problemTexts.forEach((text, place) => {
    const by: Person = place % 3 === 1 ? 'jonas' : 'rosa'
    const at = telling.inWeek(text.found)
    const { who, tryingTo, obstacle, cost, title, state, why } = text
    const parentId = rows.find((row) => row.title === text.parent)?.id ?? null
    const row = {
      ...recordFacts(telling, { at, by }),
      key: numberedKey('problem', place),
      title,
      who,
      tryingTo,
      obstacle,
      cost,
      parentId,
      state,
      stateReason: why ?? null,
    }
    rows.push(row)
    const about = { kind: 'problem' as const, ...row }
    telling.note(about, { what: 'problem.added', by, at })
    if (state === 'emerging') return
    const validated =
      state === 'parked'
        ? []
        : [{ to: 'validated' as const, weeks: state === 'validated' ? text.settled! : Math.min(text.found - 3, text.settled! + 8) }]
    const moves = state === 'validated' ? validated : [...validated, { to: state, weeks: text.settled! }]
    moves.reduce((before: string, { to, weeks }) => {
      telling.note(about, {
        what: `problem.${to}`,
        by,
        at: telling.inWeek(weeks),
        why: to === state ? (why ?? null) : null,
        changes: { state: { before, after: to } },
      })
      return to
    }, 'emerging')
  })
  return rows
}

const readers: [Person, number][] = [
  ['ines', 5],
  ['rosa', 3],
  ['jonas', 3],
]
const sources: Partial<Record<DemoFeedback['channel'], [system: string, prefix: string]>> = {
  support: ['helpdesk', 'T'],
  review: ['app-store', 'R'],
  sales: ['crm', 'N'],
  survey: ['survey', 'S'],
  community: ['forum', 'P'],
  email: ['mailbox', 'M'],
}

export function feedbackRows(telling: Telling, said: DemoFeedback[]): Row<'feedback'>[] {
  const { chance } = telling
  return said.map((one, place) => {
    const source = sources[one.channel]
    const at = new Date(Math.min(one.saidAt.getTime() + chance.between(1, 40) * 60_000, telling.now.getTime()))
    const byHand = source ? null : one.channel === 'in-product' ? null : chance.weighted(readers)
    const sourceId = source ? `${source[1]}-${20_411 + place * 3}` : null
    const row: Row<'feedback'> & { id: string; text: string } = {
      ...recordFacts(telling, { at, by: byHand, owner: null }),
      id: one.id,
      key: one.key,
      text: one.text,
      context: one.context,
      channel: one.channel,
      contactId: one.contact?.id ?? null,
      accountId: one.account?.id ?? null,
      saidAt: one.saidAt,
      sourceSystem: source?.[0] ?? (byHand ? null : 'in-product'),
      sourceId,
      sourceUrl:
        one.channel === 'support'
          ? `https://desk.larkfield.example/tickets/${sourceId}`
          : one.channel === 'community'
            ? `https://forum.larkfield.example/${sourceId}`
            : null,
      language: one.language,
      traits: one.rating ? { rating: one.rating } : {},
      state: one.state,
      processedAt: null,
      processedBy: null,
      redactedAt: null,
    }
    const about = { kind: 'feedback' as const, ...row, key: one.key, title: one.text }
    telling.note(about, { what: 'feedback.added', by: byHand, at, origin: byHand ? 'web' : 'api' })
    return one.state === 'new' ? row : { ...row, ...read(telling, about, one) }
  })
}

type Said = { kind: 'feedback'; id: string; key: string; title: string }

function read(telling: Telling, about: Said, { saidAt, state }: DemoFeedback) {
  const { chance, people, now } = telling
  const by = chance.weighted(readers)
  const wait = (0.15 + -Math.log(1 - chance.unit()) * 1.6) * DAY
  const at = new Date(Math.min(saidAt.getTime() + wait, now.getTime() - HOUR))
  const processed = { processedAt: at, processedBy: people[by] }
  telling.note(about, {
    what: state === 'spam' ? 'feedback.marked-as-spam' : 'feedback.processed',
    by,
    at,
    changes: {
      state: { before: 'new', after: state },
      processedAt: { before: null, after: at.toISOString() },
      processedBy: { before: null, after: people[by] },
    },
  })
  return processed
}

/** How much of what is said about a theme somebody has tied to its problem. The young problems have little. */
const tied: Record<ThemeName, number> = {
  receipts: 0.52,
  calendar: 0.38,
  forgotten: 0.46,
  latePayment: 0.4,
  firstWeek: 0.38,
  proof: 0.42,
  offline: 0.4,
  replanning: 0.42,
  lateNews: 0.55,
  quotes: 0.42,
  books: 0.34,
  margins: 0.12,
  history: 0.42,
  permissions: 0.14,
  arrival: 0.36,
  rollout: 0.5,
  maintenance: 0.1,
  season: 0.3,
}

export function insightRows(
  telling: Telling,
  said: DemoFeedback[],
  { feedback, problems }: { feedback: Row<'feedback'>[]; problems: Row<'problems'>[] },
): Row<'insights'>[] {
  const { chance, now } = telling
  const problemOf = Object.fromEntries(problemTexts.flatMap(({ theme }, place) => (theme ? [[theme, problems[place]!]] : []))) as Record<
    ThemeName,
    Row<'problems'>
  >
  const personOf = Object.fromEntries(Object.entries(telling.people).map(([person, id]) => [id, person as Person]))
  return said.flatMap(({ passages, text, state }, place) => {
    const row = feedback[place]!
    if (state !== 'processed') return []
    return passages
      .filter(({ theme, stance }) => chance.is(stance === 'contradicts' ? 0.7 : tied[theme as ThemeName]))
      .map(({ theme, from, to, hurt, stance }) => {
        const problem = problemOf[theme as ThemeName]
        const read = (row.processedAt as Date).getTime() - chance.between(10, 200) * 1_000
        const at = new Date(Math.min(Math.max(read, (problem.createdAt as Date).getTime() + chance.between(1, 90) * HOUR), now.getTime()))
        const by = personOf[row.processedBy as string]!
        const insight = {
          ...recordFacts(telling, { at, by }),
          feedbackId: row.id as string,
          problemId: problem.id as string,
          fromOffset: from,
          toOffset: to,
          passage: text.slice(from, to),
          stance,
          hurt,
          note: '',
        }
        telling.note({ kind: 'insight', id: insight.id, title: insight.passage }, { what: 'insight.added', by, at })
        return insight
      })
  })
}
