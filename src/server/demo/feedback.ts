import type { Channel } from '#db/customer-tables.ts'
import { addDays, DAY, HOUR, weekdayOf } from './calendar-days.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type Customers, type DemoAccount, type DemoContact, isCustomerOn, type Setting } from './companies.ts'
import type { Passage } from './compose.ts'
import { beginMessage } from './compose.ts'
import * as plan from './feedback-plan.ts'
import type { Language } from './fill-text.ts'
import { newestFeedback } from './texts/newest-feedback.ts'
import { offTopic, praise, requests, spam } from './texts/other-feedback.ts'
import { type ThemeName, themes } from './texts/themes.ts'
import { type Matter, type Voice, write, writeInterview } from './voices.ts'

export type DemoFeedback = {
  id: string
  key: string
  text: string
  context: string | null
  channel: Channel
  account: DemoAccount | null
  contact: DemoContact | null
  saidAt: Date
  language: Language
  rating: number | null
  state: 'new' | 'processed' | 'spam'
  passages: Passage[]
}

type Draft = Omit<DemoFeedback, 'id' | 'key' | 'state' | 'context' | 'rating'> & { spam?: boolean }
type Room = { chance: Chance; customers: Customers; now: Date }
type Line = { voice: Voice; line: string; theme: ThemeName }

const themeNames = Object.keys(themes) as ThemeName[]

/** Everything said in the year up to `now`, oldest first, numbered in that order. */
export function makeFeedback({ seed, now }: Setting, customers: Customers): DemoFeedback[] {
  const room: Room = { chance: chanceFrom(seed, 'feedback'), customers, now }
  const drafts = [...tellThemes(room), ...interviews(room), ...asides(room)]
  const all = [...drafts, ...repeated(drafts, room), ...newest(room)].sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime())
  return all.map((draft, place) => finish(draft, place, { room, total: all.length }))
}

/** Lines are dealt like cards, so that none is heard twice before all have been heard once. */
function dealer(theme: ThemeName, chance: Chance) {
  const lines = Object.entries(themes[theme]).flatMap(([voice, list]) => list.map((line): Line => ({ voice: voice as Voice, line, theme })))
  let cards: Line[] = []
  return (wanted: (line: Line) => boolean) => {
    for (let tries = 0; tries < 2; tries++) {
      const place = cards.findIndex(wanted)
      if (place >= 0) return cards.splice(place, 1)[0]!
      cards = [...cards, ...chance.shuffled(lines.filter((line) => !cards.includes(line)))]
    }
  }
}

const spoken = ({ voice }: Line) => voice !== 'interview'

/** How often somebody of a voice speaks of two things at once. */
const mentionsTwo: Partial<Record<Voice, number>> = { polite: 0.14, survey: 0.45, review: 0.12 }

function tellThemes(room: Room): Draft[] {
  const { chance } = room
  const deals = Object.fromEntries(themeNames.map((theme) => [theme, dealer(theme, chance)])) as Record<
    ThemeName,
    ReturnType<typeof dealer>
  >
  return Array.from({ length: plan.TOLD }, (_, place) => {
    const age = 1 - (place + chance.unit()) / plan.TOLD
    const theme = chance.weighted(
      themeNames.map((name) => [name, plan.themePlan[name].early * age + plan.themePlan[name].late * (1 - age)] as const),
    )
    const card = deals[theme](spoken)!
    const second = chance.is(mentionsTwo[card.voice] ?? 0) ? deals[chance.pick(themeNames)](({ voice }) => voice === card.voice) : undefined
    return draft(card, second, { room, saidAt: momentAgo(room, 2 + age ** 1.25 * 363) })
  })
}

