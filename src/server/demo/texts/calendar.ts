import type { ThemeTexts } from './theme-texts.ts'

export const calendar: ThemeTexts = {
  terse: [
    '2 Nobody in a van opens your calendar. *They look at their messages.* Put it there.',
    '2 *Printed the week and taped it to the dashboard.* That is your competition.',
    '3 Nice calendar. *Crew does not look at it.* {crew} drove to {town} yesterday for nothing.',
    "1 [Three|Four] taps to see tomorrow. *They don't do three taps.*",
  ],
  polite: [
    '2 The plan is always right in Larkfield and always wrong in the van. *Nobody opens the calendar in the van*, they ask each other instead.',
    '2 I still *send a photo of the screen to the crew group every evening*, because the ones over fifty will not open the app for the plan.',
    "2 Could tomorrow's first job be shown without opening anything? *{crew} told me he only ever sees the lock screen*, his hands are dirty.",
    '1 I noticed that *the younger ones use the app and the older ones ring me*. Both are lovely people, but it does mean I plan everything twice.',
    "3 *Two of our crews started the day at the wrong address on {day}* because they went by last week's printout. The calendar had been right since the evening before.",
    '2 We colour the jobs so nicely in the office and then *the crew sees a grey list without the colours*. The colours mean who brings the key.',
  ],
  technical: [
    "2 The calendar feed (.ics) refreshes every [8|12] hours on Android. *People look in their phone's own calendar, see yesterday's plan and drive off.* Push or a shorter interval would solve it.",
    '2 We turned the app into the launcher on the work phones with our device management. *Usage of the plan went from about a third to nearly all.* So the problem is not the plan, it is where it is.',
    '1 *Widget request is a workaround for the real cause*: the start screen opens on "Messages from Larkfield", not on the day.',
  ],
  sales: [
    '2 Demo went well until the crew lead said "*I will never look at that, text me*". Whole room laughed, nobody disagreed.',
    '2 They have {num} people and *estimate that a third looks at the plan before driving*. The rest rings the office between six and seven.',
    '1 Asked if the plan can go to the crew\'s existing messenger. *"We are not going to teach them another place to look."*',
  ],
  ticket: [
    '2 Customer says the crew "did not get" a job. Job was in the calendar since {day}. *Crew member had never opened the calendar on this phone.* Not a bug, but third one this month.',
    '1 How-to: set the day view as start page. *Currently opens on the feed and people think there is no job today.*',
    '2 *Tomorrow view is empty after 18:00 until you pull to refresh*, so the crew assumes a late start.',
  ],
  review: [
    '2 the plan is burried behind 3 menus. *i just want to see where i go tomorow*',
    '1 *no widget*. everyone else has a widget',
    '2 My boss loves this app. *We in the van dont look at it*, we have a whatsup group for that',
    '2 opens on news instead of my jobs?? *give me the adress and the time* thats all i need at 6am',
  ],
  survey: [
    '2 *The crew does not look in the calendar.*',
    "1 *A start screen with today's jobs.* Nothing else.",
    '2 *printing the plan every evening*, still',
  ],
  interview: [
    '2 At half past six there are eight people around one printed page. *The app has the same thing, newer, and nobody takes the phone out.* It is a social thing, the page.',
    '2 I asked {crew} to show me how he finds the next job. He opened the messenger, scrolled up to the photo I had sent. *He did not even think of opening your app.*',
    '3 There is the plan, and there is what they remember of the plan. *If it changed after they last looked, it did not change.* For them.',
    '2 My father ran this with a whiteboard. The whiteboard was where the coffee was. *Your calendar is not where the coffee is*, that is really all I have to say about it.',
  ],
  community: [
    '1 Tip: put the day view on the home screen as a bookmark. *Our crew still asks "where am I going", but a bit less.*',
    '2 Anybody managed to get the plan into the messenger automatically? *Ours will not open the calendar, we gave up asking.*',
  ],
  internal: [
    '2 Looked at the log for {town}: *the office opens the calendar forty times a day, the crew phones not once*. And they are the ones who drive.',
    '2 Ride-along with a crew: *plan was read aloud from a sheet of paper by the passenger*. They were surprised the app had it.',
  ],
  german: [
    '2 *Im Auto schaut keiner in den Kalender.* Die Jungs schauen in ihren Chat, und da steht es nicht.',
    '2 Ich *drucke den Plan jeden Abend aus*, weil {crew} die App morgens gar nicht aufmacht.',
  ],
  french: ["2 *Personne n'ouvre le calendrier dans la camionnette.* Ils m'appellent à sept heures du matin, tous, l'un après l'autre."],
  spanish: ['2 *Nadie abre el calendario en la furgoneta*, me llaman todos por la mañana para saber adónde van.'],
  against: [
    '1 Our crews do use the calendar. *We made it a rule on day one and after two weeks nobody asked any more.*',
    '1 I like that it stays out of their messages. *They get enough messages.* The calendar is fine where it is.',
  ],
}
