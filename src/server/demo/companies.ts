import { addDays, DAY, dayOf } from './calendar-days.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type CompanyName, companyNames, firstNames, lastNames, titles } from './texts/company-names.ts'

/** What decides a story: the same seed and `now` tell the same one. */
export type Setting = { seed: number; now: Date }

export type DemoAccount = {
  id: string
  company: CompanyName
  domain: string
  plan: string
  segment: string
  size: number
  revenue: number
  since: Date
  churnedAt: Date | null
}
export type DemoContact = { id: string; account: DemoAccount; name: string; email: string; title: string; distinctId: string; since: Date }
export type Customers = { accounts: DemoAccount[]; contacts: DemoContact[] }

/** People who use the product, over all accounts. */
const PEOPLE = 3_600

const known: Record<string, { size: number; revenue: number; years: number }> = {
  'Baxter Plumbing': { size: 58, revenue: 9_600, years: 3.2 },
  'Nordlys Heating': { size: 34, revenue: 7_200, years: 2.1 },
  'Hale & Sons': { size: 9, revenue: 2_400, years: 1.6 },
  'Kestrel Roofing': { size: 22, revenue: 4_800, years: 1.3 },
  'Ferrow Electric': { size: 41, revenue: 8_400, years: 2.7 },
  'Moss & Daughters': { size: 7, revenue: 1_900, years: 1.1 },
}

const segments: [number, string, string][] = [
  [12, 'Small crews', 'Solo'],
  [45, 'Growing', 'Team'],
  [90, 'Established', 'Business'],
  [160, 'Multi-branch', 'Business'],
  [Number.POSITIVE_INFINITY, 'Facility groups', 'Enterprise'],
]

export function makeCustomers({ seed, now }: Setting): Customers {
  const chance = chanceFrom(seed, 'companies')
  const drawn = companyNames.map(({ name }) => known[name]?.size ?? Math.exp(Math.log(28) + chance.normal() * 0.95) + 3)
  const scale = PEOPLE / drawn.reduce((sum, size) => sum + size, 0)
  const accounts = companyNames.map((company, place) => makeAccount(company, drawn[place]! * scale, { chance, now }))
  return { accounts, contacts: makeContacts(accounts, chance) }
}

function makeAccount(company: CompanyName, drawn: number, { chance, now }: { chance: Chance; now: Date }): DemoAccount {
  const mock = known[company.name]
  const size = mock?.size ?? Math.max(4, Math.round(drawn))
  const [, segment, plan] = segments.find(([below]) => size < below)!
  const days = mock ? mock.years * 365 : chance.is(0.3) ? chance.between(20, 330) : chance.between(340, 1_500)
  const since = addDays(now, -Math.round(days))
  const leaves = !mock && days > 120 && chance.is(0.14)
  const stayed = Math.min(days - 60, chance.between(0, 330))
  return {
    id: chance.id(since),
    company,
    domain: `${slugOf(company.name)}.example`,
    plan: company.name === 'Nordlys Heating' ? 'Team' : plan,
    segment,
    size,
    revenue: mock?.revenue ?? Math.round((380 * size ** 0.84) / 100) * 100,
    since,
    churnedAt: leaves ? addDays(now, -Math.round(days - stayed > 0 ? Math.min(days - 60, 320 - stayed * 0.9) : 30)) : null,
  }
}

export function slugOf(name: string) {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('ø', 'o')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}

/** Who writes, calls and is visited. Marit Dahl and her like are in the product, too. */
function makeContacts(accounts: DemoAccount[], chance: Chance) {
  const taken = new Set<string>()
  return accounts.flatMap((account) => {
    const count = account.size < 12 ? chance.between(1, 2) : account.size < 90 ? chance.between(2, 3) : chance.between(3, 4)
    return Array.from({ length: count }, (_, place) => makeContact(account, place, { chance, taken }))
  })
}

function makeContact(account: DemoAccount, place: number, { chance, taken }: { chance: Chance; taken: Set<string> }): DemoContact {
  const { country, name: company } = account.company
  let name = company === 'Nordlys Heating' && place === 0 ? 'Marit Dahl' : ''
  while (!name || taken.has(name)) name = `${chance.pick(firstNames[country])} ${chance.pick(lastNames[country])}`
  taken.add(name)
  const since = addDays(account.since, chance.between(0, 20))
  return {
    id: chance.id(since),
    account,
    name,
    email: `${slugOf(name).replaceAll('-', '.')}@${account.domain}`,
    title: titleAt(account, place, chance),
    distinctId: personId(account, place),
    since,
  }
}

function titleAt(account: DemoAccount, place: number, chance: Chance) {
  if (place === 0)
    return account.company.name === 'Nordlys Heating' ? 'Office manager' : account.size < 20 ? 'Owner' : chance.pick(titles.slice(0, 3))
  if (account.size >= 90 && place === 1) return 'IT administrator'
  return chance.pick(titles.slice(1))
}

/** The id under which a person of an account does things in the product. */
export const personId = (account: DemoAccount, number: number) => `${slugOf(account.company.name)}-${String(number + 1).padStart(3, '0')}`

export const sinceDay = (account: DemoAccount) => dayOf(account.since)
export const isCustomerOn = (account: DemoAccount, at: Date) =>
  account.since <= at && (!account.churnedAt || account.churnedAt.getTime() > at.getTime() - 20 * DAY)
