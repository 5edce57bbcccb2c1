import type { ThemeTexts } from './theme-texts.ts'

export const arrival: ThemeTexts = {
  terse: [
    '2 Phone rings all day. *"When are you coming?"* Same question, {num} times.',
    '2 *Customer not at home.* Third time this week. {mins} minutes wasted each.',
    '2 *"Between 8 and 12"* is not a time. Customers say so. They\'re right.',
  ],
  polite: [
    '2 On a normal morning *I answer about {num} calls from people who only want to know when we come*. I like talking to them, but the work stays undone.',
    '2 Customers take a day off for us and then *we are two hours late and nobody tells them*. I would be cross, too.',
    '1 A short message "we are on our way" would be enough. *{crew} does it from his private phone, and now customers have his number.*',
    "3 *{client} was at the doctor's when the crew arrived; we had confirmed by post.* A job of {money} moved by three weeks.",
    '2 People forget appointments they made six weeks ago. *We ring everyone the day before, which takes me until noon.*',
  ],
  technical: [
    '1 There is an SMS add-on, but *the text cannot contain the time window*, only the date.',
    '2 *Reminder is sent at the time of booking and not the day before* when the job is created less than 48 hours ahead.',
  ],
  sales: [
    '2 Call centre of {n} people, *half of the calls are "when"*. They would pay per message to make it stop.',
    '2 Their competitor sends a live map. *Customers mention it in reviews, by name.*',
  ],
  ticket: [
    '2 *Customer got a reminder for a job that had been moved.* Stood waiting for half a day.',
    '1 *Wants to send "on the way" with one tap.* Told about the template: five taps.',
  ],
  review: [
    '2 *customers keep calling me when we come*. other apps send a text',
    '2 no *reminders to custmers*. people arent home',
    '1 let me send *"15 min away"*',
  ],
  survey: ['2 *"When do you come?"*', '2 *nobody at home*', '1 *a message before we arrive*'],
  interview: [
    '2 I can tell from the ring. Nine o\'clock, it is a "when". *I look at the calendar, I say about eleven, and I know that I do not know.*',
    '2 An empty house costs me an hour, two people. *We had nineteen in {month}. I only counted because you asked me to.*',
  ],
  community: [
    '1 We send reminders by hand with a text template at 16:00. *No-shows went down by half.* It is just one more thing to do.',
    '2 Who has live arrival times? *Our customers compare us with parcel services now.*',
  ],
  internal: [
    '2 Five interviews, five offices: *the phone rang every six or seven minutes while we talked*, and it was always the same question.',
  ],
  german: [
    '2 Das Telefon klingelt den ganzen Vormittag: *„Wann kommen Sie denn?“*',
    '2 *Dreimal diese Woche war keiner zu Hause*, obwohl der Termin bestätigt war.',
  ],
  french: [
    '2 *Les clients appellent toute la matinée pour savoir quand on arrive.*',
    '2 Personne à la maison, *deux fois cette semaine*, et une heure perdue à chaque fois.',
  ],
  spanish: ['2 *«¿Cuándo vienen?»* Treinta llamadas cada mañana, siempre lo mismo.'],
  against: [
    '1 Please no automatic messages to my customers. *They are eighty and a text at six in the morning frightens them.*',
    '1 *I do not want them to follow my van on a map.* We stop for coffee.',
  ],
}
