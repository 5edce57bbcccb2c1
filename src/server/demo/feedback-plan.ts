import type { Channel } from '#db/customer-tables.ts'
import type { ThemeName } from './texts/themes.ts'
import type { Voice } from './voices.ts'

/** How often a theme is spoken about, and how that changed over the year: `early` and `late` weigh its two ends. */
export const themePlan: Record<ThemeName, { early: number; late: number }> = {
  receipts: { early: 130, late: 60 },
  calendar: { early: 75, late: 45 },
  forgotten: { early: 120, late: 55 },
  latePayment: { early: 70, late: 95 },
  firstWeek: { early: 85, late: 60 },
  proof: { early: 55, late: 70 },
  offline: { early: 65, late: 65 },
  replanning: { early: 40, late: 85 },
  lateNews: { early: 80, late: 155 },
  quotes: { early: 85, late: 50 },
  books: { early: 50, late: 70 },
  margins: { early: 45, late: 45 },
  history: { early: 60, late: 45 },
  permissions: { early: 40, late: 55 },
  arrival: { early: 45, late: 70 },
  rollout: { early: 45, late: 60 },
  maintenance: { early: 50, late: 40 },
  season: { early: 14, late: 8 },
}

/** Where a voice is heard, and who speaks with it. `anonymous` is the share that nobody signs. */
export const voicePlan: Record<Voice, { channels: [Channel, number][]; titles: string[]; anonymous: number; country?: string }> = {
  terse: {
    channels: [
      ['email', 4],
      ['support', 3],
      ['in-product', 3],
      ['community', 1],
    ],
    titles: ['Owner', 'Managing director'],
    anonymous: 0,
  },
  polite: {
    channels: [
      ['email', 7],
      ['support', 3],
    ],
    titles: ['Office manager', 'Bookkeeper', 'Operations manager', 'Dispatcher'],
    anonymous: 0,
  },
  technical: {
    channels: [
      ['support', 6],
      ['email', 3],
      ['community', 1],
    ],
    titles: ['IT administrator', 'Operations manager', 'Project manager'],
    anonymous: 0,
  },
  sales: { channels: [['sales', 1]], titles: ['Owner', 'Managing director', 'Operations manager'], anonymous: 0 },
  ticket: { channels: [['support', 1]], titles: ['Office manager', 'Dispatcher', 'Crew lead', 'Bookkeeper'], anonymous: 0 },
  review: { channels: [['review', 1]], titles: ['Crew lead', 'Technician', 'Owner'], anonymous: 0.75 },
  survey: {
    channels: [
      ['survey', 4],
      ['in-product', 1],
    ],
    titles: [],
    anonymous: 0.35,
  },
  interview: { channels: [['interview', 1]], titles: [], anonymous: 0 },
  community: { channels: [['community', 1]], titles: [], anonymous: 0.3 },
  internal: { channels: [['internal', 1]], titles: [], anonymous: 0.5 },
  german: {
    channels: [
      ['email', 3],
      ['support', 2],
      ['review', 1],
    ],
    titles: [],
    anonymous: 0,
    country: 'de',
  },
  french: {
    channels: [
      ['email', 3],
      ['support', 2],
    ],
    titles: [],
    anonymous: 0,
    country: 'fr',
  },
  spanish: {
    channels: [
      ['email', 3],
      ['support', 2],
    ],
    titles: [],
    anonymous: 0,
    country: 'es',
  },
  against: {
    channels: [
      ['email', 3],
      ['survey', 1],
      ['interview', 1],
      ['support', 1],
    ],
    titles: [],
    anonymous: 0,
  },
}

export const languageOf: Partial<Record<Voice, 'de' | 'fr' | 'es'>> = { german: 'de', french: 'fr', spanish: 'es' }

export const surveyQuestions = [
  'What is the most annoying part of your week?',
  'What would you change first?',
  'What do you do outside Larkfield that you wish you could do in it?',
  'What keeps you from recommending us?',
]
export const screens = ['Calendar', 'Job', 'Invoices', 'Customers', 'Price list', 'Crew app, today']

export const INTERVIEWS = 46
export const PRAISE = 104
export const REQUESTS = 72
export const OFF_TOPIC = 48
export const SPAM = 38
export const REPEATED = 30
export const TOLD = 1_200
/** Unread, all of it newer than these days. */
export const UNREAD = { count: 45, days: 9 }
