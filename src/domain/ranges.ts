import { z } from 'zod'

/** A quantity we are unsure of: 90 % sure that it lies between low and high; `likely` where there is a best guess. */
export type Range = { low: number; likely?: number; high: number }

const LARGEST = 1e12

export const Range = z
  .object({ low: z.number().min(0).max(LARGEST), likely: z.number().min(0).max(LARGEST).optional(), high: z.number().min(0).max(LARGEST) })
  .refine(({ low, high }) => low <= high, { message: 'Low must not be above high.', path: ['low'] })
  .refine(({ low, likely, high }) => likely === undefined || (low <= likely && likely <= high), {
    message: 'The likely value must lie between low and high.',
    path: ['likely'],
  })

export const ProbabilityRange = Range.refine(({ high }) => high <= 1, { message: 'A probability is at most 1.', path: ['high'] })
