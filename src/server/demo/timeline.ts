/** When things came out, in weeks before the Monday of this week; below zero it lies ahead. The events and the story both keep to it. */
export const HISTORY_WEEKS = 61

export const launchedWeeksAgo = {
  mondayList: 34,
  partsList: 22,
  dayAsStart: 20,
  reminders: 18,
  remindersOff: 13,
  firstWeek: 16,
  addressSearch: 12,
  calmJobPage: 9,
  photoReceipts: 6,
  photosInInvoice: 1,
  vanInvoice: -3,
  crewMessages: -4,
} as const

/** People are taken into an experiment for so many weeks, at their first sign-in after its start. `nobody` is one whose exposures were never sent. */
export type Experiment = {
  feature: string
  property: string
  weeksAgo: number
  weeks: number
  who: 'field' | 'leads' | 'office' | 'nobody'
}

export const experiments = {
  partsList: { feature: 'parts-list', property: 'parts_list', weeksAgo: launchedWeeksAgo.partsList, weeks: 4, who: 'office' },
  dayAsStart: { feature: 'day-as-start', property: 'day_as_start', weeksAgo: launchedWeeksAgo.dayAsStart, weeks: 4, who: 'field' },
  reminders: { feature: 'payment-reminders', property: 'payment_reminders', weeksAgo: launchedWeeksAgo.reminders, weeks: 3, who: 'leads' },
  firstWeek: { feature: 'guided-first-week', property: 'guided_first_week', weeksAgo: launchedWeeksAgo.firstWeek, weeks: 6, who: 'nobody' },
  addressSearch: {
    feature: 'address-search',
    property: 'address_search',
    weeksAgo: launchedWeeksAgo.addressSearch,
    weeks: 4,
    who: 'office',
  },
  photoReceipts: {
    feature: 'photo-receipts',
    property: 'photo_receipts',
    weeksAgo: launchedWeeksAgo.photoReceipts,
    weeks: 4,
    who: 'field',
  },
  photosInInvoice: {
    feature: 'photos-in-invoice',
    property: 'photos_in_invoice',
    weeksAgo: launchedWeeksAgo.photosInInvoice,
    weeks: 6,
    who: 'leads',
  },
  vanInvoice: { feature: 'invoice-from-the-van', property: 'van_invoice', weeksAgo: launchedWeeksAgo.vanInvoice, weeks: 4, who: 'leads' },
  crewMessages: { feature: 'crew-messages', property: 'crew_messages', weeksAgo: launchedWeeksAgo.crewMessages, weeks: 3, who: 'field' },
} as const satisfies Record<string, Experiment>

export type ExperimentName = keyof typeof experiments
