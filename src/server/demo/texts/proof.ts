import type { ThemeTexts } from './theme-texts.ts'

export const proof: ThemeTexts = {
  terse: [
    '2 Insurance wants photos. *Photos are in one place, invoice in another.* I mail them by hand.',
    "3 Customer says we scratched the floor. *Photo is on {crew}'s old phone.* Gone. {money}.",
    "2 *Photos without a date are worth nothing.* My lawyer's words.",
    '2 {num} photos on a job. *Which one goes to the customer?* All or none, apparently.',
  ],
  polite: [
    '2 We would pay more for *photos attached to the invoice*. The insurance keeps asking, and I keep forwarding them one by one.',
    '2 For each storm claim I *download the pictures, rename them, put them into a document and send that with the invoice*. About {mins} minutes per claim.',
    '3 A housing company has refused {money} because *we could not show when the photo was taken*. The work was perfect.',
    "1 The customer's signature is lovely, but *it is not on the PDF*, only in the app.",
    '2 Could there be a "before" and an "after"? *Our customers only believe it when they see both next to each other.*',
    '2 Photos taken by {crew} arrive in the order in which the phone got signal. *I spend more time sorting than he spent taking them.*',
  ],
  technical: [
    '2 *EXIF data is stripped on upload, so time and place are lost.* Claims handlers ask for exactly that. Keep the original, please.',
    '1 Photos are scaled to 1,024 pixels. *Serial plates on a {part} cannot be read any more.*',
    '2 *Invoice PDF has no attachments and the mail limit is 5 MB*, so a claim with {num} photos goes out as three mails.',
  ],
  sales: [
    '2 Storm-damage business: *no photo on the invoice, no payment from the insurer*. They currently use a second app only for that.',
    '3 Deal depends on documentation for public buildings: *date, place and person on every picture, in the document that goes out*.',
    '2 They print photos. In colour. *"One folder per claim, the insurer wants it on paper or as one file."*',
  ],
  ticket: [
    '2 *Photos cannot be added to an invoice.* Sent the workaround (zip download). Customer: "my client is eighty".',
    '2 *Upload of {num} photos stops at the seventh* on a slow connection and starts again at one.',
    '3 Dispute about damage, *customer needs the original photo with time stamp, we only keep the small one*.',
  ],
  review: [
    '2 *pics dont go on the invoce*. why not??',
    '1 let us draw on the photo. *circle + arrow*, thats all',
    '2 uploads *get stuck at 99%* and then i take them all over again',
  ],
  survey: ['2 *Photos on the invoice.*', '2 *proof for the insurance*', '1 *before / after*', '3 *Showing that we did it.* With date.'],
  interview: [
    '3 The gentleman said the crack was there because of us. I knew we had a photo from the first day. *I looked for it for two evenings and it was on a phone we had given back.* So we paid.',
    "2 The insurer does not read my text. *They look at four pictures and then they pay or they don't.* And my software hides the pictures.",
    '2 I have a template with empty boxes. *I paste the photos in, one by one, I write the date under each.* It looks beautiful. It takes half an hour.',
    '1 My crew are shy, they photograph the {part} and never the whole room. *Something that says "now one from the door" would help.*',
  ],
  community: [
    '2 For insurance jobs: *we make a PDF of the photos in another app and attach it to the mail by hand*. Anybody found better?',
    '1 Tip: photograph a note with the date first. *Low-tech, but the claims people accept it.*',
  ],
  internal: [
    '2 Two roofers and a water-damage firm in one week asked for *photos in the invoice PDF*. None of them knew the others.',
    '2 Storage shows it: *accounts with insurance work upload five times as many photos and download nearly all of them again*.',
  ],
  german: [
    '2 *Die Versicherung will Fotos auf der Rechnung*, und ich schicke sie einzeln hinterher.',
    '3 Ohne Datum auf dem Bild *hat der Gutachter {money} gestrichen*.',
  ],
  french: ["2 L'assurance demande *des photos datées avec la facture*. On les renvoie à la main, une par une."],
  spanish: ['2 El seguro siempre pide *las fotos junto con la factura*, y hay que mandarlas aparte.'],
  against: [
    "1 Please keep photos and invoices apart. *Our photos show people's bedrooms*, that does not belong in a bookkeeper's inbox.",
    '1 *Nobody has ever asked us for a photo.* We do gardens.',
  ],
}
