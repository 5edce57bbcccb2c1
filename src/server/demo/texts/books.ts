import type { ThemeTexts } from './theme-texts.ts'

export const books: ThemeTexts = {
  terse: [
    '3 *Invoice numbering restarted at 1 after the update!!*',
    '3 *Two invoices with the same number.* The tax office does not find that funny.',
    '2 {books} says one thing, you say another. *{money} apart.* Who is right?',
    '2 *Same payment booked twice.* Again.',
    '3 Auditor here on {day}. *Your export does not open.*',
  ],
  polite: [
    '2 Every month I *compare Larkfield and {books} line by line until both totals agree*. It is usually one invoice that went across twice.',
    '3 *Credit notes do not reach {books}*, so our turnover looks higher than it is, and we paid tax on money we gave back.',
    "2 I changed a customer's address in Larkfield and *{books} now has him twice*, once per address, with half of the invoices each.",
    '1 The account numbers must be set for every service by hand. *I have set {num} of them and there are more.*',
    '2 Our tax adviser asks for one file per month. *I make it from three exports* and each time I am afraid that I forgot something.',
    '2 Since {day} *the connection to {books} says "connected" and nothing arrives*. I only noticed because it was so quiet.',
  ],
  technical: [
    '3 *Sequence resets when the fiscal year is changed* in settings. Steps: change start month, save, next invoice is no. 1. Please treat as urgent.',
    '2 The sync to {books} is not idempotent: *a retry after a time-out posts the invoice again*. Request ids attached.',
    '2 *Export uses the issue date where {books} expects the service date*, so everything at the end of a month lands in the wrong one.',
    '1 Rounding of VAT per line against per total: *one cent off on about {pct} % of invoices*, and the import refuses those.',
  ],
  sales: [
    '3 The bookkeeper has the veto, and she used it. *"If I have to check every invoice after the transfer, I can just as well type them."*',
    '2 Asked for reference customers with {books}. *Their last tool created duplicates for a year before anybody noticed.*',
    '2 Works for them if the books match. *Today they correct {num} entries a month by hand*, with the tool we would replace.',
  ],
  ticket: [
    '3 *Duplicate invoice number after update.* Two customers got no. {num}17. Needs a correction letter.',
    '2 *Invoice arrived in {books} twice*: once after sending, once after the reminder.',
    '2 Sync shows green, *last transfer was {n} days ago*. No alert anywhere.',
    '1 Wants to transfer only invoices, not drafts. *Drafts showed up in the books as turnover.*',
  ],
  review: [
    '3 *numbering starts at 1 again*. do you know what a tax audit is',
    '2 sync with my accounting *makes doubles*',
    '2 Nice for the crew, *my bookeeper hates it*',
  ],
  survey: [
    "2 *The books don't match.*",
    '3 *invoice numbers*',
    '2 *correcting after every transfer to {books}*',
    '1 *one file for the tax adviser*',
  ],
  interview: [
    '2 On the third of the month I close my door. *I print both lists and tick with a pencil.* When I find the difference I am happy for about a minute and then I think: why do I have to do this?',
    '3 Two customers rang because they had the same invoice number. *I had to write to the tax office and explain that my software had started to count again.* They were kinder than I was.',
    '2 Everybody says "integration". *For me it is integrated when I stop checking.* I have never stopped.',
  ],
  community: [
    '2 Has anyone else got *duplicate customers in {books}* after changing addresses?',
    '2 Check your numbering after the last update! *Ours jumped back.* Support fixed it in an hour, to be fair.',
  ],
  internal: [
    '3 *Numbering bug: {num} accounts touched, none of them small.* Finance is writing the apology with us.',
    '2 The tag "books do not match" is *the one with the most replies per ticket*, nine on average.',
  ],
  german: [
    '3 *Die Rechnungsnummern haben nach dem Update wieder bei 1 angefangen.* Das Finanzamt versteht da keinen Spaß.',
    '2 Ich *gleiche jeden Monat beide Systeme von Hand ab*, meistens ist eine Rechnung doppelt übertragen.',
  ],
  french: ['2 *Les factures arrivent en double dans la comptabilité*, et je passe ma journée à supprimer.'],
  spanish: ['2 *Las facturas no cuadran con la contabilidad* y lo corrijo a mano cada mes.'],
  against: [
    '1 The transfer to {books} has been flawless for us. *Not one cent in a year.*',
    '1 *I check everything by hand anyway, that is my profession.* No software will change that.',
  ],
}
