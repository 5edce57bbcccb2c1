import type { ThemeTexts } from './theme-texts.ts'

export const offline: ThemeTexts = {
  terse: [
    '3 Cellar. No signal. *White screen.* Every boiler in this country is in a cellar.',
    '3 *Lost an hour of notes when the app reloaded.* {crew} will not write notes again, ever.',
    '2 *Works in your office. Does not work in {town}.*',
    '2 It says "saved". *It was not saved.* Don\'t lie to my people.',
  ],
  polite: [
    '3 Half of our customers live where there is no reception, and *the crew cannot even see the address once they have lost the signal*.',
    '2 {crew} fills in the report in the cellar, *comes up the stairs and it is gone*. He now writes it on the back of his hand. I have a photo of the hand.',
    '2 It would already help if the app said honestly "this is not sent yet". *We find out in the evening that half the day is missing.*',
    '2 In the new district there is simply no network yet. *We do those jobs on paper and I enter them at night.*',
    '3 Twice this month *a signature was lost because the tablet had no connection*, and I had to ask {client} to sign again. She was not amused.',
  ],
  technical: [
    '3 *Form state is lost when the request times out* ({phone}, airplane mode on after opening the job, save, airplane mode off: empty form).',
    '2 The service worker caches the shell but no job content. *Offline you get the frame and a spinner without an end.*',
    '2 *Conflict handling: the last write wins without a word.* Two technicians, one tunnel, one of them lost his readings.',
    '1 Photos are queued, text is not. *The order on the server makes no sense afterwards.*',
  ],
  sales: [
    '3 Hard requirement: "*must work below ground*". Metro stations, {num} technicians. Could not show it, meeting over after ten minutes.',
    '2 Currently on a thirty-year-old rugged device because *it has never once asked for a network*.',
    '3 Reference call went badly: *"good, as long as you have reception"*. We do not come back from that sentence in the countryside.',
  ],
  ticket: [
    '3 *Report entered without signal, app restarted, entries gone.* Second time for this technician. Customer wants to know what we do about it.',
    '2 *Stuck on "sending…" since {day}.* Five reports in the queue, no error shown. Reinstalling would delete them.',
    '2 Time stamps of offline entries are *those of the upload, not of the work*. Payroll is wrong.',
  ],
  review: [
    '3 *NO OFFLINE MODE.* for field work. ok',
    '2 looses everything *when you go in a basment*',
    '2 crashd in the tunnel and *my notes where gone*. 45 min of work',
    '1 spins spins spins. *i just need the adress*',
  ],
  survey: ['3 *No signal, no app.*', '3 *cellars*', '2 *It forgets what I typed.*', '2 everything that happens *below ground floor*'],
  interview: [
    '3 I am in a lift shaft. There is no internet in a lift shaft, there never will be. *I do my measurements on cardboard and I type them in the car.* If I am tired, I type them on Sunday.',
    '2 They do not trust it. *After it loses your text once, you write short. After the second time you write nothing.* So now my reports say "done".',
    '3 The valley has one mast and when it snows it has none. *On those days we go back to paper, the whole company.* And then two days to get it all in again.',
  ],
  community: [
    '2 Trick: open every job of the day while still at the depot, do not close the app. *It survives without signal as long as the phone does not think it needs memory.*',
    '3 Is an offline mode planned at all? *We have three technicians who work only underground.*',
  ],
  internal: [
    '3 *Lost-report tickets: {num} this quarter.* I read all of them. The same story in different basements.',
    '2 Solutions engineer: *"I no longer demo in the meeting rooms downstairs"*. That says enough.',
  ],
  german: [
    '3 *Im Heizungskeller gibt es kein Netz, und die App zeigt nur einen weißen Bildschirm.*',
    '2 Die Notizen waren *nach dem Neustart weg*. Jetzt schreibt {crew} wieder auf Pappe.',
  ],
  french: ["3 Au sous-sol, pas de réseau, *et tout ce qu'on a saisi disparaît*. Mes techniciens sont revenus au papier."],
  spanish: ['3 *Sin cobertura la aplicación no sirve*: pantalla en blanco, y lo escrito se pierde.'],
  against: [
    '1 Signal is not a problem in town. *In two years we have not had one lost report.*',
    '1 I would rather have them come up and confirm it is sent. *Offline means I hear about it in the evening.*',
  ],
}