function draft(card: Line, second: Line | undefined, { room, saidAt }: { room: Room; saidAt: Date }): Draft {
  const { chance } = room
  const speaker = speakerFor(card, saidAt, room)
  const matter: Matter = { line: card.line, about: aboutOf(card), second: second && { line: second.line, about: aboutOf(second) } }
  const { text, passages } = write(card.voice as Exclude<Voice, 'interview'>, matter, { ...speaker, chance })
  const { channels, anonymous } = plan.voicePlan[card.voice]
  const channel = chance.weighted(channels)
  const hidden = chance.is(anonymous)
  return {
    text,
    passages,
    channel,
    saidAt,
    language: speaker.language,
    account: hidden ? null : speaker.account,
    contact: hidden || channel === 'internal' ? null : speaker.contact,
  }
}

const aboutOf = ({ voice, theme }: Line): Matter['about'] => ({ name: theme, stance: voice === 'against' ? 'contradicts' : 'supports' })

/** Somebody who was a customer then, who fits the voice, from a company that the theme concerns. */
function speakerFor({ voice, theme }: Line, at: Date, { chance, customers }: Room) {
  const { titles, country } = plan.voicePlan[voice]
  const language: Language = plan.languageOf[voice] ?? 'en'
  const there = customers.contacts.filter(({ account }) => isCustomerOn(account, at) && fits(account, language, country))
  const fitting = there.filter(({ title }) => titles.length === 0 || titles.includes(title))
  const contact = chance.weighted((fitting.length > 0 ? fitting : there).map((one) => [one, affinity(one.account, theme)] as const))
  return { account: contact.account, contact, language }
}

const fits = ({ company }: DemoAccount, language: Language, country?: string) =>
  country ? company.country === country : language !== 'en' || company.country === 'en' || company.country === 'no'

/** Large companies speak of roll-out, small ones of the phone; and every company has its own sore spots. */
function affinity({ company, size }: DemoAccount, theme: ThemeName) {
  const own = ([...company.name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) * 31 + themeNames.indexOf(theme) * 17) % 7
  const bySize = theme === 'rollout' ? (size > 80 ? 9 : 0.15) : theme === 'replanning' ? (size < 60 ? 2 : 0.5) : 1
  return bySize * (own < 2 ? 4 : 1)
}

function interviews(room: Room): Draft[] {
  const { chance } = room
  const deals = themeNames.map((theme) => dealer(theme, chance))
  return Array.from({ length: plan.INTERVIEWS }, () => {
    const saidAt = momentAgo(room, chance.between(12, 358))
    const cards = chance
      .shuffled(deals)
      .slice(0, chance.between(3, 4))
      .map((deal) => deal(({ voice }) => voice === 'interview' || voice === 'against')!)
    const speaker = { ...speakerFor({ ...cards[0]!, voice: 'interview' }, saidAt, room), chance }
    const matters = cards.map((card) => ({ line: card.line, about: aboutOf(card) }))
    return {
      ...writeInterview(matters, speaker),
      channel: 'interview' as const,
      saidAt,
      language: 'en' as const,
      account: speaker.account,
      contact: speaker.contact,
    }
  })
}

/** What an inbox holds beside problems. */
function asides(room: Room): Draft[] {
  const { chance } = room
  const kinds: [string[], number, [Channel, number][], number][] = [
    [
      praise,
      plan.PRAISE,
      [
        ['review', 4],
        ['survey', 3],
        ['email', 3],
        ['in-product', 2],
      ],
      0.4,
    ],
    [
      requests,
      plan.REQUESTS,
      [
        ['in-product', 4],
        ['community', 3],
        ['email', 2],
        ['review', 2],
      ],
      0.3,
    ],
    [
      offTopic,
      plan.OFF_TOPIC,
      [
        ['email', 5],
        ['support', 3],
        ['in-product', 3],
      ],
      0.5,
    ],
    [
      spam,
      plan.SPAM,
      [
        ['email', 4],
        ['in-product', 1],
      ],
      1,
    ],
  ]
  return kinds.flatMap(([lines, count, channels, anonymous]) => {
    const cards = Array.from({ length: Math.ceil(count / lines.length) }, () => chance.shuffled(lines)).flat()
    return cards.slice(0, count).map((line) => aside(line, { room, channels, anonymous: chance.is(anonymous), spam: lines === spam }))
  })
}

