import { describeSelection, inDays } from '#domain/business/metric.ts'
import { type ExperimentDesign, effectWithin, type PlannedSize } from '#domain/business/success-plan-design.ts'
import { isRefusal } from '#domain/statistics/refusal.ts'
import { effectInWords } from './effect-words.ts'
import type { Arrivals, Experiment } from './past.ts'

/** `counted` are those who met the exposure event already and have had their whole time to count. */
export type Asked = {
  size: PlannedSize
  /** Whether a guardrail needs the most people. */
  byGuardrail: boolean
  design: Experiment
  success: ExperimentDesign | undefined
  arrivals: Arrivals
  counted: number
  /** Days in which people can still come and have their whole time before the check date. */
  left: number
}

// The size is planned against no effect; “worked” asks for an interval that lies above the size as a whole, so for as much again.
export const surely =
  'The verdict says “worked” only when the whole interval lies above that size; for that the true effect has to be about twice as large.'
export const toSee = 'to see an effect of the size worth having'
const otherwise = (byGuardrail: boolean) =>
  `${byGuardrail ? 'Accept a larger loss there' : 'Look for a larger effect'}, a later check date or more traffic.`

/** How many people it takes. How long that takes is only known of an event that people have met; of another one it is said what it would rest on. */
export function takesWords(
  { people, days, sentence }: PlannedSize,
  { exposureEvent, variantProperty }: Experiment,
  { haveMet, of }: Arrivals,
) {
  if (haveMet) return sentence
  const takes = `This takes ${people.toLocaleString('en-GB')} people. Nobody has met “${exposureEvent}” with a “${variantProperty}” yet, so how long that takes is unknown.`
  return days === null ? takes : `${takes} If everybody who does ${describeSelection(of)} met it, it would be ${inDays(days)}.`
}

/** Whether there will be as many people as it takes. Nobody who comes from now on can count where no days are left; then all depends on who came. */
export function peopleInTime(asked: Asked) {
  return asked.left > 0 ? stillToCome(asked) : cameAlready(asked)
}

function stillToCome({ size, byGuardrail, design: { windowDays }, success, arrivals, left }: Asked) {
  const until = `Until the check date there are ${inDays(left)} for people to come (the ${inDays(windowDays)} in which each of them counts must be over by then)`
  if (size.days !== null && size.days <= left)
    return arrivals.haveMet
      ? { suffices: true, sentence: `${until}: that suffices ${toSee}. ${surely}` }
      : { suffices: null, sentence: `${until}: that would suffice ${toSee}. ${surely}` }
  const reach = withinReach(success, left, arrivals.weekly)
  const shown = reach && ` Those who will have come by then would show an effect of ${reach}.`
  return { suffices: false, sentence: `${until}: that is not enough. ${otherwise(byGuardrail)}${shown}` }
}

function cameAlready({ size, byGuardrail, design: { windowDays, exposureEvent }, success, counted }: Asked) {
  const tooLate = `Whoever comes from now on has no ${inDays(windowDays)} to be counted before the check date`
  if (counted === 0)
    return {
      suffices: false,
      sentence: `${tooLate}: choose a later one, or say at the launch since which day it has been out, so that those who came since then count.`,
    }
  const people = `${counted.toLocaleString('en-GB')} ${counted === 1 ? 'person' : 'people'}`
  const came = `${tooLate}, but ${people} met “${exposureEvent}” in the last weeks and have had theirs. They count if it was out when they came: say at the launch since which day it has been out.`
  if (counted >= size.people) return { suffices: true, sentence: `${came} That suffices ${toSee}. ${surely}` }
  const reach = withinReach(success, 7, [counted])
  const shown = reach && ` They would show an effect of ${reach}.`
  return { suffices: false, sentence: `${came} That is not enough. ${otherwise(byGuardrail)}${shown}` }
}

/** The effect that so many days of such traffic could show, in words; empty where nobody can say. */
function withinReach(design: ExperimentDesign | undefined, days: number, weekly: number[]) {
  const effect = design && effectWithin(days, design, weekly)
  if (!design || !effect || isRefusal(effect)) return ''
  const inPoints = design.scale === 'absolute' && design.baseline.kind === 'share'
  return effectInWords(effect, design.scale === 'relative' ? ' %' : inPoints ? ' points' : '')
}
