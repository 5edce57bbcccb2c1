import type { ThemeTexts } from './theme-texts.ts'

export const forgotten: ThemeTexts = {
  terse: [
    '3 *{n} jobs from {month} never invoiced.* Found them by accident. How do I find the rest?',
    '3 I need ONE report. *Done but not invoiced.* You do not have it.',
    '2 *Work finished {day}, invoice went out three weeks later.* Customer thought it was a mistake.',
    '3 Just wrote off {money}. *Job done in {month}, nobody sent the bill*, customer moved away.',
    '2 My bank does not care that the job is "completed". *Completed is not invoiced.*',
  ],
  polite: [
    '2 The report I need every Monday is: *which jobs were done but not invoiced*. I build it by hand from two exports, and it takes the better part of the morning.',
    "3 Last week we discovered that *the whole {job} at {client}'s had never been billed*. It had been marked as done in {month}. Everybody thought somebody else had sent it.",
    '2 When I am on holiday the invoices simply wait for me. *Nobody is told that something is waiting*, and then there are {num} of them when I am back.',
    "2 *A job that is finished on a Friday is invoiced the Thursday after*, on average, I counted. It is nobody's fault, it just lies there.",
    '2 I keep a notebook beside the keyboard with the jobs that are not billed yet. *If I lost the notebook, I think we would lose the money.*',
    '3 Our accountant asked why {month} was so weak. It was not weak. *We had simply not sent the invoices.*',
    '2 The crew closes the job, but *I am not told that it is closed*, so I go through the list every evening and guess.',
  ],
  technical: [
    '2 There is a completed_at and an invoiced_at in the export, but no view that joins them. *I run a query every Monday to find jobs with the first and without the second*: {num} rows this week.',
    '2 Would a webhook on job completion be possible? *At the moment our billing learns of a finished job when somebody remembers.*',
    '1 The filter "status is completed" includes jobs that are already invoiced, and *there is no filter for "has no invoice"*.',
  ],
  sales: [
    '3 Owner said, unprompted: "*I am sure we forget one job in thirty.*" At their average ticket that is more than our price for the year.',
    '2 Wants a list of finished but unbilled work on Monday morning. *Currently the bookkeeper walks over and asks each crew lead.*',
    '3 Renewal at risk. CFO: "*We do forty jobs a day and cannot say which ones were billed.*"',
  ],
  ticket: [
    '2 *Customer cannot find jobs that are done but have no invoice.* Gave them the export and a formula. They were not thrilled.',
    '2 Partial invoices: *after the first instalment the job drops off the to-bill list although 60 % is open*.',
    '3 *Invoice stayed in draft for {num} days*, customer believed it had been sent because the job showed a green tick.',
  ],
  review: [
    '2 no way to see wich jobs are *finished but not payed or invoiced*. basic!!',
    '3 *forgot to bill 2 jobs* cause the app says done = done. done is not billed',
    '2 Good planning, weak on the office side. *A simple "to invoice" list would save me.*',
  ],
  survey: [
    '3 *Jobs that were done and never billed.*',
    '2 *Monday list of unbilled work*',
    '2 *finding out what still has to be invoiced*',
    '2 The gap between "crew is done" and "invoice is out". *It is a week, should be a day.*',
  ],
  interview: [
    '3 In January we did the books and there were {num} jobs, done, signed, photographed, everything. *No invoice. Just under {money} in total.* I did not tell my brother for two days.',
    "2 Done means the crew went home. It does not mean I know about it. *So each evening I open every crew's day and look for green.* I have become quite quick.",
    '2 My record is seven weeks. *Seven weeks between the last screw and the invoice.* The customer had honestly forgotten what we did there.',
    '2 I do invoices on Thursday. Why Thursday? Because it has always been Thursday. *What is finished on Friday waits six days.*',
  ],
  community: [
    '2 How do you find completed jobs without an invoice? *I export both lists and compare in a spreadsheet*, there must be a better way.',
    '2 For those who asked: colour tag "unbilled" when the job is created, remove it when the invoice goes out. *Works until somebody forgets the tag.*',
  ],
  internal: [
    '2 Pulled the numbers for the renewal: *median {n} days between completed and invoice at this account*. They did not know.',
    '2 Heard on three calls this week, three different words: *"open work", "to bill", "finished not charged"*. Same list.',
  ],
  german: [
    '3 *Wir haben {num} fertige Aufträge gefunden, die nie abgerechnet wurden.* Das darf einfach nicht passieren.',
    '2 Ich brauche jeden Montag eine Liste: *erledigt, aber noch keine Rechnung*. Heute baue ich sie mir in der Tabelle.',
  ],
  french: [
    '2 Il me manque une seule liste : *les interventions terminées mais pas encore facturées*. Je la refais à la main tous les lundis.',
    "3 *Un chantier terminé en {month} n'a jamais été facturé*, on s'en est rendu compte par hasard.",
  ],
  spanish: ['3 Necesito ver *qué trabajos están hechos y sin facturar*. La semana pasada encontramos tres, de hace dos meses.'],
  against: [
    '1 *We invoice the same evening, always have.* If you add reminders about this please let me switch them off.',
    '1 Nothing is forgotten here, *our bookkeeper goes through every job on Friday and she likes it that way*.',
  ],
}
