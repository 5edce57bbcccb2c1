import type { ThemeTexts } from './theme-texts.ts'

export const permissions: ThemeTexts = {
  terse: [
    "3 *My apprentice can see my prices.* And my margins. And everyone's hours.",
    "2 *Subcontractor saw another customer's address list.* Explain.",
    '3 Ex-employee could *still open the app {n} weeks later*.',
    '2 All or nothing. *Crew sees everything or nothing.* There is something in between, it is called work.',
  ],
  polite: [
    "2 We work with two subcontractors, and *I cannot give them their jobs without giving them everybody else's*. So I send screenshots.",
    '2 Is it possible to hide prices from the crew? *A customer asked {crew} what we earn on the {part}, and he could tell her.*',
    '1 *I would like {office} to write invoices but not change the price list.* Last week it changed by accident.',
    '3 Our data protection person says *we may not use the app for subcontractors as it is*. Could we speak about this?',
    '2 When somebody leaves *I have to remember five places where to remove them*.',
  ],
  technical: [
    '2 Roles are fixed: admin, office, crew. *We need crew lead with prices and crew without, per branch.* Is a permission model planned?',
    "3 *A share link to a job opens without signing in and shows the customer's phone number.* Tested from outside.",
    '1 *No audit trail of who changed a price.* Needed for our certification.',
  ],
  sales: [
    '3 Data protection questionnaire, question 14: *can subcontractors see other clients?* Honest answer ended the deal.',
    '2 Works with {num} subs. *Needs "sees own jobs only".* Everything else is a yes.',
  ],
  ticket: [
    '2 *Crew member sees prices on the job page* though prices are hidden in the list.',
    '2 *Deactivated user still gets pushes* with customer names.',
    '1 Wants to *stop the office from deleting jobs*. Not possible.',
  ],
  review: ['2 *everyone sees everything* not good', '2 cant add my sub *without showing him my hole business*', '1 *roles are to simple*'],
  survey: ['2 *Subcontractors see too much*', '3 *prices visible for the crew*', '1 *who changed what*'],
  interview: [
    '3 I have a very good subcontractor, and he has a very good cousin, who is my competitor. *So I do not let him into the system, I call him every morning like it is 1995.*',
    "2 The lads compare hours. *Since they can see each other's hours I have a discussion about hours every Monday.* I did not have that before I bought software.",
  ],
  community: [
    '2 How do you bring in subs? *We made one fake account per sub with one fake crew.* Messy.',
    '1 Hiding prices: *put them only in the quote, not in the service*. Then the invoice has none, of course.',
  ],
  internal: ['2 *Subcontractor access came up in {n} of 10 win-back calls.* Never in our own surveys, because subs are not users yet.'],
  german: [
    '3 *Der Lehrling sieht unsere Einkaufspreise.* Das geht so nicht.',
    '2 Subunternehmer *sehen alle Kunden*, das dürfen wir nach Datenschutz gar nicht.',
  ],
  french: ["2 *Mes sous-traitants voient tous mes clients*, donc je leur envoie des captures d'écran."],
  spanish: ['2 *El subcontratista ve toda mi lista de clientes* y eso no puede ser.'],
  against: ['1 Everyone here sees everything and *that is how I want it*. No secrets, fewer questions.'],
}
