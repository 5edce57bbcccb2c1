import type { NewMetricDefinition } from '#domain/business/metric.ts'

export type DemoMetricText = {
  slug: string
  name: string
  description: string
  unit: string
  definition: NewMetricDefinition
  northStar?: boolean
}

const event = (name: string) => ({ event: name })

export const metrics = [
  {
    slug: 'invoiced',
    name: 'Jobs invoiced within two days',
    unit: '%',
    northStar: true,
    description:
      'A person’s first finished job of the week, and whether an invoice of theirs went out within two days of it. Our north star: work that is done and billed is what customers pay us for.',
    definition: {
      kind: 'conversion',
      first: event('job_completed'),
      next: event('invoice_sent'),
      withinDays: 2,
      granularity: 'week',
      direction: 'up',
      unit: '%',
    },
  },
  {
    slug: 'told',
    name: 'Crews who learn of a change within 2 minutes',
    unit: '%',
    description:
      'Of the people who were sent a change in the week, the share who saw one of them within two minutes. Not seeing it at all counts as too late.',
    definition: {
      kind: 'adoption',
      of: { event: 'change_seen', filters: [{ on: 'event', property: 'minutes', is: 'lt', value: 2 }] },
      among: event('crew_notified'),
      measure: 'share',
      granularity: 'week',
      direction: 'up',
      unit: '%',
    },
  },
  {
    slug: 'paid',
    name: 'Paid within 7 days',
    unit: '%',
    description: 'Of the people whose invoices went out in the week, the share with a payment within seven days of the first one.',
    definition: {
      kind: 'conversion',
      first: event('invoice_sent'),
      next: event('invoice_paid'),
      withinDays: 7,
      granularity: 'week',
      direction: 'up',
      unit: '%',
    },
  },
  {
    slug: 'back',
    name: 'New people back on day 7',
    unit: '%',
    description:
      'Of the people who joined in a month, the share who signed in again exactly seven days later. A weekday on purpose: who works on Tuesdays comes back on a Tuesday.',
    definition: {
      kind: 'retention',
      start: event('joined'),
      back: event('signed_in'),
      day: 7,
      counting: 'on',
      granularity: 'month',
      direction: 'up',
      unit: '%',
    },
  },
  {
    slug: 'first-job',
    name: 'New people back within their first week',
    unit: '%',
    description: 'Of the people who joined, the share who came back on any of the first seven days. The early sign that an account stays.',
    definition: {
      kind: 'retention',
      start: event('joined'),
      back: event('signed_in'),
      day: 7,
      counting: 'within',
      granularity: 'month',
      direction: 'up',
      unit: '%',
    },
  },
  {
    slug: 'calendar',
    name: 'Crews who open the plan',
    unit: '%',
    description: 'Of everybody who finished a job in the week, the share who opened the calendar at least once.',
    definition: {
      kind: 'adoption',
      of: event('calendar_opened'),
      among: event('job_completed'),
      measure: 'share',
      granularity: 'week',
      direction: 'up',
      unit: '%',
    },
  },
  {
    slug: 'active',
    name: 'People who finish a job each week',
    unit: 'people',
    description: 'How many people marked at least one job as done. Size, not success.',
    definition: { kind: 'adoption', of: event('job_completed'), measure: 'people', granularity: 'week', direction: 'up', unit: 'people' },
  },
  {
    slug: 'collected',
    name: 'Collected through Larkfield',
    unit: 'EUR',
    description: 'Sum of all payments that customers’ customers made on invoices sent from Larkfield.',
    definition: {
      kind: 'revenue',
      of: event('invoice_paid'),
      property: 'amount',
      per: 'total',
      granularity: 'month',
      direction: 'up',
      unit: 'EUR',
    },
  },
  {
    slug: 'same-day',
    name: 'Quotes sent the same day',
    unit: '%',
    description: 'Of the people who began a quote in the week, the share who sent one within a day of beginning.',
    definition: {
      kind: 'conversion',
      first: event('quote_started'),
      next: event('quote_sent'),
      withinDays: 1,
      granularity: 'week',
      direction: 'up',
      unit: '%',
    },
  },
  {
    slug: 'replanned',
    name: 'Jobs re-planned on the phone, per planner',
    unit: 'times',
    description: 'How often people who re-plan on a phone do so in a week.',
    definition: {
      kind: 'engagement',
      of: { event: 'job_rescheduled', filters: [{ on: 'event', property: 'device', is: 'eq', value: 'phone' }] },
      measure: 'events',
      granularity: 'week',
      direction: 'up',
      unit: 'times',
    },
  },
  {
    slug: 'nothing-found',
    name: 'Searches that find nothing',
    unit: '%',
    description: 'Of the people who searched in the week, the share who got an empty answer at least once.',
    definition: {
      kind: 'adoption',
      of: { event: 'search_used', filters: [{ on: 'event', property: 'results', is: 'eq', value: 0 }] },
      among: event('search_used'),
      measure: 'share',
      granularity: 'week',
      direction: 'down',
      unit: '%',
    },
  },
  {
    slug: 'corrected',
    name: 'Invoices corrected',
    unit: '%',
    description:
      'Of the people who sent invoices in the week, the share who had to correct one. Our guardrail wherever we make invoicing faster.',
    definition: {
      kind: 'adoption',
      of: event('invoice_corrected'),
      among: event('invoice_sent'),
      measure: 'share',
      granularity: 'week',
      direction: 'down',
      unit: '%',
    },
  },
  {
    slug: 'disputed',
    name: 'Invoices disputed',
    unit: '%',
    description:
      'Of the people who sent invoices in the week, the share whose customer disputed one. Goes up when we are rude in somebody else’s name.',
    definition: {
      kind: 'adoption',
      of: event('invoice_disputed'),
      among: event('invoice_sent'),
      measure: 'share',
      granularity: 'week',
      direction: 'down',
      unit: '%',
    },
  },
  {
    slug: 'photos',
    name: 'Crews who attach photos',
    unit: '%',
    description: 'Of everybody who finished a job in the week, the share who attached at least one photo.',
    definition: {
      kind: 'adoption',
      of: event('photo_attached'),
      among: event('job_completed'),
      measure: 'share',
      granularity: 'week',
      direction: 'up',
      unit: '%',
    },
  },
] as const satisfies DemoMetricText[]

export type MetricSlug = (typeof metrics)[number]['slug']
