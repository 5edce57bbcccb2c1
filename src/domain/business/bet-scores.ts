import { z } from 'zod'
import { betScoringMethods, estimateNames } from './bet-scoring.ts'

const chance = z.number().min(0).max(1)
const Input = z.enum(estimateNames)

const Unknown = z.object({
  input: Input,
  spread: chance.describe('Share of the variance of the score that this estimate alone accounts for'),
  worth: z.number().describe('What knowing it exactly would add to the expected score of the best k, as a share of that score'),
})

export const BetScore = z.object({
  id: z.string(),
  key: z.string(),
  title: z.string(),
  mean: z.number(),
  quantiles: z.object({ p5: z.number(), p25: z.number(), p50: z.number(), p75: z.number(), p95: z.number() }),
  chanceNothing: chance.describe('How often the score is 0, since there is no effect'),
  density: z
    .object({ to: z.number(), shares: z.array(chance) })
    .describe('Shares of the draws in equally wide bins from above 0 up to `to`; what lies above is left out'),
  chanceBest: chance,
  chanceTop: chance,
  place: z
    .object({ low: z.int(), median: z.int(), high: z.int() })
    .describe('Places from 1: the middle one, and between which it lands in 90 % of the draws'),
  expectedRegret: z.number().describe('What settling on this bet alone would cost against the best of each draw, in score'),
  unknowns: z.array(Unknown).describe('Its estimates, the one that widens the score most first'),
  sentence: z.string().describe('Which of its estimates is worth finding out'),
  chanceChosen: chance.nullable().describe('How often it belongs to the best set within the capacity; null where none was given'),
})

/** How the open bets compare: every number comes from draws that the seed repeats. Scores have no unit. */
export const BetScores = z.object({
  method: z.enum(betScoringMethods),
  formula: z.string(),
  seed: z.int(),
  draws: z.int(),
  k: z.int(),
  rows: z.array(BetScore).describe('By falling mean score'),
  incomplete: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      title: z.string(),
      lacks: z.array(z.object({ input: Input, sentence: z.string() })),
    }),
  ),
  research: z.object({
    key: z.string().nullable(),
    input: Input.nullable(),
    worth: z.number(),
    ceiling: z.number().describe('What knowing everything would add to the expected score of the best k, as a share of that score'),
    sentence: z.string(),
  }),
  capacity: z
    .object({
      weeks: z.number(),
      draws: z.int(),
      chosen: z.array(z.string()).describe('Keys of the best set at the mean values and efforts'),
      effort: z.number().describe('Mean weeks of that set'),
      chanceFits: chance,
      sentence: z.string(),
    })
    .nullable(),
  pairs: z.array(z.object({ a: z.string(), b: z.string(), chance })).describe('How often a comes before b, a tie counting half'),
})

export type BetScore = z.output<typeof BetScore>
export type BetScores = z.output<typeof BetScores>
export type Unknown = z.output<typeof Unknown>
