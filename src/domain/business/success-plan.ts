import { z } from 'zod'
import { dayOf, daysBetween } from '../dates.ts'
import { Conflict, NotAccepted } from '../problems.ts'
import { type Granularity, isYesOrNo, type MetricDefinition } from './metric.ts'

const reference = z.string().min(1).max(60)
const name = z.string().trim().min(1).max(200)
const Day = z.iso.date('A day is written like 2026-03-01.')

export const PlanDesign = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('experiment'),
    exposureEvent: name,
    variantProperty: name,
    control: name,
    treatment: name,
    windowDays: z.number().int().min(1).max(365),
    share: z.number().gt(0).lt(1).optional(),
    /** Days before each person's exposure by which their values are adjusted (CUPED); null is off. */
    daysBefore: z.number().int().min(1).max(90).nullable().default(7),
    /** The quantile of what is not 0, both groups together, above which amounts and counts are cut (winsorised); null is off. */
    capAt: z.number().min(0.9).lt(1).nullable().default(null),
  }),
  z.object({
    kind: z.literal('before-after'),
    weeksBefore: z.number().int().min(4).max(156),
    season: z.enum(['none', 'weekday']).default('none'),
  }),
])

const SmallestEffect = z.number().min(0, 'The smallest effect is 0 or more, in the direction that is good.').max(1e9)

export const NewPlan = z.object({
  metric: reference,
  smallestEffect: SmallestEffect,
  effectKind: z.enum(['absolute', 'relative']).default('absolute'),
  design: PlanDesign,
  guardrails: z
    .array(
      z.object({
        metric: reference,
        margin: z.number().gt(0, 'The harm that is acceptable is more than 0.').max(1e9),
        marginKind: z.enum(['absolute', 'relative']).default('absolute'),
      }),
    )
    .max(10)
    .default([]),
  alpha: z.number().min(0.001).max(0.2).default(0.05),
  power: z.number().min(0.5).max(0.99).default(0.8),
  plannedPeople: z.number().int().min(2).max(1e9).nullable().default(null),
  checkDate: Day,
})
export const Amendment = z.object({ reason: z.string().trim().min(1, 'Say why the promise changes.').max(2_000), plan: NewPlan })

/** What is promised. The order does not matter: the canonical text sorts the names. */
const promised = [
  'metricId',
  'smallestEffect',
  'effectKind',
  'design',
  'guardrails',
  'alpha',
  'power',
  'plannedPeople',
  'checkDate',
  'startedOn',
] as const
export type Promised = { [Name in (typeof promised)[number]]?: unknown }

/** The plan as one text, names in alphabetical order at every depth, so that the same promise always has the same hash. */
export function canonicalPlan(plan: Promised) {
  return JSON.stringify(inOrder(Object.fromEntries(promised.map((field) => [field, plan[field] ?? null]))))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([field, inner]) => [field, inOrder(inner)]))
}

export function checkOpen(plan: { lockedAt: Date | null } | undefined) {
  if (plan?.lockedAt) throw new Conflict('This plan was locked at the launch. It can only be amended, with a reason.')
}

export function checkLocked(plan: { lockedAt: Date | null }) {
  if (!plan.lockedAt) throw new Conflict('This plan is not locked yet: change it freely.')
}

/** 24 points, whatever a point is: fewer show no pattern, and the verdict would be “not enough data” whatever came out. */
export const fewestWeeksBefore: Record<Granularity, number> = { day: 4, week: 24, month: 105 }

/** Only counts and amounts have a tail to cut. */
export const mayBeCapped = ({ kind }: Pick<MetricDefinition, 'kind'>) => kind === 'engagement' || kind === 'revenue'

type PlannedMetric = { name: string; definition: MetricDefinition }

/** Refuses a design that could not be judged with the metrics it names, and says what to choose. */
export function checkDesign(design: z.output<typeof PlanDesign>, metrics: readonly PlannedMetric[]) {
  if (design.kind === 'before-after') return checkWeeksBefore(design.weeksBefore, metrics)
  if (design.capAt !== null && !metrics.some(({ definition }) => mayBeCapped(definition)))
    throw refused('capAt', 'Only counts and amounts can be cut at a cap; this plan names none. Leave the cap out.')
}

function checkWeeksBefore(weeksBefore: number, metrics: readonly PlannedMetric[]) {
  for (const { name, definition } of metrics) {
    const fewest = fewestWeeksBefore[definition.granularity]
    if (weeksBefore >= fewest) continue
    const shorter = definition.granularity === 'day' ? '' : ', or a metric that is counted by day'
    throw refused(
      'weeksBefore',
      `“${name}” has one point a ${definition.granularity} and 24 are needed: choose ${fewest} weeks or more${shorter}.`,
    )
  }
}

type Effect = Pick<z.output<typeof NewPlan>, 'smallestEffect' | 'effectKind' | 'design'>

/** An experiment compares the shares of its groups, which differ by 1 at most; people read and write that as 100 points. */
export function checkEffect({ smallestEffect, effectKind, design }: Effect, { name, definition }: PlannedMetric) {
  if (design.kind !== 'experiment' || effectKind !== 'absolute' || !isYesOrNo(definition) || smallestEffect < 1) return
  const message = `“${name}” is compared as a share of people, so an effect is less than 100 points.`
  throw new NotAccepted(message, [{ path: 'smallestEffect', message }])
}

const refused = (field: string, message: string) => new NotAccepted(message, [{ path: `design.${field}`, message }])

/** How many people an experiment was planned for tunes its looks, so it stands from the launch on. */
export function keepPlannedPeople(fixed: number | null, wanted: number | null) {
  if (fixed === null || wanted === null || wanted === fixed) return fixed ?? wanted
  const message = `The plan was launched for ${fixed} people. Its looks while running hold for that number only, so it stays.`
  throw new NotAccepted(message, [{ path: 'plannedPeople', message }])
}

const YEARS_AHEAD = 10

/** A check date in the past would judge what was known; today is early enough for what is out already. */
export function checkCheckDate(checkDate: string, today: string) {
  if (checkDate < today) throw refusedDay('checkDate', 'The check date is today or later.')
  const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`
  if (checkDate > last)
    throw refusedDay('checkDate', `Nobody will look after more than ${YEARS_AHEAD} years: choose an earlier check date.`)
}

/** A launch has happened when it is recorded, and before its plan is checked. */
export function checkLaunchDay(launchedOn: string, { today, checkDate }: { today: string; checkDate: string | undefined }) {
  if (launchedOn > today) throw refusedDay('launchedOn', 'A launch is recorded on its day or later: this day is still to come.')
  if (checkDate !== undefined && checkDate <= launchedOn)
    throw refusedDay(
      'launchedOn',
      `The success plan is checked on ${checkDate}, which leaves nothing to see after the launch: choose a later check date first, or say that it has been out for longer.`,
    )
}

function refusedDay(path: string, message: string) {
  return new NotAccepted(message, [{ path, message }])
}

/** Whole days from the launch to the lock of its plan: more than 0 where something had come out before anything was promised. */
export function daysLate({ startedOn, lockedAt }: { startedOn: string | null; lockedAt: Date | null }) {
  if (!startedOn || !lockedAt) return 0
  return Math.max(0, Math.round(daysBetween(new Date(startedOn), new Date(dayOf(lockedAt)))))
}
