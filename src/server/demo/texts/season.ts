import type { ThemeTexts } from './theme-texts.ts'

export const season: ThemeTexts = {
  terse: ['2 March: *six people, nothing to do.* May: I turn away work. Every year.'],
  polite: [
    '2 *In spring the crews wash the vans twice a week, as there is nothing else.* In autumn I cannot find a free day for anyone.',
    '1 Could Larkfield tell me, from the years before, *when it will be quiet*? I would plan the training then.',
  ],
  technical: ['1 I tried to forecast from the job export, *the history is too short after the migration*.'],
  sales: ['2 Roofing, {num} people. *"Hire in April, let go in November, it ruins the team."* Asked whether we can see it coming.'],
  ticket: ['1 Asks for *a utilisation view by month*. Not available.'],
  review: ['1 should show *how full next month is*'],
  survey: ['2 *Idle weeks in spring*', '1 *planning the season*'],
  interview: [
    '2 I know that February is dead, I just forget how dead. *Each year I hire one too many in January, because January looked fine.*',
  ],
  community: ['1 How far ahead do you plan holidays? *We never know when it gets quiet until it is quiet.*'],
  internal: ['1 *Idle hours are a spring topic*, we hear it for eight weeks and then not at all.'],
  german: ['2 *Im Frühjahr stehen die Kolonnen*, im Herbst müssen wir absagen.'],
  french: ['2 *Au printemps les équipes tournent à vide*, et en automne on refuse du travail.'],
  spanish: ['1 *En primavera no hay trabajo* y en otoño no damos abasto.'],
  against: ['1 *Season? We repair drains.* It is always season.'],
}
