import type { Interval } from './estimates.ts'
import { wilsonInterval } from './proportions.ts'
import { isRefusal, type Refusal, refuse } from './refusal.ts'

/** Somebody's first day and the days they came back on, as whole day numbers. */
export type Attendance = { startedOn: number; activeOn: readonly number[] }

/** The share that came back, of those whose whole window has passed; the others are counted apart, never as lost. */
export type Retention = { retained: number; people: number; tooEarly: number; share: number; interval: Interval }

type DayQuestion = { day: number; cut: number; counting?: 'on' | 'by' }

/**
 * Day-N retention with censoring: of those whose day N had wholly passed at the data cut, the share active on day N ('on') or on any of the
 * days 1 to N ('by'), with Wilson's interval (1927). In: `cut`, the first day not wholly recorded.
 * Refuses: “Days are counted in whole numbers from 1.” “Somebody started or came back on a day that is not a whole number.” “Nobody's day …
 * has passed yet.” Refuses an alpha as `wilsonInterval` does.
 */
export function retentionOnDay(
  people: readonly Attendance[],
  { day, cut, counting = 'on' }: DayQuestion,
  alpha = 0.05,
): Retention | Refusal {
  if (!(Number.isSafeInteger(day) && day >= 1 && Number.isSafeInteger(cut))) return refuse('Days are counted in whole numbers from 1.')
  if (!people.every(({ startedOn, activeOn }) => [startedOn, ...activeOn].every(Number.isSafeInteger)))
    return refuse('Somebody started or came back on a day that is not a whole number.')
  const started = people.filter(({ startedOn }) => startedOn < cut)
  const ripe = started.filter(({ startedOn }) => startedOn + day < cut)
  const retained = ripe.filter(({ startedOn, activeOn }) => {
    const last = startedOn + day
    return activeOn.some((active) => (counting === 'on' ? active === last : active > startedOn && active <= last))
  }).length
  if (ripe.length === 0) return refuse(`Nobody's day ${day} has passed yet.`)
  const interval = wilsonInterval({ successes: retained, trials: ripe.length }, alpha)
  if (isRefusal(interval)) return interval
  return { retained, people: ripe.length, tooEarly: started.length - ripe.length, share: retained / ripe.length, interval }
}

/** People who started in the same period, and how many were active in each later one; null where the period is not over for all of them. */
export type RetentionCohort = { startsOn: number; people: number; active: (number | null)[] }

type CohortQuestion = { from: number; cut: number; length: number; periods: number }

/**
 * Cohorts by period of start, `length` days each from day `from`; a cell is filled once its period has passed for the whole cohort at
 * `cut`. Period 0 is the one they started in.
 * Refuses: “Cohorts need whole days, a length and a number of periods above 0.” Also where `cut` is before `from` or more than 10,000
 * cohorts later.
 */
export function retentionCohorts(
  people: readonly Attendance[],
  { from, cut, length, periods }: CohortQuestion,
): RetentionCohort[] | Refusal {
  const whole = [from, cut, length, periods].every(Number.isSafeInteger) && length > 0 && periods > 0
  if (!whole || cut < from || (cut - from) / length > 10_000)
    return refuse('Cohorts need whole days, a length and a number of periods above 0.')
  const periodOf = (day: number) => Math.floor((day - from) / length)
  const byStart = Map.groupBy(people, ({ startedOn }) => periodOf(startedOn))
  return Array.from({ length: Math.ceil((cut - from) / length) }, (_, cohort) => {
    const own = byStart.get(cohort) ?? []
    const active = Array.from({ length: periods }, (_, later) => {
      const isOver = from + (cohort + later + 1) * length <= cut
      return isOver ? own.filter((person) => isActiveIn(person, later)).length : null
    })
    return { startsOn: from + cohort * length, people: own.filter(({ startedOn }) => startedOn < cut).length, active }
  })

  function isActiveIn({ startedOn, activeOn }: Attendance, later: number) {
    return later === 0 || activeOn.some((day) => periodOf(day) === periodOf(startedOn) + later)
  }
}

/**
 * Retention over all cohorts by period: each period's share only from the cohorts that have lived it, weighted by people, with Wilson's
 * interval (1927). In: cohorts as counted here or by a warehouse. Out: one entry per period that any cohort has lived.
 * Refuses as `wilsonInterval` does, and: “People are counted in whole numbers.” “No cohort has lived through a whole period yet.”
 */
export function retentionByPeriod(cohorts: readonly Pick<RetentionCohort, 'people' | 'active'>[], alpha = 0.05): Retention[] | Refusal {
  if (!cohorts.every(({ people }) => Number.isSafeInteger(people) && people >= 0)) return refuse('People are counted in whole numbers.')
  const longest = cohorts.reduce((most, { active }) => Math.max(most, active.length), 0)
  const total = cohorts.reduce((sum, { people }) => sum + people, 0)
  const rows: Retention[] = []
  for (let period = 0; period < longest; period++) {
    const lived = cohorts.filter(({ active }) => typeof active[period] === 'number')
    const people = lived.reduce((sum, cohort) => sum + cohort.people, 0)
    if (people === 0) break
    const retained = lived.reduce((sum, { active }) => sum + active[period]!, 0)
    const interval = wilsonInterval({ successes: retained, trials: people }, alpha)
    if (isRefusal(interval)) return interval
    rows.push({ retained, people, tooEarly: total - people, share: retained / people, interval })
  }
  return rows.length > 0 ? rows : refuse('No cohort has lived through a whole period yet.')
}
