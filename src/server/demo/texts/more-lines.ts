import type { ThemeTexts } from './theme-texts.ts'

type More = Partial<ThemeTexts>

/** A second harvest: what people said about the same things, in other words. */
export const moreLines = {
  receipts: {
    terse: [
      '2 New office girl quit after a month. *Said she did not study to type receipts.*',
      '3 *Parts bought, parts fitted, parts never billed.* {n} times in {month} that I know of.',
      '2 We are {num} people and *one of them is a full-time receipt*.',
      '2 My wife does the receipts on Sunday. *My wife would like her Sunday back.*',
    ],
    polite: [
      '2 I have made a little ritual of it: tea, radio, *the pile of receipts, and two hours later the pile is in the computer*. It is a nice tea. It could be a nicer evening.',
      '2 {crew} writes the job number on the back, which helps, but *the thermal paper has faded by the time I get to it* and I guess the rest.',
      '3 At the end of the quarter I compared what the wholesaler billed us with what we billed on. *The difference was {money}, all of it in small receipts.*',
      '2 When two jobs share one receipt *I split the lines by hand with a ruler and a pencil* before I type them.',
      '1 Could the photo at least be shown next to the field? *I switch between two windows for every single number.*',
    ],
    ticket: [
      '2 Asks for a bulk entry of receipts. *Enters {num} on Friday afternoons, one dialog each.*',
      '2 *VAT of a receipt was typed into the net amount*, corrected invoice needed.',
    ],
    review: [
      '2 *foto of reciept is just a foto*. expected more from a 2026 app',
      '2 why cant it *scan the total*?? banks can do it',
      '3 *we dont bill half the small parts* because nobody types them in',
      '1 works. *hate the paper part*',
    ],
    survey: [
      '2 *The pile of receipts on my desk.*',
      '2 *copying totals from photos*',
      '3 *parts we never charge for*',
      '1 *faded thermal paper*',
      '2 *Friday afternoon, receipts*',
      '2 *asking the crew which job a receipt belongs to*',
    ],
    community: [
      '1 We gave each van an envelope per job. *The envelopes come back, the receipts mostly do.*',
      '2 Does a receipt scanner app plus export work with Larkfield? *Typing {num} a week is getting old.*',
    ],
    internal: ['2 Baxter’s office manager showed me her stopwatch: *two minutes and ten seconds per receipt, including finding the job*.'],
    german: ['2 *Die Belege liegen bis Freitag im Auto* und dann sitze ich bis acht im Büro.'],
    french: ["2 *Le papier thermique s'efface* avant que j'aie le temps de saisir quoi que ce soit."],
    spanish: ['2 Los viernes por la tarde *tecleo recibos hasta las ocho*.'],
  },
  calendar: {
    terse: [
      '2 Plan goes out at six. *At half past six the phone starts.* They have not looked.',
      '2 *Crew wants a text, not a calendar.* I keep telling you.',
    ],
    polite: [
      '2 Our foreman copies the plan by hand into his little book every evening, *as he trusts the book and not the telephone*.',
      '1 It would help if the first line said where to go, as *the crew reads exactly one line*.',
      '2 I asked why nobody opens the plan and {crew} said "*because you will ring me anyway*". He has a point.',
    ],
    ticket: [
      '1 *Crew member sees last week when opening the plan*, has to scroll. Phone never closed the app.',
      '2 *Two people in one van, only one has the app.* The other one does not know the plan.',
    ],
    review: [
      '2 *show me todays job first* not a logo',
      '1 the calender is for office people. *not for us*',
      '2 *i never look in there* boss texts me',
      '1 needs a *big button TODAY*',
    ],
    survey: [
      '2 *they ask me instead of looking*',
      '2 *calls between six and seven*',
      '1 *a plan that fits on the lock screen*',
      '2 *explaining the plan by phone*',
      '1 *the printed week*',
    ],
    community: ['2 We read the plan aloud on a voice message every morning. *Ridiculous, and it works better than the app.*'],
    internal: ['1 Three of five crews in the pilot *did not know that the app has a day view*.'],
  },
  forgotten: {
    terse: [
      '2 Done list and invoice list. *Two lists. I compare them with a ruler.*',
      '3 *A whole week of {job}s, not billed.* Somebody was on holiday. Me.',
      "2 Remind me. *That's all. Remind me.*",
    ],
    polite: [
      '2 We agreed in the team that the crew sends a thumbs-up when a job is done, and *I invoice whatever has a thumb*. When somebody forgets the thumb, nobody gets an invoice.',
      '2 A customer rang to ask for her invoice. *It is nice of her, but it should not be the customer who remembers.*',
      '3 I found three jobs behind the filing cabinet, so to speak: *finished in {month}, with photos and signature, and never invoiced*.',
      '2 {boss} asks me each Monday whether everything is billed, and *I say yes and hope*.',
    ],
    ticket: [
      '2 *Job reopened for a small repair, first invoice never sent*, both are now "in progress".',
      '1 Asks if the list of completed jobs can be sorted by *days since completed*.',
    ],
    review: [
      '2 *done jobs just dissapear* from the list. then how do i bill them',
      '2 should *nag me* until the bill is out',
      '3 found *4 unbilled jobs* by luck',
    ],
    survey: [
      '2 *the gap between done and billed*',
      '3 *money we forget*',
      '2 *checking every evening what is finished*',
      '2 *reminding myself to invoice*',
      '1 *Monday mornings*',
    ],
    community: ['2 What is your rule for when to invoice? *Ours is "when somebody thinks of it", and it shows.*'],
    internal: [
      '2 Account review: *{num} completed jobs older than two weeks without an invoice*. They had no idea and were grateful, then cross.',
    ],
    spanish: ['2 *Cada lunes comparo dos listas a mano* para ver qué falta por facturar.'],
  },
  latePayment: {
    terse: [
      '3 *Paid wages from my own pocket in {month}.* Customers owe me {money}.',
      '2 I want to *take the money and go*. Like a baker.',
    ],
    polite: [
      '2 Many customers ask {crew} "can I pay you now?" and *he has to say no, please wait for the letter*. They find it odd, and so do I.',
      '2 I print the reminders on yellow paper, because *white ones are ignored*. Please do not laugh, it works.',
      '1 A thank-you message when somebody has paid would be kind. *At present we only write to people who have not.*',
    ],
    ticket: [
      '2 *Customer paid twice because the reminder crossed the payment.* Refund by hand.',
      '1 Asks to *pause reminders for one customer* (bereavement). Not possible.',
    ],
    review: ['2 *let people pay by card* on the job', '2 chasing money *all day long*', '3 *cash flow*... app does nothing for it'],
    survey: ['3 *Late payers*', '2 *ringing people about money*', '2 *open invoices*', '2 *cards at the door*', '1 *knowing who has paid*'],
    community: ['2 Deposit before the job: *who does it, and do customers run away?* We wait far too long for the rest.'],
    internal: ['2 Shadowed a bookkeeper: *forty minutes to find out who had paid*, ten to write the reminders.'],
    french: ['3 *Nous attendons {num} jours en moyenne* pour de petites factures.'],
  },
  firstWeek: {
    terse: ['2 *Spent Sunday on set-up. Monday we used paper.*', '3 Trial over. *Not one job in it.* Not my fault.'],
    polite: [
      '2 My colleague and I both started to enter customers, and *after a week we had most of them twice*.',
      '1 It asked for our logo first. *We do not have a logo, we have a van.*',
      '2 The help is good when one knows the word. *I did not know that a visit is called a job here.*',
    ],
    ticket: [
      '2 *Trial customer, third day, no job created.* Asked for "the button to begin".',
      '2 *Imported customers have no addresses*: column was called "street and no.".',
    ],
    review: [
      '2 *to many settings* before u can do anything',
      '2 gave up on the *customer list import*',
      '3 my crew *never got the invite*',
    ],
    survey: ['2 *Setting it up.*', '3 *the import*', '2 *finding out what to do first*', '2 *getting the crew in*', '1 *nineteen menus*'],
    community: ['2 How long did it take you until the first real job? *We are in week three and still importing.*'],
    internal: [
      '2 *Four of ten trials never invite a second person.* None of those stays.',
      '2 Listened to a set-up call. *The customer said "one moment" eleven times.*',
    ],
    german: ['2 *Ich wusste nicht, womit ich anfangen soll*, und am Wochenende hatte ich keine Lust mehr.'],
    french: ["3 *L'import des clients a échoué trois fois* sans dire pourquoi."],
  },
  proof: {
    terse: [
      '2 Assessor wants *before, after, date, address*. Four things. I send forty mails.',
      '2 *Photo is sideways on the PDF.* Every time.',
    ],
    polite: [
      '2 The school asks for *a folder with all photos of the year, by room*. It took {office} two days.',
      '2 We have begun to write the date on a piece of cardboard and hold it into the picture, *since the app does not print it*.',
      '1 Customers love the pictures, but *they get them three days later from my private phone*.',
    ],
    ticket: ['2 *Photos of a job are in the wrong order after upload.*', '1 *Customer asks for photos of 2024, download is one by one.*'],
    review: ['2 *no date on the fotos*', '1 *sorting pics* takes longer than the job', '2 want *before/after side by side*'],
    survey: [
      '2 *photos one by one*',
      '2 *insurance paperwork*',
      '1 *photos with a date*',
      '2 *disputes about damage*',
      '1 *sending pictures to customers*',
    ],
    community: ['1 We name photos with the job number and a letter. *Then a colleague comes back from holiday and uses capitals.*'],
    internal: ['2 *Claims take our roofers half an hour each, most of it copying photos*, measured on a ride-along.'],
  },
  offline: {
    terse: [
      '3 *Tunnel job. Four hours. Nothing saved.* Doing it again from memory.',
      '2 App says "no connection" *as if that were my fault*.',
    ],
    polite: [
      '2 {crew} stands on the stairs with his arm out of the window to send the report, *and there is always a neighbour who asks what he is doing*.',
      '3 The lift inspector needs the old readings on site, and *below ground there is just an empty page*.',
      '2 I understand that it is difficult. But *a notepad does not lose what one writes*.',
    ],
    ticket: [
      '2 *Draft shown on the phone, not on the web.* Customer thinks we lost it. It was never sent.',
      '3 *Signature lost on "retry".*',
    ],
    review: ['3 *useless in cellars*', '2 *lost my report again*. pen and paper never crashd', '2 needs *offline* badly'],
    survey: ['3 *no network in basements*', '2 *typing reports twice*', '2 *lost notes*', '3 *the valley*', '2 *waiting for the spinner*'],
    community: ['2 Our people photograph the job page before they go down. *A photo of a screen, as offline mode.*'],
    internal: ['2 Tried it myself in the archive room: *opened a job, wrote three lines, walked up, gone*. I was angry, and I work here.'],
    french: ["2 *Dans les ascenseurs il n'y a pas de réseau*, on note tout sur du carton."],
    spanish: ['2 En los sótanos *todo se queda cargando* y perdemos el informe.'],
  },
  replanning: {
    terse: [
      '2 *Five taps to move one job.* I move twenty before breakfast.',
      '2 I plan on paper and *type it in when I am at my desk*. Phone is no use.',
    ],
    polite: [
      '2 On the tablet it is better, but *the tablet is in the office and I am not*.',
      '2 I would like to see who finishes early today, because *I always ring around to find the one who could take one more*.',
      '1 When I move something *I cannot see what I have just pushed away*.',
    ],
    ticket: [
      '2 *Job assigned to two crews after moving on the phone.* Both went.',
      '1 *Calendar on phone does not show who is on holiday.*',
    ],
    review: ['2 *cant swap jobs* on the phone', '2 *planing on mobile is a pain*', '1 *zoom* please!!'],
    survey: [
      '2 *moving jobs on the small screen*',
      '2 *who is free?*',
      '2 *illness at half past six*',
      '1 *seeing everybody at once*',
      '2 *swapping two jobs*',
    ],
    community: ["2 Do you let crews swap among themselves? *We would, if they could see each other's day.*"],
    internal: ['1 *Five of seven dispatchers keep the desktop open at home* just for the mornings.'],
  },
  lateNews: {
    terse: [
      '3 *{n} wasted trips this week.* Who do I send the bill to?',
      '2 Changed at 7:05. *Seen at 8:40.* By then they were in {town}.',
      '3 *Customer cancelled, crew did not know, customer now angry that we rang the bell.*',
      "2 I don't need a calendar, *I need to know that they know*.",
    ],
    polite: [
      '2 I have begun to write the changes in capital letters into the title, *in the hope that somebody sees them in passing*.',
      '3 Yesterday the scaffold was not up, I moved the job, and *the crew of four stood in front of the house for an hour with all the material*.',
      '2 When the school rings to say that the caretaker is ill *I have about ten minutes to catch the van, and I do it by phone*.',
      '2 The app tells me "sent". *I would like it to tell me "read".*',
      '2 {crew} has the sound off because of customers, *so he sees a change at the next coffee*.',
    ],
    technical: [
      '2 Changed the job three times within a minute, *phone showed the second version for the rest of the day*.',
      '1 Our device management blocks unknown push senders. *Which one do you use?* Not in the docs. Crews got nothing for two weeks.',
    ],
    ticket: [
      '2 *Change of address shown in title, not on the map button.* Crew followed the map.',
      '3 *Crew not told that a colleague is ill*, started a two-person lift alone.',
      '2 Office wants a list: *who has seen the change of {day}?*',
    ],
    review: ['3 *drove 40 min 4 nothing*', '2 *changes dont show* until i restart the app', '2 boss says he changed it. *i didnt get it*'],
    survey: [
      '3 *changes on the same morning*',
      '2 *nobody sees the change*',
      '3 *empty drives*',
      '2 *phoning everybody*',
      '2 *not knowing if they know*',
      '3 *cancelled jobs*',
      '2 *"did you see it?"*',
    ],
    community: [
      '3 How do you tell a crew that is driving? *We lost two afternoons this month to cancelled jobs.*',
      '2 We have a code word: *if it says PIZZA in the chat, ring the office*. It is our change management.',
    ],
    internal: [
      '3 *Third escalation about a wasted trip in ten days*, and all three were delivered, just late.',
      '2 Sat in on a morning at {account}: *eleven calls between 6:40 and 7:20, all of them "have you seen"*.',
    ],
    german: ['2 *Ich weiß nie, ob sie es gelesen haben.* Also rufe ich an.'],
    spanish: ['2 El cambio se hizo a las siete y *lo vieron a las nueve*.'],
  },
  quotes: {
    terse: ['2 Customer wants a number today. *I have a number on Sunday.*', '2 *Same bathroom, fifth time from scratch.*'],
    polite: [
      '2 Whenever {wholesaler} sends new prices *I get a PDF of four hundred pages*, and I change the ten that hurt most.',
      '1 May the quote show a photo of the {part}? *Customers cannot picture it and ask three times.*',
      '2 I write quotes when the house is asleep. *By Thursday I owe eleven people a number.*',
    ],
    ticket: [
      '2 *Quote total changed after the price list was updated*, customer had it in writing.',
      '1 *Options in one quote are added up*, customer thought he must pay both.',
    ],
    review: ['2 *quotes eat my evening*', '1 *price list update* is a nightmare', '2 lost a job bc *quote was late*'],
    survey: [
      '2 *writing quotes at night*',
      '2 *looking up prices*',
      '3 *answering too late*',
      '1 *options in a quote*',
      '2 *old price list*',
    ],
    community: ['2 How often do you update prices? *We do it twice a year and lose money for five months.*'],
    internal: ['2 *Median time from visit to quote: four days.* From quote to yes, when there is one: one day.'],
  },
  books: {
    terse: [
      '2 *Credit note is nowhere.* I gave the money back and the books say I kept it.',
      '3 My adviser refuses your export. *Refuses.*',
    ],
    polite: [
      '2 Each transfer brings along a "Customer 0", *and I spend the morning finding out who that is*.',
      '1 Discounts arrive in {books} as an own line with *no account, so it asks me each time*.',
      '2 *The payment date is the day of the import and not of the payment*, which ruins my reminders.',
    ],
    ticket: ['2 *Invoice cancelled here, still open in the accounts.*', '1 *Export has a decimal point where a comma is expected.*'],
    review: ['2 *export is a mess*', '2 *doubles in the accounts* every month', '1 my adviser *swears at the file*'],
    survey: [
      '2 *two systems, two totals*',
      '2 *month end*',
      '3 *duplicates in the books*',
      '1 *credit notes*',
      '2 *ticking lists with a pencil*',
    ],
    community: ['2 Which accounting works best with Larkfield? *Ours needs a day of clean-up each month.*'],
    internal: [
      '2 *Ledger tickets take four times as long as the average*, mostly because two companies’ support sends the customer back and forth.',
    ],
  },
  margins: {
    terse: ['2 *Best turnover ever. Worst account ever.* Explain it to me with your report.'],
    polite: [
      '2 We tried to compare two crews fairly and *gave up, because hours are on people and not on jobs*.',
      '1 I would like a page that I can take to the bank. *At the moment I take a folder.*',
    ],
    ticket: ['1 *Asks where material costs show up in the reports.* They do not.'],
    review: ['2 *whats left at the end*? no idea', '1 *reports too simple*'],
    survey: ['2 *profit per job*', '1 *hours per job*', '2 *Seeing what is left.*'],
    community: ['2 Does anybody know their margin per kind of job? *We only know it per year, from the tax adviser.*'],
  },
  history: {
    terse: ['2 *Warranty or not? Nobody knows.* Did it for free again.'],
    polite: [
      '1 *The same customer is in there three times, with a third of the history each.*',
      '2 The new tenant rings, and *everything we did is filed under the old one*.',
    ],
    ticket: [
      '2 *Cannot find a job from before the migration.* It is there, under another customer.',
      '1 *Search for "12a" finds nothing*, letters in house numbers.',
    ],
    review: ['2 *cant find old jobs*', '1 *search = bad*'],
    survey: [
      '2 *what we did there before*',
      '1 *duplicates of customers*',
      '2 *finding the date of an old job*',
      '1 *search that forgives typos*',
    ],
    community: ['1 We search in our old mails instead. *The mail knows streets.*'],
  },
  permissions: {
    terse: ['2 Temp worker sees *ten years of customers*. For a week of painting.'],
    polite: [
      '2 I would sleep better if *only two people could change prices*.',
      '1 The crew can delete photos, and *one was deleted that we would have needed*.',
    ],
    ticket: [
      '2 *Crew lead could open the payroll export* through a shared link.',
      '1 *Former member still listed as a contact for customers.*',
    ],
    review: ['2 *apprentice sees prices*', '1 *need more roles*'],
    survey: ['2 *who sees what*', '2 *leavers keep access*', '1 *prices hidden for crew*'],
    community: ['2 Do subs get their own login at yours? *Ours sees everything or nothing.*'],
  },
  arrival: {
    terse: ['2 *Took a day off for nothing,* says the customer. One star, says the customer.'],
    polite: [
      '2 I have a sticky note with "about eleven" next to the phone, *and I read it out thirty times a morning*.',
      '1 Our older customers put the coffee on when they know that we are near. *It is a pity when it gets cold.*',
      '2 Two customers changed to a firm that "*tells you when they come*". That was the only reason.',
    ],
    ticket: ['2 *Reminder has the old time after a job was moved.*', '1 Asks for a message when the crew is *running late*.'],
    review: ['2 *no show up msg*. customers hate it', '1 *send eta!!*'],
    survey: ['2 *calls about arrival times*', '2 *empty houses*', '1 *"about eleven"*', '2 *confirming by phone*'],
    community: ['2 How do you confirm appointments? *We ring everyone the day before, until noon.*'],
  },
  rollout: {
    terse: ['2 *Head office wants one number. I have six spreadsheets.*'],
    polite: [
      '2 Two of our branches have already *bought something else in the meantime*, as we could not give them a date.',
      '2 A technician who helps out in another branch *has two logins and two lists, and forgets one of them*.',
    ],
    ticket: [
      '2 *Price change had to be made in {n} branches*, one was forgotten for a month.',
      '1 *Asks for a sandbox of the whole group.*',
    ],
    review: ['2 *ok for small shops*, not for us'],
    survey: ['2 *one price list for all branches*', '3 *security review*', '2 *adding people by hand*', '1 *numbers per branch*'],
    internal: ['2 *The security questionnaire came back with two red lines, the same two as ever.*'],
  },
  maintenance: {
    terse: ['2 *Found out from the customer that the yearly visit is due.* Embarrassing.'],
    polite: [
      '2 Our best customers have contracts, and *we treat them worst, because nobody reminds us of them*.',
      '1 *Contract prices go up by two per cent a year, in my head.* In the system they stay.',
    ],
    ticket: ['2 *Yearly series fell on 29 February.* Never came again.'],
    review: ['2 *no service contracts*', '1 *repeat jobs are buggy*'],
    survey: ['2 *yearly services*', '2 *contracts in a spreadsheet*', '1 *inspections required by law*'],
    community: ['2 *Wall planner, red pins for contracts.* What do you use?'],
  },
  season: {},
} satisfies Record<string, More>
