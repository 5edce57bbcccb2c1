import { type Refusal, refuse } from './refusal.ts'

// Efforts are rounded up to a share of the capacity, so a plan that is said to fit does fit.
const STEPS = 200

export type Plan = { chosen: boolean[]; value: number }

/**
 * The set of options worth most within a capacity: 0/1 knapsack by dynamic programming (Bellman 1957) on efforts rounded up to 1/200 of the
 * capacity, so it always fits and is exact for whole efforts up to a capacity of 200. Options worth less than nothing stay out.
 * Refuses: “Every option needs a value and an effort.” “A value or an effort is not a number.” “An effort is at least 0.” “The capacity
 * must be above 0.”
 */
export function choosePlan({
  values,
  efforts,
  capacity,
}: {
  values: readonly number[]
  efforts: readonly number[]
  capacity: number
}): Plan | Refusal {
  const fault = findCapacityFault([values, efforts], capacity)
  if (fault) return fault
  if (!efforts.every((effort) => effort >= 0)) return refuse('An effort is at least 0.')
  return solve(values, (option) => unitsOf(efforts[option]!, capacity))
}

function findCapacityFault(columns: readonly (readonly number[] | Float64Array)[], capacity: number): Refusal | null {
  if (columns.some((column) => column.length !== columns[0]!.length)) return refuse('Every option needs a value and an effort.')
  if (!columns.every((column) => column.every((x) => Math.abs(x) < 1e100))) return refuse('A value or an effort is not a number.')
  return capacity > 0 && capacity < 1e100 ? null : refuse('The capacity must be above 0.')
}

function unitsOf(effort: number, capacity: number) {
  // A whole capacity up to 200 is its own grid; a rounding error must not cost a step.
  const steps = Number.isInteger(capacity) && capacity <= STEPS ? capacity * Math.floor(STEPS / capacity) : STEPS
  return { units: Math.ceil((effort / capacity) * steps - 1e-9), steps }
}

function solve(values: readonly number[], unitsFor: (option: number) => { units: number; steps: number }): Plan {
  const options = values.length
  const steps = options === 0 ? STEPS : unitsFor(0).steps
  const best = new Float64Array(steps + 1)
  const taken = new Uint8Array(options * (steps + 1))
  for (let option = 0; option < options; option++) {
    const [value, { units }] = [values[option]!, unitsFor(option)]
    if (value <= 0) continue
    for (let room = steps; room >= units; room--) {
      const withIt = best[room - units]! + value
      if (withIt <= best[room]!) continue
      best[room] = withIt
      taken[option * (steps + 1) + room] = 1
    }
  }
  const chosen = new Array<boolean>(options).fill(false)
  for (let option = options - 1, room = steps; option >= 0; option--) {
    if (!taken[option * (steps + 1) + room]) continue
    chosen[option] = true
    room -= unitsFor(option).units
  }
  return { chosen, value: best[steps]! }
}

export type CapacityAnswer = {
  /** How often each option belongs to the best plan of a draw. */
  shares: number[]
  /** The plan at the mean values and efforts, what it is worth on average, and how often it fits. */
  plan: Plan
  chanceFits: number
  /** E[value of the best plan of each draw] − value of the plan at the means: no research can be worth more to this choice. */
  evpi: number
}

type CapacityDraws = { values: readonly Float64Array[]; efforts: readonly Float64Array[]; capacity: number }

/**
 * What fits a capacity when values and efforts are uncertain: a knapsack per draw, and what perfect information is worth to it (Raiffa &
 * Schlaifer 1961). In: a column of values and one of efforts per option. About 40 µs a draw for 200 options; a few thousand draws are
 * plenty.
 * The plan at the means is carried out in the order given; what no longer fits in a draw is worth nothing in it.
 * Refuses as `choosePlan` does, and no options or no draws: “There is nothing to plan yet.”
 */
export function fitCapacity({ values, efforts, capacity }: CapacityDraws): CapacityAnswer | Refusal {
  const draws = values[0]?.length ?? 0
  if (draws === 0 || efforts.length !== values.length) return refuse('There is nothing to plan yet.')
  const fault = findCapacityFault([...values, ...efforts], capacity)
  if (fault) return fault
  const plan = choosePlan({ values: values.map(meanOf), efforts: efforts.map(meanOf), capacity })
  if ('refused' in plan) return plan
  const taken = new Array<number>(values.length).fill(0)
  let [bestSum, planSum, fits] = [0, 0, 0]
  for (let draw = 0; draw < draws; draw++) {
    const [own, effort] = [values.map((column) => column[draw]!), efforts.map((column) => column[draw]!)]
    const best = choosePlan({ values: own, efforts: effort, capacity })
    if ('refused' in best) return best
    best.chosen.forEach((isIn, option) => {
      if (isIn) taken[option]!++
    })
    const kept = carryOut(plan, { own, effort, capacity })
    bestSum += Math.max(best.value, kept.value)
    planSum += kept.value
    fits += Number(kept.fits)
  }
  return { shares: taken.map((count) => count / draws), plan, chanceFits: fits / draws, evpi: (bestSum - planSum) / draws }
}

/** What a plan turns out to be worth when its options are done in the order given until the capacity is used up. */
function carryOut({ chosen }: Plan, { own, effort, capacity }: { own: number[]; effort: number[]; capacity: number }) {
  let [room, value, fits] = [capacity, 0, true]
  chosen.forEach((isIn, option) => {
    if (!isIn) return
    if (effort[option]! > room) fits = false
    else {
      room -= effort[option]!
      value += own[option]!
    }
  })
  return { value, fits }
}

function meanOf(column: Float64Array) {
  return column.reduce((sum, x) => sum + x, 0) / column.length
}
