import type { ThemeTexts } from './theme-texts.ts'

export const maintenance: ThemeTexts = {
  terse: [
    '3 *Forgot a yearly service. Warranty void.* Customer wants {money} from us.',
    '2 *{num} contracts in a spreadsheet.* Your software does not know them.',
    '2 Recurring jobs stop after twelve. *Nobody tells me.* Thirteenth never happens.',
  ],
  polite: [
    '2 Every January *I copy all maintenance visits of last year into the new one, by hand, {num} of them*. It takes the week.',
    '2 The series makes a visit on the same date each year, and *that date is a Sunday this time, or a holiday*.',
    "3 *We missed the inspection at {client}'s because the reminder sat with a colleague who has left.* They changed to another firm.",
    '2 *When the price of a contract changes I have to open each future visit.* I gave up at thirty.',
    '1 Customers ask what their contract includes. *I look it up in a folder, a paper one, blue.*',
  ],
  technical: [
    '2 *A recurring series creates at most 12 occurrences and does not extend itself.* Not documented.',
    '1 Changing one visit of a series *asks "all or this one" but never "from here on"*.',
  ],
  sales: [
    '2 Two thirds of their income is contracts. *They manage {num} of them in a calendar of 2019 with new dates pencilled in.*',
    "2 Asked how we remind them of inspections required by law. *We don't.* They noticed.",
  ],
  ticket: [
    '2 *Series ended silently after the 12th visit.* Customer found out from their client.',
    '1 *Moved one visit and the whole series moved.* Restored by hand.',
  ],
  review: ['2 *recuring jobs just stop* after a year', '2 no contracts. *still using excel for service plans*'],
  survey: ['2 *Maintenance contracts*', '2 *yearly visits that nobody planned*'],
  interview: [
    '2 A contract is the nicest money there is: same house, same dog, every year. *And we lose it because nobody wrote it into the new calendar.* Not because we are bad. Because of January.',
    '3 The inspector asked for the record. *The visit had not taken place. The series had ended and no one knew.* That was an expensive letter.',
  ],
  community: [
    '1 For yearly services: *create two overlapping series*, then at least one survives.',
    '2 How do you keep track of contracts? *We have {num} and a wall planner.*',
  ],
  internal: [
    '2 Looked into churned accounts: *service firms with more than 50 contracts leave in January*. It is when they find the gaps.',
  ],
  german: ['2 *Wartungsverträge führen wir weiter in der Tabelle*, weil die Serie nach zwölf Terminen einfach aufhört.'],
  french: ["2 *Les entretiens annuels tombent dans l'oubli*, la série s'arrête sans prévenir."],
  spanish: ['2 *Las revisiones anuales se pierden*: la serie termina y nadie avisa.'],
  against: ['1 Our {num} contracts run as recurring jobs without any trouble. *Set up once, never touched.*'],
}
