import { type Door, inWorkspace } from '../enter.ts'
import type { Scope } from '../scope.ts'
import type { Services } from '../services.ts'
import { type Customers, makeCustomers, type Setting } from './companies.ts'
import { type LockPlan, lockPlans, sha256Lock } from './lock-plans.ts'
import { demoEvents } from './product-events.ts'
import { makePeople } from './product-people.ts'
import { type DemoStory, generateDemo } from './story.ts'
import { takeOver, writeStory } from './write-story.ts'

/** Chosen once; another seed tells the same year with other words. */
export const DEMO_SEED = 7

/** What the product itself decides: how a promise is locked, and what became of it. `judge` is asked bet by bet, at the time of its check. */
export type DemoRules = { lockPlan: LockPlan; judge: (scope: Scope, bet: { id: string; key: string }) => Promise<unknown> }

type Options = Partial<Setting & DemoRules>

/** Fills an empty workspace with the demo company: records in one transaction, then its product events, then the verdicts on them. `door` is whoever explores it. */
export async function loadDemo(
  services: Services,
  door: Door,
  { seed = DEMO_SEED, now = services.now(), lockPlan = sha256Lock, judge }: Options = {},
) {
  const setting = { seed, now }
  const told = generateDemo(setting)
  const story = { ...takeOver(told, door.memberId), ...lockPlans(told, lockPlan) }
  await inWorkspace(services, door, (scope) => writeStory(scope, story))
  const events = await loadEvents(services, door.workspaceId, setting)
  const judged = judge ? await judgeBets({ services, door, judge }, story) : 0
  return { feedback: story.feedback.length, events, judged }
}

async function loadEvents({ warehouse }: Services, workspaceId: string, setting: Setting) {
  const customers = makeCustomers(setting)
  await warehouse.deliver(workspaceId, { identifications: whoPeopleAre(setting, customers), groups: whatCompaniesAre(customers) })
  let added = 0
  for (const events of demoEvents(setting, customers)) added += (await warehouse.append(workspaceId, events)).added
  await warehouse.checkpoint()
  return added
}

function whoPeopleAre(setting: Setting, customers: Customers) {
  return makePeople(setting, customers).map(({ distinctId, role, account }) => ({
    distinctId,
    set: { role, account: account.company.name, plan: account.plan, segment: account.segment, trade: account.company.trade },
  }))
}

function whatCompaniesAre({ accounts }: Customers) {
  return accounts.map(({ domain, company, plan, segment, size }) => ({
    type: 'company',
    key: domain,
    traits: { name: company.name, plan, segment, size },
  }))
}

type Court = { services: Services; door: Door; judge: DemoRules['judge'] }

/** Each bet that was launched, in the order of the check dates, as if judged on the morning of that day. */
async function judgeBets({ services, door, judge }: Court, { bets, plans }: DemoStory) {
  const checked = new Map(plans.map(({ plan }) => [plan.betId, new Date(`${plan.checkDate}T08:00:00Z`)]))
  const now = services.now()
  const due = bets
    .filter(({ launchedAt }) => launchedAt)
    .map(({ id, key, launchedAt }) => ({
      id: id as string,
      key: key as string,
      at: earlier(checked.get(id as string) ?? (launchedAt as Date), now),
    }))
  for (const { at, ...bet } of due.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await inWorkspace(services, door, (scope) => judge({ ...scope, now: () => at }, bet))
  }
  return due.length
}

const earlier = (a: Date, b: Date) => (a < b ? a : b)
