import type { Person } from './members.ts'

type StageText = [name: string, audience: string, share: number, weeksAgo: number]
type TaskText = [hat: string, task: string, owner: Person, done: boolean]
export type DemoLaunchText = {
  bet: number
  spec: number | null
  title: string
  audience: string
  keyMessage: string
  salesNotes: string
  supportNotes: string
  stages: StageText[]
  checklist: TaskText[]
  weeksAgo: number
  state: 'planned' | 'rolling-out' | 'launched' | 'called-off'
  owner: Person
  specVersionBehind?: number
}

/** Numbered in this order: LAUNCH-1, LAUNCH-2 … */
export const launches: DemoLaunchText[] = [
  {
    bet: 1,
    spec: 1,
    title: 'The Monday list',
    owner: 'rosa',
    weeksAgo: 34,
    state: 'launched',
    audience: 'Everybody who writes invoices',
    keyMessage: 'On Monday at six you know what is done and not billed.',
    salesNotes: 'Ask: how many jobs do you forget in a year? Wait for the answer.',
    supportNotes: 'Part-billed jobs are not on the list. Say so at once; it is planned.',
    stages: [
      ['Friends', 'ten offices that helped', 5, 37],
      ['Everybody', 'all accounts', 100, 34],
    ],
    checklist: [
      ['Support', 'Article “What is on the list, and what is not”', 'ines', true],
      ['Sales', 'Two lines for the demo', 'omar', true],
      ['Product', 'Tell the fourteen who asked', 'rosa', true],
    ],
  },
  {
    bet: 7,
    spec: 4,
    title: 'Photo receipts',
    owner: 'rosa',
    weeksAgo: 6,
    state: 'launched',
    audience: 'Crews who buy parts on the way, and their offices',
    keyMessage: 'Photograph the receipt. Nobody types it again.',
    salesNotes:
      'Show the door pocket, then the photo. Do not promise single lines: we read supplier, date and total. Pilot numbers only with permission of Baxter Plumbing.',
    supportNotes:
      'Faded paper is the first thing that goes wrong: the total stays empty and the office is asked. Nothing is billed unconfirmed. Roll-back: switch in the account’s settings.',
    stages: [
      ['Pilot', 'four accounts', 4, 9],
      ['Half', 'half of all crews, drawn by lot', 50, 6],
      ['Everybody', 'all accounts', 100, 2],
    ],
    checklist: [
      ['Support', 'Answers for faded paper, foreign receipts, two copies', 'ines', true],
      ['Sales', 'Demo with a real crumpled receipt', 'omar', true],
      ['Finance', 'Wording on liability', 'lena', true],
      ['Engineering', 'Switch-off tested', 'tomasz', true],
      ['Marketing', 'Short film, 20 seconds', 'aiko', true],
      ['Product', 'Tell the eleven who asked', 'rosa', false],
    ],
  },
  {
    bet: 5,
    spec: 3,
    title: 'Reminders that send themselves',
    owner: 'rosa',
    weeksAgo: 18,
    state: 'called-off',
    audience: 'Owners',
    keyMessage: 'You never write a reminder again.',
    salesNotes:
      'Withdrawn. If somebody asks: we reminded people who had paid, so we switched it off, and will come back when we know what the bank knows.',
    supportNotes: 'Apology letter in the folder. Give credit for one month to everybody who asks.',
    stages: [
      ['Half', 'half of the crew leads', 50, 18],
      ['Everybody', 'all accounts', 100, 14],
    ],
    checklist: [
      ['Support', 'Apology letter', 'ines', true],
      ['Engineering', 'Switch-off', 'tomasz', true],
    ],
  },
  {
    bet: 6,
    spec: null,
    title: 'Search by address',
    owner: 'jonas',
    weeksAgo: 12,
    state: 'launched',
    audience: 'Office people',
    keyMessage: 'Type the street.',
    salesNotes: '',
    supportNotes: 'Merged customers: the history of both is found now.',
    stages: [
      ['Half', 'half of the office people', 50, 12],
      ['Everybody', 'all accounts', 100, 8],
    ],
    checklist: [['Support', 'Update “cannot find” article', 'ines', true]],
  },
  {
    bet: 10,
    spec: 7,
    title: 'Photos in the invoice',
    owner: 'rosa',
    weeksAgo: 1,
    state: 'rolling-out',
    audience: 'Companies that work for insurers and public buildings',
    keyMessage: 'The proof goes out with the bill.',
    salesNotes: 'For roofers and water damage this is the reason to switch. Ask how long a claim takes them today.',
    supportNotes: 'Nothing is sent that nobody has chosen. Old photos have no date in the picture, only in the caption.',
    stages: [
      ['Half', 'half of the crew leads, drawn by lot', 50, 1],
      ['Everybody', 'all accounts', 100, -4],
    ],
    checklist: [
      ['Support', 'Article with a sample PDF', 'ines', true],
      ['Sales', 'List of accounts with claims', 'omar', true],
      ['Marketing', 'Before-and-after page', 'aiko', false],
      ['Product', 'Tell the nine who asked', 'rosa', false],
    ],
    specVersionBehind: 1,
  },
  {
    bet: 12,
    spec: 5,
    title: 'Changes that reach the van',
    owner: 'jonas',
    weeksAgo: -4,
    state: 'planned',
    audience: 'Crews on the road and their dispatchers',
    keyMessage: 'They know before they turn the key.',
    salesNotes: 'The sentence of the year: the office changes it, the van does not know. Let them say it first.',
    supportNotes: '',
    stages: [
      ['By hand', 'five crews, by Ines', 1, 5],
      ['Half', 'half of all crews, drawn by lot', 50, -4],
      ['Everybody', 'all accounts', 100, -7],
    ],
    checklist: [
      ['Legal', 'Messenger terms', 'lena', false],
      ['Support', 'Answers for works councils', 'ines', false],
      ['Engineering', 'Delivery times visible to support', 'tomasz', true],
      ['Sales', 'One slide, no more', 'omar', false],
    ],
  },
  {
    bet: 2,
    spec: null,
    title: 'Parts list',
    owner: 'rosa',
    weeksAgo: 22,
    state: 'launched',
    audience: 'Everybody who writes quotes',
    keyMessage: 'Last price paid, already in the quote.',
    salesNotes: 'Let them type three parts.',
    supportNotes: 'Prices come from confirmed purchases only.',
    stages: [['Everybody', 'all accounts', 100, 22]],
    checklist: [
      ['Support', 'Import of the old list', 'ines', true],
      ['Product', 'Tell the seven who asked', 'rosa', true],
    ],
  },
]
