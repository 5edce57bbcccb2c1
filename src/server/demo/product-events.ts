import type { NewEvent, Properties } from '#warehouse/events.ts'
import { addDays, DAY, HOUR, weekdayOf, workloadOn } from './calendar-days.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Customers, makeCustomers, type Setting } from './companies.ts'
import { chances, isTakenInto } from './product-effects.ts'
import { firstDay, makePeople, type ProductPerson } from './product-people.ts'
import { type ExperimentName, experiments } from './timeline.ts'

const BATCH = 5_000
/** Days lived before the history begins, so that its first weeks are no quieter than the rest: invoices follow jobs by weeks. */
const WARM_UP = 42
const weekday = [1.04, 1.1, 1.08, 1.05, 0.86, 0.13, 0.03]
const experimentNames = Object.keys(experiments) as ExperimentName[]

/** On quiet days the office catches up with its invoices. */
const CATCHING_UP = 0.13

/** A day of a person; `quiet` is how much less than usual there is to do. `say` writes down what happens `hours` after the day began; hours beyond 24 are later days. */
type PersonDay = {
  person: ProductPerson
  day: number
  quiet: number
  chance: Chance
  say: (event: string, hours: number, properties?: Properties) => void
}

/** Fourteen months of product events up to `now`, oldest day first, in batches. */
export function* demoEvents(setting: Setting, customers: Customers = makeCustomers(setting)): Generator<NewEvent[]> {
  const start = firstDay(setting.now)
  const days = Math.ceil((setting.now.getTime() - start.getTime()) / DAY)
  const later: NewEvent[][] = Array.from({ length: days }, () => [])
  const people = makePeople(setting, customers)
  const chance = chanceFrom(setting.seed, 'events')
  const batch: NewEvent[] = []
  for (let day = -WARM_UP; day < days; day++) {
    liveDay(people, { day, date: addDays(start, day), later, chance })
    if (day < 0) continue
    batch.push(...later[day]!.filter(({ at }) => at <= setting.now).sort((a, b) => a.at.getTime() - b.at.getTime()))
    later[day] = []
    while (batch.length >= BATCH) yield batch.splice(0, BATCH)
  }
  if (batch.length > 0) yield batch
}

function liveDay(people: ProductPerson[], { day, date, later, chance }: { day: number; date: Date; later: NewEvent[][]; chance: Chance }) {
  const workload = workloadOn(date)
  const load = workload * weekday[weekdayOf(date)]!
  for (const person of people) {
    if (day < person.joins || day >= person.leaves) continue
    if (day !== person.joins && !chance.is(person.rate * load)) continue
    const say: PersonDay['say'] = (event, hours, properties = {}) => {
      const into = later[day + Math.floor(hours / 24)]
      into?.push({ event, distinctId: person.distinctId, at: new Date(date.getTime() + Math.floor(hours * HOUR)), properties })
    }
    spendDay({ person, day, quiet: 1 - workload, chance, say })
  }
}

function spendDay(today: PersonDay) {
  const { person, day, chance, say } = today
  const hour = person.role === 'office' ? 7 + chance.unit() * 2 : 5.5 + chance.unit() * 2
  if (day === person.joins) say('joined', hour, { role: person.role, plan: person.account.plan })
  say('signed_in', hour + 0.01, { device: person.device })
  enterExperiments(today, hour + 0.02)
  if (person.role === 'office') workInOffice(today, hour + 0.1)
  else workOnSite(today, hour + 0.1)
}

function enterExperiments({ person, day, say }: PersonDay, hour: number) {
  for (const name of experimentNames) {
    if (!isTakenInto(name, person, day)) continue
    person.entered.add(name)
    const { feature, property } = experiments[name]
    say('feature_exposed', hour, { feature, variant: person.sides[name], [property]: person.sides[name] })
  }
}

function workInOffice(today: PersonDay, hour: number) {
  const { person, day, chance, say } = today
  if (chance.is(0.8)) say('calendar_opened', hour, { view: 'week' })
  for (let job = chance.between(0, 2); job >= 0; job--) {
    const at = hour + chance.unit() * 7
    say('job_created', at, { trade: person.account.company.trade })
    say('job_scheduled', at + 0.05 + chance.unit() * 0.5)
  }
  if (chance.is(0.35)) say('job_rescheduled', hour + chance.unit() * 6, { device: person.device })
  if (chance.is(0.34))
    say('search_used', hour + chance.unit() * 8, { results: chance.is(chances.findsNothing(person)) ? 0 : chance.between(1, 40) })
  if (chance.is(0.3)) writeQuote(today, hour + chance.unit() * 5, chance.is(chances.quotesSameDay(person, day)))
}

function writeQuote({ chance, say }: PersonDay, at: number, sameDay: boolean) {
  say('quote_started', at)
  if (sameDay) say('quote_sent', at + 0.3 + chance.unit() * 3, { amount: amountOf(chance, 900) })
  else if (chance.is(0.7)) say('quote_sent', at + 26 + chance.unit() * 150, { amount: amountOf(chance, 900) })
}

const amountOf = (chance: Chance, median: number) => Math.round(median * Math.exp(chance.normal() * 0.9) * 100) / 100

function workOnSite(today: PersonDay, hour: number) {
  const { person, day, chance, say } = today
  if (chance.is(chances.opensCalendar(person))) say('calendar_opened', hour, { view: 'day' })
  if (chance.is(0.3)) hearOfChange(today, hour - 1 + chance.unit() * 4)
  const jobs = person.role === 'lead' && chance.is(0.3) ? 2 : 1
  for (let job = 0; job < jobs; job++) {
    const done = hour + 3 + job * 3 + chance.unit() * 3
    say('job_completed', done, { trade: person.account.company.trade, device: person.device })
    if (chance.is(chances.attachesPhoto(person))) say('photo_attached', done - 0.3, { count: chance.between(1, 6) })
    if (chance.is(chances.scansReceipt(person, day))) say('receipt_scanned', done - 1, { amount: amountOf(chance, 60) })
    if (chance.is(0.93)) sendInvoice(today, done)
  }
}

function hearOfChange({ person, chance, say }: PersonDay, at: number) {
  say('crew_notified', at, { device: person.device })
  const minutes = chance.is(chances.seesChangeAtOnce()) ? chance.unit() * 1.9 : 2 + Math.exp(2.6 + chance.normal() * 0.9)
  if (chance.is(0.93)) say('change_seen', at + minutes / 60, { minutes: Math.round(minutes * 10) / 10 })
}

function sendInvoice({ person, day, quiet, chance, say }: PersonDay, done: number) {
  const wait = chance.is(chances.invoicedInTwoDays(person, day) + quiet * CATCHING_UP)
    ? 1 + chance.unit() * 44
    : 50 + -Math.log(1 - chance.unit()) * 130
  const amount = amountOf(chance, 240)
  const sent = done + wait
  say('invoice_sent', sent, { amount, from: chance.is(0.12) ? 'van' : 'office' })
  const days = chance.is(chances.paidInAWeek(person, day)) ? 0.5 + chance.unit() * 6.3 : 7.2 - Math.log(1 - chance.unit()) * 16
  if (chance.is(0.6)) say('invoice_paid', sent + days * 24, { amount })
  if (chance.is(chances.corrects())) say('invoice_corrected', sent + chance.unit() * 90, { amount })
  if (chance.is(chances.disputes(person, day))) say('invoice_disputed', sent + 24 + chance.unit() * 160, { amount })
}
