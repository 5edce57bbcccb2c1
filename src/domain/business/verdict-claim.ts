import type { MetricData, PlanDesign } from './verdict-plan.ts'

export type Strength = 'strong' | 'fair' | 'weak'

/** How much a verdict may claim, which the design that was really used decides and nothing else. */
export type Claim = { design: PlanDesign; strength: Strength; sentence: string }

const claims: Record<PlanDesign, Omit<Claim, 'design'>> = {
  experiment: { strength: 'strong', sentence: 'People were assigned by chance, so this is a strong claim: the change is the cause.' },
  rollout: {
    strength: 'fair',
    sentence:
      'The roll-out reached some before others, which makes this a fair claim: the change is the likely cause, unless those who got it first differ.',
  },
  'comparison-group': {
    strength: 'fair',
    sentence:
      'The comparison group was not assigned by chance, so this is a fair claim: the change is the likely cause, unless the groups were drifting apart anyway.',
  },
  'before-after': {
    strength: 'weak',
    sentence:
      'Nobody was left without the change to compare with, so this is a weak claim: something else may have happened at the same time.',
  },
}

const weakness: PlanDesign[] = ['experiment', 'rollout', 'comparison-group', 'before-after']

/** The weaker of the design stated and the design the measurements themselves have. */
export function claimOf(stated: PlanDesign, measurements: readonly MetricData[]): Claim {
  const found = measurements.map(designBehind)
  const weakest = weakness[Math.max(...[stated, ...found].map((design) => weakness.indexOf(design)))]!
  return { design: weakest, ...claims[weakest] }
}

function designBehind({ kind }: MetricData): PlanDesign {
  if (kind === 'series' || kind === 'counts') return 'before-after'
  if (kind === 'panel' || kind === 'untouched-series') return 'comparison-group'
  // Changes between groups are a roll-out at best; whether they are one, the stated design says.
  return kind === 'changes' || kind === 'cells' ? 'rollout' : 'experiment'
}
