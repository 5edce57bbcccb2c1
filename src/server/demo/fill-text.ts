import type { Chance } from './chance.ts'
import type { DemoAccount, DemoContact } from './companies.ts'
import { bookkeepingSoftware, clients, firstNames, jobsOf, partsOf, phones, wholesalers } from './texts/company-names.ts'

export type Language = 'en' | 'de' | 'fr' | 'es'

/** A line made real: its words, and where in them the passage lies that says what hurts. */
export type FilledLine = { text: string; hurt: number | null; passage: { from: number; to: number } | null }

export type Speaker = { chance: Chance; account: DemoAccount | null; contact: DemoContact | null; language: Language }

const small = ['two', 'three', 'four', 'five', 'six', 'seven']
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
const months: Record<Language, string[]> = {
  en: ['January', 'March', 'April', 'May', 'June', 'July', 'September', 'October'],
  de: ['Januar', 'März', 'April', 'Mai', 'Juni', 'September', 'Oktober'],
  fr: ['janvier', 'mars', 'avril', 'mai', 'juin', 'septembre'],
  es: ['enero', 'marzo', 'abril', 'mayo', 'junio', 'septiembre'],
}

const slots: Record<string, (speaker: Speaker) => string> = {
  n: ({ chance }) => chance.pick(small),
  num: ({ chance }) => String(chance.between(11, 48)),
  pct: ({ chance }) => String(chance.between(4, 23)),
  mins: ({ chance }) => chance.pick(['20', '25', '30', '35', '40', '45', '50']),
  day: ({ chance }) => chance.pick(days),
  month: ({ chance, language }) => chance.pick(months[language]),
  money: (speaker) => moneyOf(speaker),
  client: ({ chance }) => chance.pick(clients),
  wholesaler: ({ chance }) => chance.pick(wholesalers),
  books: (speaker) => steady(speaker, bookkeepingSoftware, 5),
  phone: ({ chance }) => chance.pick(phones),
  part: ({ chance, account }) => chance.pick(partsOf[account?.company.trade ?? 'plumbing']),
  job: ({ chance, account }) => chance.pick(jobsOf[account?.company.trade ?? 'plumbing']),
  trade: ({ account }) => account?.company.trade ?? 'plumbing',
  town: (speaker) => speaker.account?.company.town ?? 'Thornby',
  account: ({ account }) => account?.company.name ?? 'our company',
  size: ({ account }) => String(account?.size ?? 12),
  boss: (speaker) => steady(speaker, namesFor(speaker), 1),
  office: (speaker) => steady(speaker, namesFor(speaker), 2),
  crew: (speaker) => steady(speaker, namesFor(speaker), 3 + speaker.chance.below(3)),
  contact: ({ contact }) => contact?.name ?? 'the owner',
  me: ({ contact }) => contact?.name ?? '',
  meFirst: ({ contact }) => contact?.name.split(' ')[0] ?? '',
  title: ({ contact }) => contact?.title.toLowerCase() ?? 'owner',
}

function namesFor({ account, contact }: Speaker) {
  const own = contact?.name.split(' ')[0]
  return firstNames[account?.company.country ?? 'en'].filter((name) => name !== own)
}

/** The same account speaks of the same people every time. */
function steady({ account }: Speaker, from: string[], salt: number) {
  const letters = [...(account?.company.name ?? 'x')].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  return from[(letters * 7 + salt * 11) % from.length]!
}

function moneyOf({ chance, language }: Speaker) {
  const amount = chance.pick([chance.between(18, 95) * 10, chance.between(11, 48) * 100, chance.between(60, 990)])
  if (language === 'de' || language === 'es') return `${amount} €`
  return `€${amount >= 1_000 ? `${Math.floor(amount / 1_000)},${String(amount % 1_000).padStart(3, '0')}` : amount}`
}

/** Chooses among `[a|b]`, fills `{slots}`, takes the leading digit as the hurt and `*…*` as the passage. */
export function fillLine(line: string, speaker: Speaker): FilledLine {
  const marked = /^([123]) /.exec(line)
  const chosen = line
    .slice(marked ? 2 : 0)
    .replaceAll(/\[([^\]]*\|[^\]]*)\]/g, (_, wordings: string) => speaker.chance.pick(wordings.split('|')))
    .replaceAll(/\{(\w+)\}/g, (slot, name: string) => slots[name]?.(speaker) ?? slot)
  const capital = chosen.replaceAll(
    /(^|[.!?] )(the (?:wholesaler|parish|care|bakery|old|nursery|dentist|housing))/g,
    (_, before: string, word: string) => `${before}T${word.slice(1)}`,
  )
  const from = capital.indexOf('*')
  const to = capital.indexOf('*', from + 1) - 1
  const passage = from >= 0 && to > from ? { from, to } : null
  return { text: passage ? capital.replaceAll('*', '') : capital, hurt: marked ? Number(marked[1]) : null, passage }
}
