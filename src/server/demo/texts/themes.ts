import { arrival } from './arrival.ts'
import { books } from './books.ts'
import { calendar } from './calendar.ts'
import { firstWeek } from './first-week.ts'
import { forgotten } from './forgotten.ts'
import { history } from './history.ts'
import { lateNews } from './late-news.ts'
import { latePayment } from './late-payment.ts'
import { maintenance } from './maintenance.ts'
import { margins } from './margins.ts'
import { moreLines } from './more-lines.ts'
import { offline } from './offline.ts'
import { permissions } from './permissions.ts'
import { proof } from './proof.ts'
import { quotes } from './quotes.ts'
import { receipts } from './receipts.ts'
import { replanning } from './replanning.ts'
import { rollout } from './rollout.ts'
import { season } from './season.ts'
import type { ThemeTexts } from './theme-texts.ts'

const first = {
  receipts,
  calendar,
  forgotten,
  latePayment,
  firstWeek,
  proof,
  offline,
  replanning,
  lateNews,
  quotes,
  books,
  margins,
  history,
  permissions,
  arrival,
  rollout,
  maintenance,
  season,
} satisfies Record<string, ThemeTexts>

export type ThemeName = keyof typeof first

const voices = Object.keys(first.receipts) as (keyof ThemeTexts)[]

function together(theme: ThemeName): ThemeTexts {
  const more: Partial<ThemeTexts> = moreLines[theme]
  return Object.fromEntries(voices.map((voice) => [voice, [...first[theme][voice], ...(more[voice] ?? [])]])) as ThemeTexts
}

export const themes = Object.fromEntries((Object.keys(first) as ThemeName[]).map((theme) => [theme, together(theme)])) as Record<
  ThemeName,
  ThemeTexts
>
