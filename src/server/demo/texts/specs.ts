import type { Person } from './members.ts'

type StoryText = { asA: string; iWant: string; soThat: string; criteria: [given: string, when: string, then: string][] }
type QuestionText = { ask: string; by: Person; weeksAgo: number; answer?: string; answeredBy?: Person }
export type DemoSpecText = {
  bet: number
  title: string
  what: string
  forWhom: string
  why: string
  outOfScope: string
  body: string
  state: 'draft' | 'in-review' | 'ready'
  owner: Person
  weeksAgo: number
  changedWeeksAgo: number
  stories: StoryText[]
  questions: QuestionText[]
}

/** Numbered in this order: SPEC-1, SPEC-2 … */
export const specs: DemoSpecText[] = [
  {
    bet: 1,
    title: 'Monday list of finished, unbilled work',
    owner: 'rosa',
    state: 'ready',
    weeksAgo: 42,
    changedWeeksAgo: 35,
    what: 'Every Monday at six, an e-mail with all jobs that are done and have no invoice, oldest first, with a link to write it.',
    forWhom: 'Whoever writes the invoices: bookkeepers, office managers, owners of small companies.',
    why: 'One job in thirty is billed weeks late or never. Nobody decides that; nothing reminds them.',
    outOfScope: 'Part-billed jobs. Reminders during the week. Other languages than the account’s own.',
    body: '## How it looks\n\nA plain e-mail that can be read on a phone. One line per job: customer, what was done, when, by whom, what it should bring.\n\n## What we leave out on purpose\n\nNo chart, no total at the top. In the tests people looked at the total and closed the mail.',
    stories: [
      {
        asA: 'bookkeeper',
        iWant: 'to get the unbilled jobs on Monday without asking for them',
        soThat: 'I begin the week with the oldest one',
        criteria: [
          [
            'three jobs are done and unbilled',
            'it is Monday, six o’clock in the account’s time zone',
            'I get one e-mail with these three, oldest first',
          ],
          ['nothing is unbilled', 'it is Monday', 'I get no e-mail'],
        ],
      },
      {
        asA: 'owner',
        iWant: 'to see how long each job has waited',
        soThat: 'I notice when something is stuck',
        criteria: [
          ['a job was finished nine days ago', 'the list is made', 'it says “9 days” beside the job'],
          ['a job was finished today', 'the list is made', 'it says “today”'],
        ],
      },
      {
        asA: 'office manager',
        iWant: 'to say that a job will not be billed',
        soThat: 'warranty work does not come back every week',
        criteria: [
          [
            'a job is on the list',
            'I mark it as not to be billed and say why',
            'it is gone from the next list and the reason is on the job',
          ],
        ],
      },
    ],
    questions: [
      {
        ask: 'Who gets it in an account with four people in the office?',
        by: 'tomasz',
        weeksAgo: 41,
        answer: 'Whoever sent the last ten invoices. They can pass it on in the settings.',
        answeredBy: 'rosa',
      },
    ],
  },
  {
    bet: 4,
    title: 'Today first',
    owner: 'jonas',
    state: 'ready',
    weeksAgo: 29,
    changedWeeksAgo: 26,
    what: 'The app opens on today’s jobs, in order, with the first address in large letters.',
    forWhom: 'Crews.',
    why: 'It opens on messages today, and people conclude that there is no job.',
    outOfScope: 'Widgets. The web.',
    body: 'One screen, no tabs. If there is no job today: say so, and show the next one.',
    stories: [
      {
        asA: 'crew member',
        iWant: 'to see where I go first without tapping',
        soThat: 'I can start the van',
        criteria: [
          ['I have two jobs today', 'I open the app', 'I see the first address and time without scrolling'],
          ['I have no job today', 'I open the app', 'it says so and shows my next job and its day'],
        ],
      },
    ],
    questions: [],
  },
  {
    bet: 5,
    title: 'Automatic payment reminders',
    owner: 'rosa',
    state: 'ready',
    weeksAgo: 28,
    changedWeeksAgo: 20,
    what: 'Two reminders, on day 5 and day 10 after the invoice, in the words of the account.',
    forWhom: 'Owners who write reminders at night.',
    why: 'Half of the invoices are paid after the second reminder, and somebody has to write it.',
    outOfScope: 'Fees, third reminders, collection agencies.',
    body: 'The text is friendly and can be changed. A reminder stops as soon as the invoice is marked as paid.',
    stories: [
      {
        asA: 'owner',
        iWant: 'reminders to go out by themselves',
        soThat: 'I do not write them at night',
        criteria: [
          ['an invoice is five days old and not marked as paid', 'it is nine in the morning', 'the customer gets the first reminder'],
          ['the invoice was marked as paid yesterday', 'it is nine in the morning', 'nothing is sent'],
        ],
      },
    ],
    questions: [
      {
        ask: 'What if the bank has the money and we do not know yet?',
        by: 'lena',
        weeksAgo: 27,
        answer: 'Accepted risk: the text says “if you have paid already, please ignore this”.',
        answeredBy: 'rosa',
      },
    ],
  },
  {
    bet: 7,
    title: 'Receipts from a photo',
    owner: 'rosa',
    state: 'ready',
    weeksAgo: 23,
    changedWeeksAgo: 8,
    what: 'The crew photographs a receipt inside a job. Supplier, date and total are read and become a material line that the office sees before it goes on the invoice.',
    forWhom: 'Crews who buy parts on the way, and the office that bills them.',
    why: 'Every receipt is typed twice, and one in ten is lost between the van and the office.',
    outOfScope: 'Single lines of a receipt. E-mailed receipts. Statements of the month.',
    body: '## What happens to a bad photo\n\nWe show what we could read and ask for the rest. We never guess a total: below 90 % certainty the field stays empty and the office is asked.\n\n## Liability\n\nThe office confirms every total. The photo stays beside the line for ten years.\n\n## Speed\n\nThe crew must be able to put the phone away within eight seconds. Reading happens later.',
    stories: [
      {
        asA: 'crew member',
        iWant: 'to photograph a receipt and be done',
        soThat: 'it does not end up in the door pocket',
        criteria: [
          ['I am on a job', 'I photograph a receipt', 'I can put the phone away within eight seconds'],
          ['there is no signal', 'I photograph a receipt', 'the photo is kept and sent when there is a signal, and I see that it waits'],
        ],
      },
      {
        asA: 'office manager',
        iWant: 'supplier, date and total to be filled in',
        soThat: 'I check instead of typing',
        criteria: [
          ['the photo is sharp', 'I open the job', 'supplier, date and total are there, with the photo beside them'],
          ['the total could not be read with certainty', 'I open the job', 'the field is empty and marked, not guessed'],
        ],
      },
      {
        asA: 'bookkeeper',
        iWant: 'to be warned of the same receipt twice',
        soThat: 'the customer does not pay twice',
        criteria: [
          [
            'a receipt with the same supplier, date and total exists',
            'a second one comes in',
            'both are marked and neither is billed until somebody decides',
          ],
        ],
      },
      {
        asA: 'office manager',
        iWant: 'to see which photos wait for me',
        soThat: 'nothing is billed late because of me',
        criteria: [['four photos are not confirmed', 'I open the invoices', 'I see “4 receipts to confirm” with the oldest first']],
      },
    ],
    questions: [
      {
        ask: 'Who is liable for a misread total?',
        by: 'lena',
        weeksAgo: 22,
        answer: 'Whoever confirms it, so nothing is billed unconfirmed. Lena has seen the wording.',
        answeredBy: 'rosa',
      },
      {
        ask: 'Do we keep the original photo or the small one?',
        by: 'priit',
        weeksAgo: 21,
        answer: 'The original. Claims handlers want the time stamp.',
        answeredBy: 'tomasz',
      },
      {
        ask: 'Faded thermal paper?',
        by: 'ines',
        weeksAgo: 20,
        answer: 'Read what can be read, ask for the rest. We count how often.',
        answeredBy: 'rosa',
      },
    ],
  },
  {
    bet: 12,
    title: 'Changes on the lock screen',
    owner: 'jonas',
    state: 'in-review',
    weeksAgo: 7,
    changedWeeksAgo: 1,
    what: 'A change to a job of today or tomorrow goes to the lock screen and to the crew’s own messenger, and the office sees who has seen it.',
    forWhom: 'Crews on the road, and whoever moves their jobs.',
    why: 'A change is in the calendar at once and on the phone half an hour later. Nobody can say whether it was seen.',
    outOfScope: 'Changes further ahead than tomorrow. Answering in the messenger. Customers.',
    body: '## One message per change\n\nMoving a job is one message, however many fields it changes. Two changes within a minute are one.\n\n## Seen\n\nSeen means: opened, or answered with a thumb. Delivered is not seen.\n\n## If nobody has seen it\n\nAfter ten minutes the office is told, with the number to ring.',
    stories: [
      {
        asA: 'crew member',
        iWant: 'a change to be on my lock screen',
        soThat: 'I turn round before I arrive',
        criteria: [
          ['a job of today is cancelled', 'the office saves', 'my lock screen says so within one minute, with the address crossed out'],
          ['battery saving is on', 'the office saves', 'the message arrives all the same'],
          ['the job is next week', 'the office saves', 'I get no message'],
        ],
      },
      {
        asA: 'dispatcher',
        iWant: 'to see who has seen a change',
        soThat: 'I ring only those who have not',
        criteria: [
          ['two of three have opened it', 'I look at the job', 'I see their names and the third as “not seen”'],
          ['ten minutes have passed', 'one has not seen it', 'I am told, with the number'],
        ],
      },
      {
        asA: 'crew member',
        iWant: 'one message per change',
        soThat: 'I do not switch them all off',
        criteria: [['time and address change together', 'the office saves', 'I get one message with both']],
      },
    ],
    questions: [
      { ask: 'Which messengers, and do their terms allow it?', by: 'tomasz', weeksAgo: 6 },
      {
        ask: 'What does “seen” mean for the second person in the same van?',
        by: 'aiko',
        weeksAgo: 5,
        answer: 'Each phone counts for itself. We show names, not vans.',
        answeredBy: 'jonas',
      },
      { ask: 'May the office see at what time somebody looked at the phone? Works councils will ask.', by: 'ines', weeksAgo: 2 },
    ],
  },
  {
    bet: 9,
    title: 'Invoice from the van',
    owner: 'rosa',
    state: 'in-review',
    weeksAgo: 9,
    changedWeeksAgo: 1,
    what: 'When a crew lead closes a job with a fixed price, the invoice is ready to send. One tap, or “leave it to the office”.',
    forWhom: 'Crew leads with small jobs at fixed prices.',
    why: 'What is finished on Friday is billed on Thursday.',
    outOfScope: 'Jobs by the hour. Discounts. Card payment (BET-16).',
    body: 'The office can switch it on per crew lead and sees every invoice that went out, with a day to call it back.',
    stories: [
      {
        asA: 'crew lead',
        iWant: 'to send the invoice when I close the job',
        soThat: 'it is done and I can forget it',
        criteria: [
          ['the job has a fixed price', 'I close it', 'I see the invoice and can send it with one tap'],
          ['the price list says “ask the office”', 'I close the job', 'I can only pass it to the office'],
        ],
      },
      {
        asA: 'bookkeeper',
        iWant: 'to call an invoice back within a day',
        soThat: 'a wrong one does no harm',
        criteria: [['an invoice left the van an hour ago', 'I call it back', 'the customer’s link says that a corrected one follows']],
      },
    ],
    questions: [
      { ask: 'Numbering: can two vans take the same number without a signal?', by: 'priit', weeksAgo: 3 },
      {
        ask: 'Who signs for the price, the crew or the office?',
        by: 'omar',
        weeksAgo: 8,
        answer: 'The price list. If it is not in there, it is not sent from the van.',
        answeredBy: 'rosa',
      },
    ],
  },
  {
    bet: 10,
    title: 'Photos in the invoice',
    owner: 'rosa',
    state: 'ready',
    weeksAgo: 12,
    changedWeeksAgo: 0,
    what: 'Chosen photos go out inside the invoice PDF, dated, two to a page, before and after next to each other.',
    forWhom: 'Crews and offices that work for insurers and public buildings.',
    why: 'Insurers pay for what they can see; offices paste photos into documents for half an hour per claim.',
    outOfScope: 'Drawing on photos. Video.',
    body: 'Originals are kept. Bedrooms: nothing goes out that nobody has chosen.',
    stories: [
      {
        asA: 'office manager',
        iWant: 'to choose the photos that go out',
        soThat: 'nobody sees a bedroom',
        criteria: [
          ['a job has nine photos', 'I write the invoice', 'none is chosen until I choose it'],
          ['I choose four', 'I send', 'the PDF holds these four with date and time'],
        ],
      },
      {
        asA: 'crew member',
        iWant: 'to mark before and after while I take them',
        soThat: 'nobody sorts them later',
        criteria: [['I have taken a photo marked “before”', 'I take the next one from the same place', 'I am offered “after”']],
      },
    ],
    questions: [],
  },
  {
    bet: 17,
    title: 'Single sign-on',
    owner: 'jonas',
    state: 'draft',
    weeksAgo: 3,
    changedWeeksAgo: 1,
    what: 'Companies sign in through their own directory (OIDC first, SAML second).',
    forWhom: 'IT administrators of companies above a hundred people.',
    why: 'Six deals wait for it.',
    outOfScope: '',
    body: '',
    stories: [
      {
        asA: 'IT administrator',
        iWant: 'people to sign in with the company’s account',
        soThat: 'I am not a password machine on Mondays',
        criteria: [],
      },
    ],
    questions: [
      { ask: 'Crews without an e-mail address: what do they sign in with?', by: 'ines', weeksAgo: 2 },
      { ask: 'Do we need SCIM at once, or can leavers wait a day?', by: 'tomasz', weeksAgo: 1 },
    ],
  },
]
