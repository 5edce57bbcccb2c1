import type { ProductPerson } from './product-people.ts'
import { type ExperimentName, experiments, HISTORY_WEEKS, launchedWeeksAgo } from './timeline.ts'

const since = (weeksAgo: number) => (HISTORY_WEEKS - weeksAgo) * 7
const starts = Object.fromEntries(Object.entries(launchedWeeksAgo).map(([name, weeks]) => [name, since(weeks)])) as Record<
  keyof typeof launchedWeeksAgo,
  number
>

export function isTakenInto(name: ExperimentName, person: ProductPerson, day: number) {
  const { weeks, who } = experiments[name]
  if (day < starts[name] || day >= starts[name] + weeks * 7 || person.entered.has(name)) return false
  if (who === 'nobody') return false
  return who === 'field' ? person.role !== 'office' : person.role === (who === 'leads' ? 'lead' : 'office')
}

const hasTreatment = (name: ExperimentName, person: ProductPerson) => person.entered.has(name) && person.sides[name] === 'treatment'

/** After the last week of taking people in, everybody gets what worked. */
const hasReceipts = (person: ProductPerson, day: number) =>
  hasTreatment('photoReceipts', person) || day >= starts.photoReceipts + experiments.photoReceipts.weeks * 7

const hasPartsList = (person: ProductPerson, day: number) =>
  hasTreatment('partsList', person) || day >= starts.partsList + experiments.partsList.weeks * 7

const hasReminders = (person: ProductPerson, day: number) => hasTreatment('reminders', person) && day < starts.remindersOff

/** What the launches did to people, as chances. Everything a verdict finds comes from here. */
export const chances = {
  invoicedInTwoDays: (person: ProductPerson, day: number) =>
    0.2 + (day >= starts.mondayList ? 0.19 : 0) + (hasReceipts(person, day) ? 0.22 : 0),
  scansReceipt: (person: ProductPerson, day: number) => (hasReceipts(person, day) ? 0.31 : 0),
  opensCalendar: (person: ProductPerson) => person.opensCalendar + (hasTreatment('dayAsStart', person) ? 0.01 : 0),
  paidInAWeek: (person: ProductPerson, day: number) => 0.18 + (hasReminders(person, day) ? 0.03 : 0),
  disputes: (person: ProductPerson, day: number) => 0.011 + (hasReminders(person, day) ? 0.06 : 0),
  findsNothing: (person: ProductPerson) => 0.31 - (hasTreatment('addressSearch', person) ? 0.03 : 0),
  quotesSameDay: (person, day) => 0.05 + (hasPartsList(person, day) ? 0.2 : 0),
  attachesPhoto: (person: ProductPerson) => 0.26 + (hasTreatment('photosInInvoice', person) ? 0.12 : 0),
  corrects: () => 0.013,
  seesChangeAtOnce: () => 0.29,
} satisfies Record<string, (person: ProductPerson, day: number) => number>
