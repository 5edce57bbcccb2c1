import type { ThemeTexts } from './theme-texts.ts'

export const latePayment: ThemeTexts = {
  terse: [
    '3 *{num} invoices overdue.* I am not a bank. Let people pay when the crew is still there.',
    '2 Customer stood there with a card in his hand. *We could not take it.* Paid five weeks later.',
    '3 *Waiting {num} days for money on average.* Wages go out every Friday regardless.',
    '2 Reminders. *I write them myself, at night.* Why?',
    '2 Small jobs, {money}, *the chasing costs more than the job*.',
  ],
  polite: [
    '2 Our older customers would love to *pay at the door, the way they used to*, and the crew has nothing to take the money with.',
    '2 May I ask whether payment links are planned? *Half of our invoices are paid only after the second reminder*, and I am the one who writes it.',
    '2 {client} told {crew} "send me something I can tap". *We sent a PDF with bank details, and it took them a month to type it in.*',
    '3 It is a bit embarrassing, but *in {month} we had to delay the wages by three days because two large invoices had not been paid*.',
    '1 The reminder letters are very stiff. *I rewrite every one of them*, because these people are our neighbours.',
    '2 I never know who has paid until I open the bank. *So sometimes we remind somebody who paid the day before*, and then I apologise.',
  ],
  technical: [
    '2 Is there a payment status webhook? *We poll the bank export and match on the invoice number by hand*; about one in six has a typo in the reference.',
    '1 *The PDF has no payment code.* The standard exists, banks read it, it would take the typing out of it for the payer.',
    '2 The dunning job runs at 02:00 and *uses the state of the day before, so payments of that day still get a reminder*.',
  ],
  sales: [
    '3 They asked for one thing: card payment on site. *"We finish forty small jobs a week and wait a month for each."* Competitor has it, at a horrible fee, and they still consider it.',
    '2 CFO wants days-to-cash down. *Currently {num} days, most of it customers who simply leave the letter on the kitchen table.*',
    '2 Owner is the one who phones late payers, personally, on Sunday. *"It is the worst hour of my week."*',
  ],
  ticket: [
    '2 *Reminder went out although the invoice was paid two days before.* Customer furious, wants it to stop until the bank sync is in.',
    '2 Asks if the crew can take card payments in the app. *Currently they note the card number on paper*, explained why that must stop at once.',
    '1 *Payment term on the invoice cannot be set per customer*, all get 14 days.',
  ],
  review: [
    '2 *cant take a card*. my guys loose money standing in the doorway',
    '3 we wait *weeks* for payments, app could send a link but nope',
    '2 please add *pay now button* on the invoce!!',
  ],
  survey: [
    '3 *Getting paid.*',
    '2 *customers who could pay on the spot and cannot*',
    '2 *Writing reminders* and feeling rude about it.',
    '3 *Days until the money arrives*',
  ],
  interview: [
    '2 The best moment to be paid is when the water is hot again. Everybody is happy, the kettle is on. *Ten days later it is just another envelope.*',
    "3 I have {money} outside at any time. That is not profit, that is my overdraft. *I am financing my customers' kitchens.*",
    '2 I ring them. I am nice the first time. *I hate the second time.* There is never a third time, I just stop working for them, which is also stupid.',
    '2 {crew} started to carry his own little card reader. *The money goes to his account and he gives it to us on Friday.* I know. I know! But it works.',
  ],
  community: [
    '2 What do you use for payments on site? *We finish and then wait three weeks for {money}*, which is silly.',
    '1 We print a code on the invoice ourselves with a mail merge. *Paid within a week went from half to most of them.* Would be nice without the mail merge.',
  ],
  internal: [
    "2 Counted this quarter's lost deals: *payment on site named in {n} of them*, more than anything else except price.",
    '2 Finance asked why customers pay us by return and their customers pay them never. *Fair question: our invoice has a button.*',
  ],
  german: [
    '2 Viele Kunden würden *gern gleich an der Tür bezahlen*, aber wir haben nichts dafür dabei.',
    '3 *Im Schnitt warten wir {num} Tage auf unser Geld.* Die Löhne warten nicht.',
  ],
  french: ['2 Le client avait sa carte à la main et *on ne pouvait pas encaisser*. Résultat : payé six semaines plus tard.'],
  spanish: [
    '3 *Tardamos {num} días en cobrar* trabajos pequeños. Si el equipo pudiera cobrar con tarjeta en la puerta, sería otra cosa.',
    '2 *Los recordatorios los escribo yo por la noche.* Debería hacerlo el programa.',
  ],
  against: [
    '1 We do not want card payments on site, *our customers are insurers and housing companies, they pay on terms whatever you do*.',
    '1 Please no payment button, *the fee would eat what we earn on a small job*. A transfer costs nothing.',
    '1 My crew are craftsmen, not cashiers. *I would not want them to ask for money at the door.*',
  ],
}
