import type { MetricData, PlanDesign } from './verdict-plan.ts'

export type Strength = 'strong' | 'fair' | 'weak'

/** How much a verdict may claim, which the design that was really used decides, and whether the promise came first. */
export type Claim = { design: PlanDesign; strength: Strength; sentence: string }

/** What the verdict says of the change: it did something, it did not do what was hoped for, or that is open. */
export type Found = 'effect' | 'no-effect' | 'open'

/** `given` holds where nobody has told us the ground, only that there are groups. */
type Grounds = { strength: Strength; because: string; given?: true; cause: string }

const grounds: Record<PlanDesign, Grounds> = {
  experiment: { strength: 'strong', because: 'If chance assigned people to their groups', given: true, cause: 'the change is the cause' },
  rollout: {
    strength: 'fair',
    because: 'The roll-out reached some before others',
    cause: 'the change is the likely cause, unless those who got it first differ',
  },
  'comparison-group': {
    strength: 'fair',
    because: 'The comparison group was not assigned by chance',
    cause: 'the change is the likely cause, unless the groups were drifting apart anyway',
  },
  'before-after': {
    strength: 'weak',
    because: 'Nobody was left without the change to compare with',
    cause: 'something else may have happened at the same time',
  },
}

const weakness: PlanDesign[] = ['experiment', 'rollout', 'comparison-group', 'before-after']

const weaker: Record<Strength, Strength> = { strong: 'fair', fair: 'weak', weak: 'weak' }

type Known = { measurements: readonly MetricData[]; found: Found; daysLate: number }

/** The weaker of the design stated and the design the measurements themselves have; weaker by a step where the promise came after the launch. */
export function claimOf(stated: PlanDesign, { measurements, found, daysLate }: Known): Claim {
  const behind = measurements.map(designBehind)
  const design = weakness[Math.max(...[stated, ...behind].map((one) => weakness.indexOf(one)))]!
  const own = grounds[design]
  const strength = daysLate > 0 ? weaker[own.strength] : own.strength
  return {
    design,
    strength,
    sentence: `${sentenceOf({ ...own, strength }, found, own.strength)}${lateness(daysLate, { strength, byDesign: own.strength })}`,
  }
}

/** A cause is named only where there is an effect to have one. */
function sentenceOf({ strength, because, given, cause }: Grounds, found: Found, byDesign: Strength) {
  const so = given ? `${because},` : `${because}, so`
  if (found === 'effect') return `${so} this is a ${strength} claim: ${cause}.`
  if (found === 'no-effect')
    return `${so} this is a ${strength} claim${byDesign === 'strong' ? '' : ': something else may have hidden an effect'}.`
  return strength === 'weak'
    ? `${so} a weak claim is the most that is possible, and the data do not settle one.`
    : `${so} a ${strength} claim is possible, but the data do not settle one.`
}

function lateness(days: number, { strength, byDesign }: { strength: Strength; byDesign: Strength }) {
  if (days === 0) return ''
  const price = strength === byDesign ? 'which makes it weaker still' : `so it is ${strength} and not ${byDesign}`
  return ` The plan was locked ${days === 1 ? 'a day' : `${days} days`} after the launch, when part of what came out could be known, ${price}.`
}

function designBehind({ kind }: MetricData): PlanDesign {
  if (kind === 'series' || kind === 'counts') return 'before-after'
  if (kind === 'panel' || kind === 'untouched-series') return 'comparison-group'
  // Changes between groups are a roll-out at best; whether they are one, the stated design says.
  return kind === 'changes' || kind === 'cells' ? 'rollout' : 'experiment'
}
