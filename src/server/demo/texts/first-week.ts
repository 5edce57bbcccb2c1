import type { ThemeTexts } from './theme-texts.ts'

export const firstWeek: ThemeTexts = {
  terse: [
    '3 Signed up {day}. *Gave up {day}.* Could not get my customers in.',
    '2 *Your import ate my phone numbers.* Leading zeros, all gone.',
    '2 Where do I start? *Nineteen empty screens.* No idea.',
    '3 Crew got an invitation e-mail. *Half of them do not have e-mail.* End of trial.',
  ],
  polite: [
    '2 I am sure it is me, but *after a week I still do not know what I have to set up before the first job*. Is there a list somewhere, on one page?',
    '3 We had planned to begin on the first of the month. *Getting {num} customers and their equipment in took me nine evenings*, so now it will be the next first.',
    '2 *The import told me "17 rows skipped" and not which ones.* I compared the two lists line by line, with a ruler, like in school.',
    '2 Our crew received the invitation but *the link had expired before they were back from the job*. I have now sent it three times.',
    '1 The training video is good, but it is {mins} minutes long, and *I only wanted to know how to make a job for tomorrow*.',
    '2 In the first week I had created three test customers called Test, and *one of them got a real invoice*. We laughed, but still.',
  ],
  technical: [
    '2 CSV import: *semicolon files from a German spreadsheet arrive as one column*. Saved as UTF-8 and as Windows-1252, same result.',
    '2 *Import stops at the first bad row and rolls back everything without saying which row it was.* {num} attempts so far.',
    '1 The sandbox and the real account have the same colours. *Two people entered a day of real jobs into the sandbox.*',
    '3 Bulk invite needs an e-mail address per person. *{num} of ours have only a phone number*, so the roll-out stands still.',
  ],
  sales: [
    '3 Trial went cold on day {n}. Rang them: "*We could not get our customer list in, and then the season started.*" Second one this month with the same words.',
    '2 They compared us with paper, and paper won the first week. *"With paper I know what to do on Monday."*',
    '2 Champion is keen, crews were never invited. *She did not want to "let them in before it looks right", and it never looked right.*',
    '3 Churned after {n} weeks, never scheduled a job. *Nobody on our side noticed.*',
  ],
  ticket: [
    '2 *Customer import skipped {num} rows without a reason.* They were duplicates by phone number, two brothers with one landline.',
    '2 *Invitation link expired*, third time. Sent a new one by hand.',
    '2 New customer asks in which order to set up things. *There is an article, it is from before the new menu.*',
    '3 *Crew cannot sign in without an e-mail address.* Made up addresses with the company domain as a workaround; bounces come to us.',
  ],
  review: [
    '2 downloded it, *no clue where to begin*, deleted it',
    '3 *import dosnt work* with my list, support was nice but no time for that',
    '2 Probably powerfull. *took me a week to make 1 job*',
    '1 wizard asked me for my VAT number before i could even *see the thing*',
  ],
  survey: ['2 *the first week*', '3 *Getting our customers in.*', '2 *inviting crews without e-mail*', '2 Knowing *what to do first*'],
  interview: [
    "3 We had three of these on trial. You lost the first round, honestly. *The other one asked me for one job, tomorrow's, and then we had started. Yours asked me for my company.*",
    '2 I did it at night, with a glass of wine. *There was always one more thing to set up before the thing I wanted.* Around eleven I closed the lid.',
    '3 My foreman is sixty-one and has no e-mail. Never had. *He is the one who needs it most and he is the one who could not get in.*',
    '2 The list came out of the old program as a file. Yours said: skipped. Skipped what? *I did not trust it after that, and I checked every name for a month.*',
  ],
  community: [
    '2 For everyone who starts now: do the price list LAST. *I did everything in menu order and lost two weeks.*',
    '2 Anybody got a template for the customer import? *Mine always ends with "some rows were skipped".*',
  ],
  internal: [
    '3 Looked at the March trials: *of those who had no job in the first three days, one in twelve stayed*. Of those who had, more than half.',
    '2 Onboarding call went to {mins} minutes again. *{mins} of them were the customer list.*',
  ],
  german: [
    '3 *Nach einer Woche hatten wir noch keinen einzigen Auftrag drin.* Der Import unserer Kundenliste hat die Umlaute zerschossen.',
    '2 Die Monteure haben *keine Mailadresse*, also kann ich sie nicht einladen?',
  ],
  french: ['2 Franchement, *on ne sait pas par où commencer*. Il manque une liste : un, deux, trois.'],
  spanish: ['3 *No conseguimos importar los clientes*: faltaban filas y no decía cuáles.'],
  against: [
    '1 We were up and running in an afternoon. *Customer list in, first job planned, crew invited, done.* Do not change that.',
    '1 *The set-up forced us to tidy our price list*, which took a week and was worth it.',
  ],
}
