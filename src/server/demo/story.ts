import { addDays } from './calendar-days.ts'
import { makeCustomers, type Setting } from './companies.ts'
import { makeFeedback } from './feedback.ts'
import { betRows, metricRows, type PlannedLock, planRows } from './story-business.ts'
import { accountRows, contactRows, feedbackRows, insightRows, problemRows } from './story-customers.ts'
import { decisionRows } from './story-decisions.ts'
import { type About, beginTelling, type Happening, type Row, settle, type Telling } from './story-shape.ts'
import { commentRows, launchRows, specRows } from './story-team.ts'
import { members, type Person } from './texts/members.ts'

/** A workspace with a year of history, as plain rows. What only the product itself may compute (locks, verdicts) is left to the loader. */
export type DemoStory = {
  people: Record<Person, string>
  members: Row<'members'>[]
  accounts: Row<'accounts'>[]
  contacts: Row<'contacts'>[]
  feedback: Row<'feedback'>[]
  problems: Row<'problems'>[]
  insights: Row<'insights'>[]
  metrics: Row<'metrics'>[]
  bets: Row<'bets'>[]
  betProblems: Row<'betProblems'>[]
  plans: PlannedLock[]
  specs: Row<'specs'>[]
  stories: Row<'stories'>[]
  openQuestions: Row<'openQuestions'>[]
  launches: Row<'launches'>[]
  decisions: Row<'decisions'>[]
  forecasts: Row<'forecasts'>[]
  comments: Row<'comments'>[]
  mentions: Row<'mentions'>[]
  journal: Happening[]
}

export function generateDemo(setting: Setting): DemoStory {
  const telling = beginTelling(setting)
  const customers = makeCustomers(setting)
  const said = makeFeedback(setting, customers)
  const accounts = accountRows(telling, customers)
  const contacts = contactRows(telling, customers)
  const problems = problemRows(telling)
  const feedback = feedbackRows(telling, said)
  const insights = insightRows(telling, said, { feedback, problems })
  const { rows: metrics, bySlug } = metricRows(telling)
  const { rows: bets, betProblems } = betRows(telling, { metrics: bySlug, problems })
  const plans = planRows(telling, { bets, metrics: bySlug })
  const { rows: specs, stories, openQuestions } = specRows(telling, bets)
  const launches = launchRows(telling, { bets, specs, insights, betProblems })
  const { rows: decisions, forecasts } = decisionRows(telling, bets)
  const talkedAbout = [
    ...named('problem', problems),
    ...named('metric', metrics),
    ...named('bet', bets),
    ...named('spec', specs),
    ...named('launch', launches),
    ...named('decision', decisions),
  ]
  const { comments, mentions } = commentRows(telling, talkedAbout)
  const journal = telling.journal.sort((a, b) => a.at.getTime() - b.at.getTime())
  const settled = <R extends { id: string; version?: number | undefined; updatedAt: Date | string }>(rows: R[]) => settle(rows, journal)
  return {
    people: telling.people,
    members: memberRows(telling),
    accounts,
    contacts,
    feedback: settled(feedback),
    problems: settled(problems),
    insights,
    metrics: settled(metrics),
    bets: settled(bets),
    betProblems,
    plans,
    specs: settled(specs),
    stories,
    openQuestions,
    launches: settled(launches),
    decisions: settled(decisions),
    forecasts: settled(forecasts),
    comments,
    mentions,
    journal,
  }
}

function memberRows({ people, now }: Telling): Row<'members'>[] {
  return (Object.keys(members) as Person[]).map((person) => {
    const { name, role } = members[person]
    return {
      id: people[person],
      userId: null,
      name,
      email: `${person}@larkfield.example`,
      role,
      createdAt: addDays(now, -365),
      removedAt: null,
    }
  })
}

type Named = { id: unknown; key: unknown; title?: unknown; name?: unknown; question?: unknown }
const named = (kind: About['kind'], rows: Named[]) =>
  rows.map(
    ({ id, key, title, name, question }): About => ({ kind, id: String(id), key: String(key), title: String(title ?? name ?? question) }),
  )
