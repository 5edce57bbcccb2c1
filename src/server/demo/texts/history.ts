import type { ThemeTexts } from './theme-texts.ts'

export const history: ThemeTexts = {
  terse: [
    '2 *What did we install there in 2021?* Search says nothing. I know we did.',
    '2 Typed "{client}". *Got forty of them.* By address please.',
    '1 *Search does not find serial numbers.* Why store them?',
    '2 {crew} stood in front of the {part} and *rang me to ask who put it in*. We did.',
  ],
  polite: [
    '2 When a customer rings about "the thing you did two years ago", *I put them on hold and look through three systems*. They can hear me sigh.',
    '2 It would be wonderful if the crew could see *what was done at this address before*, as they often repeat what a colleague tried last month.',
    '1 *The search only finds the beginning of a word*, so "heating" does not find "floor heating".',
    '2 Customers move, houses do not. *The history hangs on the person and is lost when the house is sold.*',
    '2 Warranty question yesterday: *we could not find the date of the {job}, so we did it for free*. {money}.',
  ],
  technical: [
    '1 *Full-text search ignores notes and attachments.* Title and customer only, as far as I can tell.',
    '2 Search on {num},000 jobs takes 8 to 12 seconds. *The index seems to be missing on address.*',
    '1 Umlauts and accents: *"Muller" does not find "Müller"*, and the crew types without them.',
  ],
  sales: [
    '2 Service business with {num} years of paper files. *"If I can\'t find by address, I can\'t use it."*',
    '1 Liked everything, asked for equipment per address. *Their technicians keep photos of type plates on private phones.*',
  ],
  ticket: [
    '2 *Cannot find old job by street.* Found it by date, took the two of us {mins} minutes.',
    '1 *Search results are sorted by nothing obvious*, newest is on page three.',
    '2 Merged customers: *the history of the second one is gone from the list* (it is in the export).',
  ],
  review: [
    '2 *search never finds anything*',
    '2 cant see *what was done last time at a adress*',
    '1 serch is slow and *only finds exact words*',
  ],
  survey: ['2 *Finding an old job.*', '2 *what did we do there last time*', '1 *search by address*', '1 *serial numbers*'],
  interview: [
    '2 She said, you were here in spring. I said, of course, let me look. *And I looked, and I could hear her kettle boil and finish.*',
    '2 The knowledge is in {crew}. He knows every cellar. *When he retires, we lose the archive.* I mean him.',
    '1 I type the street, because I know streets. *It wants a name. I do not know names, I know streets.*',
  ],
  community: [
    '1 Workaround for searching by address: *put the street in the job title*. Ugly, but then it is found.',
    '2 Is there a way to link jobs to a building rather than a customer? *Ours get sold and the history is gone.*',
  ],
  internal: [
    '1 Search log: *a third of all searches return nothing*, and most of those contain a street name.',
    '2 Support rule of thumb: *"cannot find" means it is there*.',
  ],
  german: ['2 *Ich finde alte Aufträge nicht über die Adresse*, nur über den Namen, und den weiß am Telefon keiner.'],
  french: ['1 La recherche ne trouve *que le début des mots*, et jamais une adresse.'],
  spanish: ['2 *No encuentro qué se hizo la última vez en esa dirección.*'],
  against: ['1 Search is fast and finds what I need. *I type three letters and there it is.*'],
}
