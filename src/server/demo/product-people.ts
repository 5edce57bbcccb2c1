import { addDays, DAY, mondayBefore } from './calendar-days.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Customers, type DemoAccount, personId, type Setting } from './companies.ts'
import { type ExperimentName, experiments, HISTORY_WEEKS } from './timeline.ts'

export type ProductPerson = {
  distinctId: string
  account: DemoAccount
  role: 'office' | 'lead' | 'crew'
  device: 'phone' | 'tablet' | 'web'
  /** Days since the first day of the history. */
  joins: number
  leaves: number
  /** Chance of using the product on an ordinary working day. */
  rate: number
  opensCalendar: number
  /** The side of every experiment that this person would be on. */
  sides: Record<ExperimentName, 'control' | 'treatment'>
  entered: Set<ExperimentName>
}

const rates = { office: 0.38, lead: 0.3, crew: 0.125 }

export const firstDay = (now: Date) => mondayBefore(now, HISTORY_WEEKS)

export function makePeople({ seed, now }: Setting, { accounts }: Customers): ProductPerson[] {
  const chance = chanceFrom(seed, 'people')
  const start = firstDay(now)
  const people = accounts.flatMap((account) =>
    Array.from({ length: account.size }, (_, number) => makePerson(account, number, { chance, start })),
  )
  assignSides(people, chance)
  return people
}

function makePerson(account: DemoAccount, number: number, { chance, start }: { chance: Chance; start: Date }): ProductPerson {
  const role = number < Math.max(1, account.size * 0.18) ? 'office' : chance.is(0.37) ? 'lead' : 'crew'
  const joins = joinDay(account, { chance, start })
  return {
    distinctId: personId(account, number),
    account,
    role,
    device: role === 'office' ? chance.pick(['web', 'web', 'phone'] as const) : chance.pick(['phone', 'phone', 'phone', 'tablet'] as const),
    joins,
    leaves: Math.min(leaveDay(joins, chance), account.churnedAt ? dayNumber(account.churnedAt, start) : Number.POSITIVE_INFINITY),
    rate: Math.min(0.9, rates[role] * Math.exp(chance.normal() * 0.45)),
    opensCalendar: Math.min(0.95, Math.max(0.03, 0.4 + chance.normal() * 0.25)),
    sides: Object.fromEntries(
      Object.keys(experiments).map((name) => [name, chance.is(0.5) ? 'treatment' : 'control']),
    ) as ProductPerson['sides'],
    entered: new Set(),
  }
}

/** Assigned by chance in pairs of people who are alike, so that the arms of an experiment begin level. */
function assignSides(people: ProductPerson[], chance: Chance) {
  const alike = people.toSorted((a, b) => a.role.localeCompare(b.role) || a.opensCalendar - b.opensCalendar)
  for (const name of Object.keys(experiments) as ExperimentName[]) {
    alike.forEach((person, place) => {
      const partner = alike[place - 1]
      person.sides[name] = place % 2 === 1 ? otherSide[partner!.sides[name]] : chance.is(0.5) ? 'treatment' : 'control'
    })
  }
}

const otherSide = { control: 'treatment', treatment: 'control' } as const

const dayNumber = (at: Date, start: Date) => Math.floor((at.getTime() - start.getTime()) / DAY)

/** Most of an account comes aboard in its first weeks; later ones are hired, or were slow to be invited. */
function joinDay(account: DemoAccount, { chance, start }: { chance: Chance; start: Date }) {
  const since = dayNumber(account.since, start)
  const last = dayNumber(addDays(start, HISTORY_WEEKS * 7), start)
  if (chance.is(0.55)) return Math.round(since + chance.unit() ** 2 * 40)
  return Math.round(Math.max(since, -30) + chance.unit() * Math.max(20, last - Math.max(since, -30)))
}

/** A quarter tries it and lets it be; after that people leave slowly. */
function leaveDay(joins: number, chance: Chance) {
  if (joins >= 0 && chance.is(0.24)) return joins + 1 + Math.floor(chance.unit() ** 2 * 24)
  return Math.max(joins, 0) + Math.round(-Math.log(1 - chance.unit()) * 1_100)
}
