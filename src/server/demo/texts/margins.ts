import type { ThemeTexts } from './theme-texts.ts'

export const margins: ThemeTexts = {
  terse: [
    '2 *Which jobs make money?* Simple question. No answer in your software.',
    "2 Busy all year. Account empty. *I can't see where it goes.*",
    '2 Your report shows turnover. *Turnover is vanity.* Show me what is left.',
    '1 *Hours planned vs hours worked.* Per job. That is all.',
  ],
  polite: [
    '2 I would love to see, per job, *what we planned and what it really took*. We suspect the {job} is a loss every time, but it is only a feeling.',
    '2 *I rebuild the margin of each job in a spreadsheet*, from hours, parts and invoice, and it is always three months old when I am done.',
    '1 The charts are pretty, but *I cannot click on a bar to see which jobs are in it*.',
    '2 The boss asks me every Friday how the week was. *I tell him the turnover, since that is the one number I have.*',
    '3 We found out at the end of the year that *our biggest customer had cost us money from January on*.',
  ],
  technical: [
    '1 *Labour cost per employee cannot be stored anywhere*, so margin cannot be computed even outside.',
    '2 We query the export nightly into a small database. *The joins work until somebody renames a service*, as there are no stable ids.',
    '1 Report export is limited to 90 days. *A year is four files with overlapping weeks.*',
  ],
  sales: [
    '2 Owner\'s only question: "*will I know on Monday which jobs lost money last week?*" Had to say "not yet".',
    '2 They bought a separate reporting tool and *a student feeds it by hand every Friday*.',
    '2 CFO compares branches. *"Two of my six branches lose money and I can\'t tell you which."*',
  ],
  ticket: [
    '2 *Report totals differ from the invoices list* (one counts drafts). Explained. Customer: "then which one do I show the bank?"',
    '1 Asks for profit per job. *Hours have no cost rate.* Not possible at present.',
    '1 *Report cannot be filtered by crew and month at the same time.*',
  ],
  review: [
    '2 *reports are useless* sorry. just turnover turnover',
    '1 no *profit per job*',
    '2 i want to see if a customer is worth it. *cant*',
  ],
  survey: [
    '2 *Which jobs make money*',
    '2 *planned vs. real hours*',
    '1 *A report I can show the bank*',
    '2 knowing *what is left at the end*',
  ],
  interview: [
    '2 My gut says bathrooms are good and repairs are bad. *My daughter did the sums for a course she took and it is the other way round.* Twenty years I have pushed bathrooms.',
    '3 When I lose money on a job I would like to know while the van is still standing there. *I learn it in March from the tax adviser.*',
    '2 I look at three things: the account, the tank of the vans, the face of my wife. *Your report I do not look at, it tells me I am busy. I know I am busy.*',
  ],
  community: [
    '1 Sharing our sheet for margin per job: hours × rate + parts. *You must type the hours, no export has them per job.*',
    '2 How do you compare crews fairly? *Turnover per crew is not it*, the one with the big jobs always wins.',
  ],
  internal: [
    '1 Reports page: *opened once in the first month, then hardly ever*. The few who come back export at once.',
    '2 QBR with {boss}: *he brought his own charts, made from our export, and they were better than ours*.',
  ],
  german: ['2 *Ich sehe Umsatz, aber nicht, was übrig bleibt.* Welche Aufträge sich lohnen, weiß ich nicht.'],
  french: ["2 Je vois le chiffre d'affaires, *mais pas ce que chaque chantier rapporte vraiment*."],
  spanish: ['2 *No sé qué trabajos dejan dinero.* Solo veo la facturación.'],
  against: [
    '1 Reports are exactly right as they are. *Turnover by month, one page, I put it on the wall.*',
    '1 *I do not want margins in there. My crew leads would see them.*',
  ],
}
