import type { Channel } from '#db/customer-tables.ts'

/** Larkfield makes scheduling and invoicing for field-service crews. Its customers in the practice workspace: */
export const sampleAccounts = [
  { name: 'Ferrow Electric', plan: 'Team', segment: 'Growing', size: 41, revenue: 8400, person: 'Jo Ferrow', title: 'Office manager' },
  { name: 'Baxter Plumbing', plan: 'Business', segment: 'Established', size: 58, revenue: 9600, person: 'Sal Baxter', title: 'Owner' },
  { name: 'Hale & Sons', plan: 'Solo', segment: 'Small crews', size: 9, revenue: 2400, person: 'Rita Hale', title: 'Bookkeeper' },
  {
    name: 'Aldgate Lifts',
    plan: 'Business',
    segment: 'Multi-branch',
    size: 140,
    revenue: 31000,
    person: 'Priya Nair',
    title: 'Head of service',
  },
  { name: 'Greenline Gardens', plan: 'Solo', segment: 'Small crews', size: 9, revenue: 1800, person: 'Tom Okafor', title: 'Owner' },
  { name: 'Osterby Chimneys', plan: 'Team', segment: 'Growing', size: 19, revenue: 5100, person: 'Maja Osterby', title: 'Dispatcher' },
] as const

type SampleFeedback = {
  from: (typeof sampleAccounts)[number]['name'] | null
  channel: Channel
  daysAgo: number
  text: string
  passage?: string
  hurt?: number
  contradicts?: true
}

/** Those with a passage are tied to the sample problem already; the rest waits in the inbox. */
export const sampleFeedback: SampleFeedback[] = [
  {
    from: 'Ferrow Electric',
    channel: 'support',
    daysAgo: 9,
    text: 'Every Monday I ring each crew to find out which jobs are finished. Then I look whether they were invoiced. Last month three were not, and I only noticed because a customer asked for the bill.',
    passage: 'Last month three were not, and I only noticed because a customer asked for the bill',
    hurt: 2,
  },
  {
    from: 'Aldgate Lifts',
    channel: 'interview',
    daysAgo: 7,
    text: 'We close the month on the fifth. Two people spend a day and a half comparing job sheets with invoices. It is not that the work is hard, it is that nothing tells us what is missing.',
    passage: 'Two people spend a day and a half comparing job sheets with invoices',
    hurt: 3,
  },
  {
    from: 'Hale & Sons',
    channel: 'sales',
    daysAgo: 6,
    text: 'Honestly we are nine people. I know which jobs are done because I hear the van come back. I would not pay for that.',
    passage: 'I know which jobs are done because I hear the van come back',
    contradicts: true,
  },
  {
    from: 'Osterby Chimneys',
    channel: 'support',
    daysAgo: 4,
    text: 'The appointment was moved at nine the evening before. My colleague stood in front of the house at seven. She is not the kind to look at a calendar in the dark on a ladder.',
  },
  {
    from: 'Greenline Gardens',
    channel: 'in-product',
    daysAgo: 4,
    text: 'Can you send the customer a text when we set off? Twice this week nobody was at home.',
  },
  {
    from: 'Aldgate Lifts',
    channel: 'sales',
    daysAgo: 3,
    text: 'Their head of service asks for single sign-on before they renew in spring. I have told them it is on the list. Please confirm a date.',
  },
  {
    from: 'Baxter Plumbing',
    channel: 'interview',
    daysAgo: 3,
    text: 'In the yard the phone works. In a cellar it does not, and that is where we are most of the day. We write on paper and type it in at night, and by then half of it is forgotten.',
  },
  {
    from: 'Hale & Sons',
    channel: 'email',
    daysAgo: 2,
    text: 'An insurer wants photographs with the invoice. We send them by hand from my son’s telephone. Last time he was on holiday.',
  },
  { from: null, channel: 'in-product', daysAgo: 2, text: 'pls add dark mode' },
  {
    from: 'Ferrow Electric',
    channel: 'survey',
    daysAgo: 1,
    text: 'Best thing: the calendar. Worst thing: I cannot see two crews next to each other on my phone when I am not at my desk.',
  },
  {
    from: 'Aldgate Lifts',
    channel: 'support',
    daysAgo: 1,
    text: 'Single sign-on, please. We asked in the autumn already. Our auditors ask us every year who can still sign in.',
  },
  {
    from: 'Osterby Chimneys',
    channel: 'review',
    daysAgo: 1,
    text: 'Four stars. Would be five if typing receipts did not take me until eight in the evening.',
  },
]

export const sampleProblem = {
  title: 'Finished work is not invoiced, and nobody notices',
  who: 'Office managers of firms with several crews',
  tryingTo: 'Invoice every job in the month it was done',
  obstacle: 'Nothing shows which finished jobs have no invoice, so they compare sheets and calendars by hand',
  cost: 'A day and a half each month, and every now and then a job that is never paid',
}

export const sampleMetrics = [
  {
    name: 'Jobs invoiced within seven days',
    unit: '%',
    direction: 'up' as const,
    description: 'Of the jobs finished in a week, the share that has an invoice seven days later.',
  },
  {
    name: 'Support tickets per hundred jobs',
    unit: 'tickets',
    direction: 'down' as const,
    description: 'Tickets opened in a week for every hundred jobs done in it.',
  },
]

export const sampleBet = {
  title: 'Show finished jobs that have no invoice',
  doing: 'showing the office, each morning, the finished jobs that have no invoice',
  forWhom: 'office managers of firms with several crews',
  willChange: 'raise jobs invoiced within seven days from 71 % to 80 %',
  because: 'two firms lose a day and more each month looking for them',
}
