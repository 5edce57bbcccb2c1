import type { ThemeTexts } from './theme-texts.ts'

export const quotes: ThemeTexts = {
  terse: [
    '2 Quote took {n} days. *Customer went with the one who answered the same evening.*',
    '2 *Prices in my list are from spring.* I lose money on every {part}.',
    '3 *Lost a {money} job because the quote sat in my drafts.*',
    '1 *Copy, paste, change the name, pray.* That is how I write quotes.',
  ],
  polite: [
    "2 To make one quote *I open the wholesaler's shop, my old quotes and Larkfield next to each other and copy prices across*. A simple bathroom is an evening.",
    '2 *Our price list is always out of date*, as {wholesaler} changes prices every month and I update ours perhaps twice a year.',
    '2 Customers ask for two or three options. *I make three quotes and then they accept one and two stay open for ever.*',
    '1 Is there a way to see that the customer has opened the quote? *I never know when it is polite to ask.*',
    '3 By the time I had the prices for the {part} together, *the customer had already signed with somebody else*. That was the third this month.',
    '2 The crew measures on site and *tells me the numbers on the phone, I write them on a pad and then into the quote*. Twice I heard fifteen for fifty.',
  ],
  technical: [
    '2 *No import for the standard catalogue format our wholesalers use.* We convert it by script, {num} thousand lines, and the upload times out.',
    "1 Rounding: *line totals are rounded before they are added up*, so the quote differs by cents from the wholesaler's.",
    '2 Price list has no "valid until". *Old prices are used silently.*',
  ],
  sales: [
    '2 They send {pct} % of quotes the same day and would like to be at half. *What holds them up is looking up parts prices.*',
    '2 Interesting: they measured it. *Quotes sent the same day are accepted twice as often.* The bottleneck is one man and one catalogue.',
    '3 Lost. *"We need the wholesaler\'s prices inside, everything else is decoration."*',
  ],
  ticket: [
    '2 *Catalogue upload fails at {num},000 lines* with no message.',
    "1 Wants to reuse a quote for another customer. *Copying keeps the old customer's discount.* Found out the hard way.",
    '2 *Accepted quote does not become a job*; they type it again.',
  ],
  review: [
    '2 quotes are *to slow to make on site*',
    '1 parts list is good, *prices are always old*',
    '2 need *templates* for quotes. doing the same bathroom 100 times',
  ],
  survey: [
    '2 *Quotes take too long.*',
    '2 *current parts prices*',
    '3 *Losing jobs because we answer late*',
    '1 *template for the usual jobs*',
  ],
  interview: [
    '3 The customer rings three firms. I know that, I do the same. *Who sends first is halfway in.* I send on Sunday night, because Sunday night is when I have time to look up prices.',
    '2 I have eight thousand parts in my head and their prices from two years ago. *So I quote from the head and hope.* Sometimes I earn nothing, and I find out much later.',
    '2 What do I do all evening? *I look things up. I am a well-paid catalogue.*',
  ],
  community: [
    '2 Does anyone have the catalogue of {wholesaler} in Larkfield? *I typed in {num} parts and gave up.*',
    '1 We keep ten "standard quotes" as fake customers and copy from those. *Ugly, fast.*',
  ],
  internal: [
    '2 Won/lost review: *"quote came too late" is the reason our customers give most when they lose a job*, and they do not blame us for it. Yet.',
    '1 Parts list usage is up since summer, *but two thirds of the prices are older than six months*.',
  ],
  german: [
    '2 *Unsere Preise sind immer veraltet*, der Großhandel ändert sie jeden Monat und wir pflegen sie von Hand.',
    '3 Bis das Angebot fertig war, *hatte der Kunde schon woanders unterschrieben*.',
  ],
  french: ["2 *Un devis me prend toute la soirée*, parce qu'il faut chercher chaque prix chez le grossiste."],
  spanish: ['2 *El presupuesto tarda demasiado* y el cliente se va con el primero que contesta.'],
  against: [
    '1 I do not want wholesaler prices in there. *My price is my price*, and customers would only start to compare.',
    '1 Quotes take long because *I look at the site first, and that is what we are known for*.',
  ],
}