function aside(
  line: string,
  { room, channels, anonymous, spam }: { room: Room; channels: [Channel, number][]; anonymous: boolean; spam: boolean },
): Draft {
  const { chance, customers } = room
  const saidAt = momentAgo(room, 2 + chance.unit() * 360)
  const language = guessLanguage(line)
  const there = customers.contacts.filter(
    ({ account }) => isCustomerOn(account, saidAt) && fits(account, language, language === 'en' ? undefined : language),
  )
  const contact = anonymous ? null : chance.pick(there)
  const message = beginMessage({ chance, account: contact?.account ?? null, contact, language })
  message.say(line)
  return { ...message.read(), channel: chance.weighted(channels), saidAt, language, account: contact?.account ?? null, contact, spam }
}

function guessLanguage(line: string): Language {
  if (/ (?:sind|eine|unser|nochmal|ohne)\b|zufrieden/.test(line)) return 'de'
  if (/ (?:est|du|sombre|attente)\b|bon outil/.test(line)) return 'fr'
  return /¿|Muy |Excelente/.test(line) ? 'es' : 'en'
}

/** Who is not answered asks again, mostly in the same words. */
function repeated(drafts: Draft[], { chance, now }: Room): Draft[] {
  const asked = chance.shuffled(
    drafts.filter(({ contact, channel, text }) => contact && ['email', 'support', 'in-product'].includes(channel) && text.length > 60),
  )
  const again = [
    '',
    '',
    'Any news on this? ',
    'Sending this again, as I have heard nothing. ',
    'Still happening:\n\n',
    'Did this arrive?\n\n',
  ]
  return asked.slice(0, plan.REPEATED).map((first) => {
    const before = chance.pick(again)
    const saidAt = new Date(Math.min(first.saidAt.getTime() + chance.between(1, 16) * DAY + chance.below(HOUR), now.getTime() - 3 * HOUR))
    return {
      ...first,
      saidAt,
      text: before + first.text,
      passages: first.passages.map((passage) => ({ ...passage, from: passage.from + before.length, to: passage.to + before.length })),
    }
  })
}

/** What lies on top of the inbox today, known people first. */
function newest({ customers, now, chance }: Room): Draft[] {
  return newestFeedback.map(({ minutes, who, channel, line }) => {
    const contact = customers.contacts.find(({ account }) => account.company.name === who) ?? null
    const message = beginMessage({ chance, account: contact?.account ?? null, contact, language: 'en' })
    message.say(line)
    return {
      ...message.read(),
      channel,
      saidAt: new Date(now.getTime() - minutes * 60_000),
      language: 'en' as const,
      account: contact?.account ?? null,
      contact,
    }
  })
}

/** A moment about so many days ago when people write: by day, on weekdays mostly. */
function momentAgo({ chance, now }: Room, days: number) {
  const at = addDays(now, -days)
  const moved = weekdayOf(at) > 4 && chance.is(0.8) ? addDays(at, -weekdayOf(at) + chance.below(5) + 0) : at
  const hour = Math.min(21, Math.max(5, 11.5 + chance.normal() * 3.4))
  const moment = new Date(Math.floor(moved.getTime() / DAY) * DAY + Math.floor(hour * HOUR))
  return moment < now ? moment : addDays(moment, -1)
}

function finish({ spam, ...said }: Draft, place: number, { room, total }: { room: Room; total: number }): DemoFeedback {
  const { chance, now } = room
  const isUnread = total - place <= plan.UNREAD.count
  const rating = said.channel === 'review' ? (said.passages.length > 0 ? chance.between(1, 3) : chance.between(4, 5)) : null
  return {
    ...said,
    id: chance.id(said.saidAt),
    key: `FB-${place + 1}`,
    context: contextOf(said, chance),
    rating,
    state: isUnread && said.saidAt > addDays(now, -30) ? 'new' : spam ? 'spam' : 'processed',
  }
}

function contextOf({ channel }: { channel: Channel }, chance: Chance) {
  if (channel === 'survey') return chance.pick(plan.surveyQuestions)
  return channel === 'in-product' ? `Screen: ${chance.pick(plan.screens)}` : null
}
