import type { ThemeTexts } from './theme-texts.ts'

export const receipts: ThemeTexts = {
  terse: [
    '3 *Everything gets typed twice.* Once on the receipt by the wholesaler, once by {office}. It is 2026.',
    '3 *We lost another receipt.* {money} of parts I paid for and nobody will ever invoice. Fix this.',
    '2 {crew} comes back with a shoebox. *{office} types until seven.* [Every Friday.|Every single week.]',
    '3 *One receipt in ten never makes it to the office.* Do the maths on that for {num} vans.',
    '2 I pay somebody {n} hours a week *to copy numbers from paper into your system*. That is your job, not hers.',
    '2 Receipts. *Still typing them by hand.* Asked in spring. Asked in summer. Asking now.',
    '3 Found {money} worth of receipts *in the door pocket of the van*. From {month}. Customer already paid the final invoice.',
  ],
  polite: [
    '2 [A|Just a] small thing that takes a big bite out of my afternoons: *I retype every receipt the crew brings back*, and the wholesaler has already printed the same numbers for me once.',
    '3 My crews photograph the receipt and then *someone in the office types it again*. Every single evening. It is usually me.',
    '2 {crew} is very good about keeping receipts, the others less so, and *by the time I type them in I can no longer tell which job the {part} was for*.',
    '3 We went through the {month} invoices with our accountant and found that *roughly one receipt in ten had never been charged on*. That is real money for a company of our size.',
    '2 I do not want to complain, but *the double entry is the part of my job I would happily give away*. Line by line, {num} receipts on a [normal|quiet] day.',
    '1 When a receipt is crumpled *I have to ring {crew} to ask what he bought*, and he is on a roof, and he does not remember either.',
    '2 Yesterday I entered the same receipt from {wholesaler} twice because *two people had put a copy on my desk*. The customer noticed before I did.',
    '3 We have a returned credit note from {client}: *we charged for parts twice because the receipt was typed by me and by {office}*.',
  ],
  technical: [
    '2 Is there an API endpoint for material lines on a job? *At the moment our people key in receipts by hand*, roughly {num} a day, and the OCR we already pay for has nowhere to post to.',
    '2 We built a small script that reads the PDF receipts from {wholesaler} and *then someone pastes the totals into Larkfield because the import only takes invoices*. Happy to share it.',
    '1 *The attachment is stored but nothing is read from it* (checked the payload: filename, size, no text). Expected: amount, date and supplier as fields.',
    '2 Our VAT split is wrong on about 4 % of materials *because people type the gross amount into the net field*. This would not happen if the receipt itself were read.',
  ],
  sales: [
    '3 Biggest pain by far: *the office re-enters every wholesaler receipt, about {n} hours a week*. Owner did the sum on the call himself and went quiet.',
    '2 They asked what happens to paper receipts. I said you can attach a photo. Follow-up: "*and then who types it?*" Had no good answer.',
    '2 Lost to a spreadsheet plus an intern, which says it all. *Material costs are copied by hand twice* and they see no reason to pay for a tool that keeps it that way.',
    '3 Expansion to all {num} vans hangs on materials. *They write off "a few hundred a month" in receipts nobody can find*.',
  ],
  ticket: [
    '2 Since the trial started we attach receipts as photos. *The amount still has to be typed into the material line.* Is that intended? Expected the total to be filled in.',
    '2 Customer attaches two photos of the same receipt, *both get typed by different people, material is charged double*. Asked whether we can warn.',
    '3 *Receipt photo was attached to the wrong job and the cost was never invoiced.* Found it only because the wholesaler sent a reminder for {money}.',
    '1 Question: can we e-mail the digital receipt from {wholesaler} straight to a job? *Now we print it, photograph the print and type it.* (Not joking.)',
  ],
  review: [
    '2 good app but *why do i have to type in recipts when theres a foto of it right there??*',
    '2 Scheduling fine. Materials not. *typing every receipt on a phone w/ gloves on* is no fun',
    '3 *lost recepts = lost money*. app dosnt help with that at all',
    '1 would be 5 stars if it could *read the receipt* instead of just storing a picture nobody looks at',
    '2 i take the foto, the office *types it agian*. so what is the foto for',
  ],
  survey: [
    '2 *typing receipts in the evening*',
    '3 *Paper receipts that disappear between the van and the office.*',
    '2 *double entry of materials* (wholesaler → paper → Larkfield → accounts)',
    '2 Anything that means *{office} does not retype what is printed already*.',
  ],
  interview: [
    '3 So the crew buys a {part} on the way, fine. The receipt goes in the cup holder. On a good day it comes out of the cup holder on Friday. *On a bad day it is just gone, and I would say that is one in ten.*',
    '2 I have a pile, here, on the left. [I do it at night when the phone is quiet.|I do it after the kids are in bed.] *I type the supplier, the date, the amount, which job. Two minutes each, thirty of them.* You can work that out.',
    '2 {crew} sends me a photo on the messenger, not even in your app. *I open the photo on the phone and type it on the computer next to it.* I look like a court reporter.',
    '3 We did an audit last winter because the margin looked odd. *{money} in parts that were bought for a job and never put on an invoice.* In one quarter. I was sick.',
  ],
  community: [
    "2 How do you all deal with wholesaler receipts? *We still type every single one*, and with {n} crews out that is somebody's whole afternoon.",
    '2 Workaround that half works for us: crews write the job number on the receipt before they photograph it. *Somebody still has to type it, but at least we know what for.*',
    '2 +1 to the thread on materials. *We hired a student to enter receipts.* I wish that was a joke.',
  ],
  internal: [
    '2 Third ticket this week about materials. *People do not understand that the photo is only a photo* and assume the amount went on the invoice.',
    '3 Visited {town} depot with the account team. *There is a literal bucket for receipts next to the coffee machine.* The office manager calls it the bucket of tears.',
  ],
  german: [
    '2 *Jeder Beleg wird bei uns zweimal abgetippt*, einmal im Lager und einmal im Büro. Das kostet uns jede Woche Stunden.',
    '3 Ungefähr *jeder zehnte Materialbeleg geht unterwegs verloren*. Das zahlt am Ende niemand, außer uns.',
    '2 {crew} fotografiert den Bon und *ich tippe ihn abends ab*. Geht das nicht auch ohne mich?',
  ],
  french: [
    '2 Les gars prennent la facture du grossiste en photo et *moi je ressaisis tout le soir*. Il doit y avoir mieux.',
    '3 *On perd environ un ticket sur dix* entre le chantier et le bureau, et personne ne le refacture jamais.',
  ],
  spanish: [
    '2 *Cada recibo lo escribimos dos veces*: el equipo le hace una foto y en la oficina lo volvemos a teclear.',
    '3 El mes pasado *perdimos recibos por {money}* que nunca se cobraron al cliente.',
  ],
  against: [
    '1 Typing is fine, honestly. It takes me ten minutes *and I catch mistakes* that way.',
    '1 Please do not automate the receipts away from me. *I want to see every line before a customer does*, and typing is how I see it.',
    '1 We buy on account, *the wholesaler sends one monthly statement, there are hardly any receipts to type*.',
    '1 Tried one of those scanning things at my last company, *it read the 7 as a 1 all day long*. I would rather type.',
  ],
}
