import type { ThemeTexts } from './theme-texts.ts'

export const rollout: ThemeTexts = {
  terse: [
    '3 {num} people. *One by one.* I am not adding them one by one.',
    '2 *Every branch invented its own job types.* We have eleven words for the same repair.',
    '3 *No SSO, no roll-out.* Our rule, not mine.',
  ],
  polite: [
    '2 We would like to begin in the other branches, but *each branch is a separate account and I cannot see them together*.',
    '3 *Our IT department does not permit another password for {num} people*, so for the time being only my team uses it.',
    '2 As there are no templates across branches, *I set up the same forty services {n} times*.',
    '2 People change branch all the time. *Each time I make a new user and the old one stays.*',
  ],
  technical: [
    '3 *No SAML or OIDC.* Our policy requires it for anything with customer records. Any date you can share?',
    '3 *SCIM or at least a user API is needed*: {num} technicians, about five joiners and leavers a week, currently done by hand by me.',
    '2 *Rate limit of 60 requests a minute across the whole account.* With {n} branches syncing, we hit it by half past six.',
    '2 *Settings changes apply to all branches at once*, without a way to try them on one. We broke invoices for everybody on {day}.',
    '1 Audit export is PDF. *We need something a machine reads.*',
  ],
  sales: [
    '3 {num} seats, budget approved, *blocked by IT: single sign-on and an audit log*. Nothing else on the list.',
    '3 Pilot branch loves it. *Roll-out to the other {n} waits for one place to manage people.*',
    '2 Group head office wants *numbers across branches without asking six people*.',
    '2 Franchise: *head office must own prices, branches must own crews*. We can do neither-nor.',
  ],
  ticket: [
    '2 *Bulk deactivate {num} users?* Done by us on the database. Third time.',
    '2 *User in two branches gets signed out of one when opening the other.*',
    '3 *Security questionnaire, 212 questions.* Sent to the usual folder.',
  ],
  review: ['2 fine for 1 office. *with 4 branches its a mess*', '2 *no single sign on* in 2026'],
  survey: ['3 *single sign-on, SSO*', '2 *several branches in one view*', '2 *user management*'],
  interview: [
    '3 I am the IT department. All of it. {num} technicians, and they forget passwords on Mondays. *From seven to nine I am a password machine.*',
    '2 We had the same repair in the statistics under eleven names. *So I cannot tell you how many repairs we did. I can tell you eleven smaller numbers.*',
    '3 I said yes in February. My security colleague said: how do they sign in? *And there it has been lying since February.*',
  ],
  community: ['2 For larger companies: *how do you keep services identical across branches?* We use a spreadsheet and a lot of hope.'],
  internal: [
    '3 *Pipeline above 100 seats: {n} of 9 deals have sign-on as the blocker.* It is the same paragraph each time.',
    '2 Onboarded a {num}-person branch today, *by hand, with a colleague reading out names*.',
  ],
  german: [
    '3 *Ohne Single Sign-on darf die IT das nicht ausrollen*, so einfach ist das bei uns.',
    '2 Wir haben sechs Niederlassungen und *müssen alles sechsmal einrichten*.',
  ],
  french: ['3 *Sans authentification unique, la DSI bloque* le déploiement sur les autres agences.'],
  spanish: ['2 *Cada delegación tiene su propia cuenta* y no veo nada en conjunto.'],
  against: [
    '1 We have three branches and *I want them separate*. They are separate companies on paper and at Christmas.',
    '1 *Passwords are fine.* Please do not make me install something else on my phone.',
  ],
}
