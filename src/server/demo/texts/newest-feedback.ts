import type { Channel } from '#db/customer-tables.ts'

/** Unread since today and yesterday. `minutes` before now; `who` is a company, null says it without a name. */
export const newestFeedback: { minutes: number; who: string | null; channel: Channel; line: string }[] = [
  {
    minutes: 12,
    who: 'Baxter Plumbing',
    channel: 'in-product',
    line: 'The new calendar is great but on the phone I cannot see two crews next to each other, so I take a photo of the office screen before I leave. Surely that is not the idea.',
  },
  {
    minutes: 40,
    who: 'Nordlys Heating',
    channel: 'email',
    line: 'Hello, a small thing that is not small for us. When a customer cancels the same morning the crew still drives there. The calendar shows it, but nobody in a van looks at the calendar. Twice last week, forty minutes each way.\n\nOle now rings everybody at seven. I do not think that should be his job. Otherwise we are happy!',
  },
  { minutes: 62, who: null, channel: 'review', line: 'pls add dark mode my eyes' },
  {
    minutes: 125,
    who: 'Hale & Sons',
    channel: 'email',
    line: 'We would pay more for photos attached to the invoice. Insurance keeps asking.\n\nGareth',
  },
  {
    minutes: 185,
    who: 'Kestrel Roofing',
    channel: 'support',
    line: 'Invoice numbering restarted at 1 after the update!! Two have gone out already. Please ring me.',
  },
  {
    minutes: 310,
    who: 'Ferrow Electric',
    channel: 'email',
    line: 'Good morning,\n\nThe report I need every Monday is: which jobs were done but not invoiced. The list you built in spring was nearly it, but it forgets jobs with a first instalment.\n\nKind regards',
  },
  { minutes: 1_450, who: 'Moss & Daughters', channel: 'email', line: 'Honestly the best thing you did this year was the parts list.' },
  {
    minutes: 1_530,
    who: 'Ravensgill Group',
    channel: 'sales',
    line: 'Renewal call. They will sign for two years if single sign-on is on the roadmap with a quarter beside it. I said I would come back with a hypothesis and not with a promise. Silence, then laughter. They liked it.',
  },
  {
    minutes: 1_610,
    who: 'Yarrowby Boilers',
    channel: 'support',
    line: 'Two crews at one address again this morning. The change was made at 06:20, the second crew says nothing arrived before eight. Can you see what was delivered when?',
  },
  {
    minutes: 1_700,
    who: null,
    channel: 'review',
    line: '★★☆☆☆ reads reciepts now, cool. thinks a 7 is a 1 on faded paper tho. checked 3, 1 was wrong',
  },
]
