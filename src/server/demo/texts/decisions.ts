import type { Person } from './members.ts'

type OptionText = [title: string, speaksFor: string[], speaksAgainst: string[]]
type HeardText = [who: Person | string, position: 'supports' | 'has-concerns' | 'opposes' | 'not-asked', note: string]
/** A forecast: what will be true, how sure each person was, and whether it came true. `null` is not known yet. */
export type ForecastText = {
  statement: string
  says: Partial<Record<Person, number>>
  resolvedWeeksAgo: number
  outcome: boolean | null
  resolution?: string
}
export type DemoDecisionText = {
  question: string
  context: string
  options: OptionText[]
  known: string
  unknown: string
  reversible: boolean
  heard: HeardText[]
  bet: number | null
  owner: Person
  askedWeeksAgo: number
  dueWeeksAgo: number
  chosen: number | null
  decidedWeeksAgo: number | null
  reason: string
  forecasts: ForecastText[]
}

/** Numbered in this order: DEC-1, DEC-2 … */
export const decisions: DemoDecisionText[] = [
  {
    question: 'Do we send the Monday list by e-mail or show it as a page?',
    context: 'Offices live in their mailbox; a page could be filtered and sorted.',
    bet: 1,
    owner: 'rosa',
    askedWeeksAgo: 42,
    dueWeeksAgo: 41,
    decidedWeeksAgo: 41,
    chosen: 0,
    reversible: true,
    options: [
      ['E-mail', ['Comes to them', 'No learning'], ['Cannot be sorted']],
      ['Page', ['Filters'], ['Nobody opens the reports page either']],
    ],
    known: 'The reports page is opened once in the first month, then hardly ever.',
    unknown: 'Whether a weekly e-mail is read in week ten.',
    heard: [
      ['ines', 'supports', 'People ask me to send them lists all the time.'],
      ['tomasz', 'supports', 'Two days instead of ten.'],
      ['omar', 'has-concerns', 'A page demos better.'],
    ],
    reason: 'Where people look beats what we can show. If fewer than a quarter open it in the second week we build the page.',
    forecasts: [
      {
        statement: 'At least half of the offices open the list in week ten',
        says: { rosa: 0.7, ines: 0.75, tomasz: 0.55, omar: 0.4, jonas: 0.6 },
        resolvedWeeksAgo: 23,
        outcome: true,
        resolution: '61 % opened it.',
      },
    ],
  },
  {
    question: 'Should we build a report builder?',
    context: 'Asked for at every renewal. Hannah would like to say yes.',
    bet: 14,
    owner: 'rosa',
    askedWeeksAgo: 30,
    dueWeeksAgo: 23,
    decidedWeeksAgo: 23,
    chosen: 1,
    reversible: true,
    options: [
      ['Build it', ['Ends the requests'], ['16 weeks', 'Nobody could say what they would build']],
      ['Do not, and look for the one number', ['Twelve interviews point to it'], ['Sales has to say no for half a year']],
      ['Sell an export to their own tool', ['Cheap'], ['Only three accounts have such a tool']],
    ],
    known: 'Twelve owners, one question: which jobs make money?',
    unknown: 'Whether hours are on the job often enough to answer it.',
    heard: [
      ['hannah', 'has-concerns', 'We lose renewals to prettier charts.'],
      ['omar', 'opposes', 'I have promised it twice.'],
      ['ines', 'supports', ''],
      ['lena', 'supports', 'I use our own export and a spreadsheet, too.'],
    ],
    reason: 'The request was for reports, the problem is margin. Omar disagreed and helped to write the answer to the two accounts.',
    forecasts: [
      {
        statement: 'We lose no renewal above €5,000 this half-year with reports as the reason given',
        says: { rosa: 0.8, omar: 0.35, hannah: 0.5, ines: 0.75, lena: 0.7 },
        resolvedWeeksAgo: 2,
        outcome: true,
        resolution: 'Three renewals lost, none for reports.',
      },
    ],
  },
  {
    question: 'Do we launch reminders although we cannot see the bank?',
    context: 'The assumption “we know in time who has paid” was found to be broken four weeks before the launch.',
    bet: 5,
    owner: 'rosa',
    askedWeeksAgo: 21,
    dueWeeksAgo: 19,
    decidedWeeksAgo: 19,
    chosen: 0,
    reversible: true,
    options: [
      ['Launch with a friendly text', ['The season of late payers begins'], ['Some will have paid']],
      ['Wait for the bank connection', ['No wrong reminders'], ['A quarter later']],
      ['Let the office confirm each reminder', ['Safe'], ['Takes away most of the use']],
    ],
    known: 'One invoice in seven is paid and not yet marked when the reminder would go.',
    unknown: 'How people take it.',
    heard: [
      ['ines', 'opposes', 'These are neighbours. They will ring me.'],
      ['omar', 'supports', ''],
      ['lena', 'has-concerns', 'I would be furious myself.'],
      ['tomasz', 'has-concerns', ''],
    ],
    reason: 'An experiment with half of the crew leads limits the damage, and we will know in four weeks.',
    forecasts: [
      {
        statement: 'Disputes rise by less than one point',
        says: { rosa: 0.75, ines: 0.2, omar: 0.8, lena: 0.4, tomasz: 0.55 },
        resolvedWeeksAgo: 12,
        outcome: false,
        resolution: 'They rose several times over. See the verdict of BET-5.',
      },
      {
        statement: 'Paid within 7 days rises by at least 3 points',
        says: { rosa: 0.65, ines: 0.4, omar: 0.8, lena: 0.5, tomasz: 0.5 },
        resolvedWeeksAgo: 12,
        outcome: false,
        resolution: 'The interval does not clear three points.',
      },
    ],
  },
  {
    question: 'Switch reminders off for everybody?',
    context: 'Disputes, apologies, and the first cancellation that names it.',
    bet: 5,
    owner: 'rosa',
    askedWeeksAgo: 14,
    dueWeeksAgo: 13,
    decidedWeeksAgo: 13,
    chosen: 0,
    reversible: true,
    options: [
      ['Off, and write to everybody', ['Stops the harm today'], ['Owners who like it lose it']],
      ['Off by default, on by choice', ['Keeps the happy ones'], ['Their customers are no less cross']],
    ],
    known: 'The guardrail is broken beyond doubt.',
    unknown: 'Who would switch it on again.',
    heard: [
      ['ines', 'supports', 'Please.'],
      ['omar', 'supports', ''],
      ['lena', 'supports', ''],
      ['hannah', 'supports', ''],
    ],
    reason: 'We said before the launch what harm is not acceptable. This is it.',
    forecasts: [
      {
        statement: 'Disputes are back to the old level within five weeks',
        says: { rosa: 0.85, ines: 0.8, tomasz: 0.9, lena: 0.75, omar: 0.85 },
        resolvedWeeksAgo: 7,
        outcome: true,
        resolution: 'Back after three weeks.',
      },
    ],
  },
  {
    question: 'Photo receipts: read single lines, or the total only?',
    context: 'Lines would fill the parts list by themselves. Totals are enough to bill.',
    bet: 7,
    owner: 'rosa',
    askedWeeksAgo: 22,
    dueWeeksAgo: 20,
    decidedWeeksAgo: 20,
    chosen: 0,
    reversible: true,
    options: [
      ['Total only', ['Nine weeks sooner', 'Right in 96 of 100'], ['No parts history']],
      ['Lines', ['Parts list fills itself'], ['Right in 71 of 100', 'A wrong line is worse than none']],
    ],
    known: '300 receipts read by hand and by machine.',
    unknown: 'How much faded paper there is in winter.',
    heard: [
      ['tomasz', 'supports', ''],
      ['ines', 'supports', 'Support can explain a total.'],
      ['omar', 'has-concerns', 'The rival reads lines. Badly, but they do.'],
      ['aiko', 'supports', ''],
    ],
    reason: 'What is billed must be right. Lines when nine in ten are.',
    forecasts: [
      {
        statement: 'Fewer than 2 % of confirmed totals are corrected later',
        says: { rosa: 0.8, tomasz: 0.85, ines: 0.7, lena: 0.6, omar: 0.7 },
        resolvedWeeksAgo: 1,
        outcome: true,
        resolution: '0.9 %.',
      },
      {
        statement: 'At least a quarter of the crews photograph a receipt in the first 14 days',
        says: { rosa: 0.6, tomasz: 0.5, ines: 0.65, omar: 0.75, lena: 0.45 },
        resolvedWeeksAgo: 3,
        outcome: true,
        resolution: '31 %.',
      },
    ],
  },
  {
    question: 'Who is liable for a misread total?',
    context: 'Lena asked it in the first week, and it was the right question.',
    bet: 7,
    owner: 'rosa',
    askedWeeksAgo: 21,
    dueWeeksAgo: 15,
    decidedWeeksAgo: 16,
    chosen: 0,
    reversible: false,
    options: [
      ['Whoever confirms it', ['Clear', 'Nothing is billed unconfirmed'], ['One more tap']],
      ['We are, up to a limit', ['No tap'], ['An open end that finance will not sign']],
    ],
    known: 'Our terms, and two lawyers who agree.',
    unknown: '',
    heard: [
      ['lena', 'supports', 'With the sentence as it stands now.'],
      ['tomasz', 'supports', ''],
      ['hannah', 'supports', ''],
    ],
    reason: 'A confirmation is also what makes offices trust it.',
    forecasts: [
      {
        statement: 'No account refuses photo receipts because of the confirmation',
        says: { rosa: 0.7, lena: 0.8, tomasz: 0.75, ines: 0.6, omar: 0.55 },
        resolvedWeeksAgo: 3,
        outcome: true,
      },
    ],
  },
  {
    question: 'Live map for customers: yes or no?',
    context: 'Sales sees it in every comparison.',
    bet: 13,
    owner: 'jonas',
    askedWeeksAgo: 14,
    dueWeeksAgo: 11,
    decidedWeeksAgo: 11,
    chosen: 1,
    reversible: true,
    options: [
      ['Build it', ['Customers know it from parcels'], ['14 weeks', 'Crews do not want it']],
      ['Drop it, answer with a message', ['3 weeks'], ['Not on the comparison sheet']],
    ],
    known: 'Six crews asked, five said no, one said “only if I may switch it off at lunch”.',
    unknown: 'Whether customers would choose a company for it.',
    heard: [
      ['omar', 'opposes', 'I will be asked every week.'],
      ['ines', 'supports', ''],
      ['aiko', 'supports', ''],
      ['Crew leads of six accounts', 'opposes', 'They oppose the map, not the decision.'],
    ],
    reason: 'People want a time, not a dot.',
    forecasts: [
      {
        statement: 'Fewer than three lost deals name the map before Christmas',
        says: { jonas: 0.75, omar: 0.3, ines: 0.7, rosa: 0.65, tomasz: 0.7 },
        resolvedWeeksAgo: -5,
        outcome: null,
      },
    ],
  },
  {
    question: 'Which large accounts get single sign-on first?',
    context: 'Six wait. We can bring two aboard by hand.',
    bet: 17,
    owner: 'jonas',
    askedWeeksAgo: 8,
    dueWeeksAgo: 3,
    decidedWeeksAgo: 4,
    chosen: 1,
    reversible: true,
    options: [
      ['The two largest', ['Most seats'], ['Both need SAML']],
      ['The two that use OIDC', ['Works with what we build first'], ['Fewer seats']],
    ],
    known: 'Four of six use OIDC.',
    unknown: 'How long the security reviews take.',
    heard: [
      ['omar', 'has-concerns', 'The largest one has the shortest patience.'],
      ['tomasz', 'supports', ''],
      ['priit', 'supports', ''],
    ],
    reason: 'Learn on the simple ones.',
    forecasts: [
      {
        statement: 'At least four of six sign a letter of intent',
        says: { jonas: 0.65, omar: 0.85, tomasz: 0.5, ines: 0.6, rosa: 0.6 },
        resolvedWeeksAgo: 2,
        outcome: true,
        resolution: 'Five.',
      },
    ],
  },
  {
    question: 'Do we test the guided first week in summer?',
    context: 'August has half of the joiners of January.',
    bet: 3,
    owner: 'jonas',
    askedWeeksAgo: 19,
    dueWeeksAgo: 17,
    decidedWeeksAgo: 17,
    chosen: 0,
    reversible: true,
    options: [
      ['Now', ['It is built'], ['Too few people']],
      ['Wait for January', ['Enough people'], ['Four months on the shelf']],
    ],
    known: 'Joiners of the last two quarters.',
    unknown: 'Whether the trade fair brings more.',
    heard: [
      ['ines', 'supports', ''],
      ['rosa', 'has-concerns', 'The plan says 1,400 people. Where do they come from?'],
      ['omar', 'supports', 'The fair!'],
    ],
    reason: 'The fair might bring enough.',
    forecasts: [
      {
        statement: 'We take in 1,400 people before the check date',
        says: { jonas: 0.55, rosa: 0.15, omar: 0.7, ines: 0.4, tomasz: 0.3 },
        resolvedWeeksAgo: 7,
        outcome: false,
        resolution: 'Nobody was counted: the exposure event was never sent.',
      },
      {
        statement: 'The trade fair brings more than 300 trials',
        says: { jonas: 0.5, rosa: 0.3, omar: 0.75, ines: 0.45, lena: 0.35 },
        resolvedWeeksAgo: 11,
        outcome: false,
        resolution: '118.',
      },
    ],
  },
  {
    question: 'Raise the price of the Solo plan?',
    context: 'It has not changed in three years.',
    bet: null,
    owner: 'hannah',
    askedWeeksAgo: 26,
    dueWeeksAgo: 22,
    decidedWeeksAgo: 22,
    chosen: 1,
    reversible: false,
    options: [
      ['By 20 %', ['Pays for support'], ['Solo is how crews of two begin']],
      ['Leave it until the first week is better', ['No noise while people leave in week one'], ['Another year of it']],
      ['Only for new accounts', ['Fair'], ['Two prices to explain']],
    ],
    known: 'Eleven accounts, less than 3 % of revenue.',
    unknown: 'How many would grow into Team.',
    heard: [
      ['lena', 'opposes', 'It costs more than it brings.'],
      ['omar', 'supports', ''],
      ['jonas', 'supports', ''],
    ],
    reason: 'It is the wrong year for it. Lena disagreed; we look again in March.',
    forecasts: [
      {
        statement: 'At least two Solo accounts move to Team by autumn',
        says: { hannah: 0.6, lena: 0.4, omar: 0.65, jonas: 0.5, rosa: 0.5 },
        resolvedWeeksAgo: 5,
        outcome: true,
        resolution: 'Three.',
      },
    ],
  },
  {
    question: 'Is the numbering fault grave enough to call every account?',
    context: 'Invoices began again at 1 in accounts that changed their fiscal year.',
    bet: null,
    owner: 'hannah',
    askedWeeksAgo: 2,
    dueWeeksAgo: 2,
    decidedWeeksAgo: 2,
    chosen: 0,
    reversible: false,
    options: [
      ['Call all that are touched, today', ['They hear it from us first'], ['Two people for two days']],
      ['Write to them', ['Quick'], ['Tax matters are not for e-mail']],
    ],
    known: 'Fourteen accounts changed their fiscal year.',
    unknown: 'How many invoices left the house.',
    heard: [
      ['ines', 'supports', ''],
      ['lena', 'supports', 'I will call the five with auditors.'],
      ['tomasz', 'supports', ''],
    ],
    reason: 'We would want to be called.',
    forecasts: [
      {
        statement: 'No account leaves because of it by Christmas',
        says: { hannah: 0.7, ines: 0.8, lena: 0.6, tomasz: 0.75, omar: 0.65 },
        resolvedWeeksAgo: -4,
        outcome: null,
      },
    ],
  },
  {
    question: 'Does the search by address stay for everybody although its effect is not certain?',
    context: 'The experiment cannot tell a gain from chance.',
    bet: 6,
    owner: 'jonas',
    askedWeeksAgo: 3,
    dueWeeksAgo: 2,
    decidedWeeksAgo: 2,
    chosen: 0,
    reversible: true,
    options: [
      ['Keep it', ['Costs nothing to keep', 'Support likes it'], ['We would believe what we like to believe']],
      ['Take it back', ['Clean'], ['Nobody asked for that']],
      ['Run it for another quarter', ['Might settle it'], ['Would need four times the people']],
    ],
    known: 'The interval holds zero and holds what we hoped for.',
    unknown: 'Which of the two.',
    heard: [
      ['ines', 'supports', ''],
      ['rosa', 'has-concerns', 'Then let us not call it a success.'],
      ['priit', 'supports', ''],
    ],
    reason: 'We keep it and we do not call it a success.',
    forecasts: [
      {
        statement: '“Cannot find” tickets fall by a third until February',
        says: { jonas: 0.45, ines: 0.6, priit: 0.5, rosa: 0.35 },
        resolvedWeeksAgo: -10,
        outcome: null,
      },
    ],
  },
  {
    question: 'Which messenger first for crews?',
    context: 'Crews use two. Terms, costs and works councils differ.',
    bet: 12,
    owner: 'jonas',
    askedWeeksAgo: 3,
    dueWeeksAgo: -1,
    decidedWeeksAgo: null,
    chosen: null,
    reversible: true,
    options: [
      ['Text messages', ['Every phone has them', 'No terms to read'], ['Seven cents each', 'No “seen”']],
      ['The messenger most crews use', ['They look there', '“Seen” for nothing'], ['Terms change without notice', 'Works councils']],
      ['Our own lock screen message only', ['Nobody to ask'], ['Battery saving holds it back']],
    ],
    known: 'In five crews, by hand, nine of ten changes were seen within two minutes through the messenger.',
    unknown: 'Whether the terms allow job addresses. What works councils of the three largest accounts say.',
    heard: [
      ['tomasz', 'has-concerns', 'I do not want to depend on somebody’s terms.'],
      ['ines', 'supports', 'Anything but silence.'],
      ['lena', 'not-asked', ''],
      ['omar', 'not-asked', ''],
    ],
    reason: '',
    forecasts: [
      {
        statement: 'Half of the crews learn of a change within two minutes by the end of the first month',
        says: { jonas: 0.7, tomasz: 0.5, ines: 0.75, rosa: 0.6, aiko: 0.65 },
        resolvedWeeksAgo: -9,
        outcome: null,
      },
    ],
  },
  {
    question: 'Card payment on site: own terminal, phone as terminal, or a link?',
    context: 'Needed before BET-16 can be sized.',
    bet: 16,
    owner: 'rosa',
    askedWeeksAgo: 5,
    dueWeeksAgo: 0,
    decidedWeeksAgo: null,
    chosen: null,
    reversible: false,
    options: [
      ['Own terminal', ['Works below ground'], ['Hardware, for ever']],
      ['Phone as terminal', ['Nothing to carry'], ['Newer phones only']],
      ['A link by message', ['Three weeks'], ['The customer does it later, which means in three weeks']],
    ],
    known: 'Two accounts use private card readers already.',
    unknown: 'What share of crew phones could take a card. Who bears the fee.',
    heard: [
      ['lena', 'has-concerns', 'Chargebacks. Who handles them?'],
      ['omar', 'supports', 'Any of them.'],
      ['hannah', 'not-asked', ''],
      ['ines', 'has-concerns', ''],
    ],
    reason: '',
    forecasts: [
      {
        statement: 'At least 40 % of active crew phones can serve as a terminal',
        says: { rosa: 0.55, tomasz: 0.7, priit: 0.6 },
        resolvedWeeksAgo: -3,
        outcome: null,
      },
    ],
  },
  {
    question: 'Do we stop the start-screen experiment early?',
    context: 'After two weeks nothing moved. It was planned for four.',
    bet: 4,
    owner: 'jonas',
    askedWeeksAgo: 18,
    dueWeeksAgo: 18,
    decidedWeeksAgo: 18,
    chosen: 1,
    reversible: true,
    options: [
      ['Stop', ['Saves two weeks'], ['We said four']],
      ['Go on to the date in the plan', ['Rules out what we hoped for'], ['Two weeks']],
    ],
    known: 'Difference near zero, wide interval.',
    unknown: '',
    heard: [
      ['aiko', 'supports', 'I want to be wrong properly.'],
      ['tomasz', 'has-concerns', ''],
    ],
    reason: 'A date in a plan is there to be kept.',
    forecasts: [
      {
        statement: 'At the check date an effect of 12 points is ruled out',
        says: { jonas: 0.7, aiko: 0.65, tomasz: 0.8, rosa: 0.7, ines: 0.6 },
        resolvedWeeksAgo: 14,
        outcome: true,
      },
    ],
  },
  {
    question: 'Does finance join the weekly sync?',
    context: 'Liability came up late once.',
    bet: null,
    owner: 'rosa',
    askedWeeksAgo: 15,
    dueWeeksAgo: 14,
    decidedWeeksAgo: 14,
    chosen: 0,
    reversible: true,
    options: [
      ['Yes, for the first ten minutes', ['Early questions'], ['Lena’s Tuesday']],
      ['A note instead', ['No meeting'], ['Notes come late, too']],
    ],
    known: '',
    unknown: 'Whether ten minutes stay ten minutes.',
    heard: [
      ['lena', 'supports', ''],
      ['hannah', 'supports', ''],
    ],
    reason: 'Cheap, and can be undone.',
    forecasts: [
      {
        statement: 'The sync ends on time in at least eight of the next ten weeks',
        says: { rosa: 0.6, lena: 0.5, jonas: 0.45, tomasz: 0.3, hannah: 0.7 },
        resolvedWeeksAgo: 4,
        outcome: false,
        resolution: 'Six of ten.',
      },
      {
        statement: 'Finance raises at least two questions that change a spec',
        says: { rosa: 0.65, lena: 0.85, jonas: 0.5, tomasz: 0.55 },
        resolvedWeeksAgo: 4,
        outcome: true,
        resolution: 'Three: liability, chargebacks, credit notes.',
      },
    ],
  },
]
