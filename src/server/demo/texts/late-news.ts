import type { ThemeTexts } from './theme-texts.ts'

export const lateNews: ThemeTexts = {
  terse: [
    '3 Customer cancels at 7. *Crew is standing at the door at 8.* Who pays that?',
    '3 *Drove to {town} for nothing. Again.* {mins} minutes each way.',
    '2 I change a job. Nobody notices. *I ring everybody anyway.* So what is the app for?',
    '3 *Two crews at the same address yesterday.* One could have stayed in bed.',
    '2 "Did you see it?" "See what?" *Every morning.*',
  ],
  polite: [
    '3 A small thing that is not small for us. *When a customer cancels the same morning the crew still drives there.* The calendar shows it, but nobody in a van looks at the calendar.',
    '2 {crew} now *rings everybody at seven to say what changed overnight*. I do not think that should be his job.',
    '2 I moved one job by an hour on {day}, and *I had to make {n} phone calls to be certain that everyone knew*. Is there something like a read receipt?',
    '3 *The crew was already on the way when the customer cancelled*, and they only saw it when they parked. It happens about twice a week.',
    '2 When the material is late I push the job to the afternoon, but *the crew finds out at the locked gate*. The client then rings me, not you, of course.',
    '2 It would help so much to see who has noticed a change. *I sit there hoping.* Hope is a poor way of running six vans.',
    '3 Our apprentice was alone in front of a closed school for two hours because *the change reached the foreman and not him*.',
  ],
  technical: [
    '2 Push notifications arrive between 1 and {mins} minutes late on Android when battery saving is on. *By then the crew has left.* Tested on {n} devices, logs attached.',
    '2 *A change made within ten minutes of the start of a job does not send any notification* (reproduced three times). From the docs I expected one.',
    '1 Notifications are one per field changed: *moving a job produced four pushes, so people mute the app*, and then they miss the one that counts.',
  ],
  sales: [
    '3 "*The office changes it, the van does not know.*" That one sentence was the meeting. They have {num} vans and lose about two drives a day.',
    '2 Asked: can I see that the crew has seen it? Told them not yet. *Their current tool is a phone chain with the foreman at the top.*',
    '2 Prospect keeps score on a whiteboard: *{num} wasted trips in {month}*. Fuel alone is more than the licence.',
  ],
  ticket: [
    '3 *Job was cancelled at 06:50, crew arrived at 07:40.* Notification was delivered at 07:52 according to our log. Customer asks for a refund of the trip.',
    '2 Crew member says no notification for a moved job. *Phone in battery saver, pushes held back.* Explained the setting; they have {num} phones.',
    '2 *New address was shown in the office and the old one in the app* until the app was restarted.',
  ],
  review: [
    '3 *got send to a job that was canceld* 2x this week. fix ur notifications',
    '2 no sound no nothing *when the boss changes the plan*. i find out by driving there',
    '2 *pushes come half an hour late*. usless',
    '1 it pings for EVERYTHING so i turned it off. then *i missed the one where the adress changed*',
  ],
  survey: [
    '3 *crew learns of changes when it is too late*',
    '2 *Ringing everybody every morning.*',
    '2 Not knowing *whether they have seen it*',
    '3 *Wasted drives after a cancellation.*',
  ],
  interview: [
    '3 So the phone goes, ten to seven, Mrs somebody has the flu. I cancel it in Larkfield, good. *And then I ring the crew, because if I do not ring they will be standing in front of her house.* So what did the cancelling do?',
    '2 I have a rule: a change after six in the evening is a phone call. *Not because I like to call, because nothing else arrives.*',
    '3 Last month, I wrote it down for you: eleven drives for nothing. *Forty minutes each way, two people. That is a week of work, gone, in the car.*',
    '2 They say "I did not see it" and I cannot say they did. *There is no way for me to know.* So it ends with me being angry and them being hurt.',
  ],
  community: [
    '2 Does anyone have a way to *confirm that a crew has read a change*? We ask for a thumbs up in the chat, which is fine until somebody has flat battery.',
    '2 Our rule: no changes after 18:00 without a call. *It is not a feature, it is a tired office person.*',
  ],
  internal: [
    '3 Refund request again for a wasted trip. *Delivered {mins} minutes after the change.* We cannot keep saying battery saver.',
    '2 Ines from support: *"late changes" is the tag that grew most this quarter*, and it is always the angry ones.',
  ],
  german: [
    '3 Der Kunde sagt um sieben ab, und *die Kolonne steht um acht trotzdem vor der Tür*. Zweimal allein letzte Woche.',
    '2 Ich *telefoniere jeden Morgen alle ab*, weil ich nicht sehe, ob die Änderung angekommen ist.',
    '3 Die Benachrichtigung kam *eine halbe Stunde zu spät*, da waren sie schon in {town}.',
  ],
  french: [
    "3 Le client annule le matin même et *l'équipe y va quand même*. Quarante minutes de route pour rien.",
    "2 Impossible de savoir *si les gars ont vu le changement*, alors j'appelle tout le monde.",
  ],
  spanish: [
    '3 El cliente canceló a las siete y *a las ocho el equipo estaba en su puerta*. No les llegó nada.',
    '2 *Llamo uno por uno cada mañana* porque no sé si han visto el cambio.',
  ],
  against: [
    '1 For us the notifications work. *Changes are on the phones within a minute, I have tested it from the next room.*',
    '1 *Please not more pushes.* We hardly change anything after the plan is out, that is a question of discipline and not of software.',
    '1 I prefer to ring them. *A voice gets an answer, a notification gets a shrug.*',
  ],
}
