import type { BetRow } from './queries.ts'

export const estimateNames = ['reach', 'impact', 'confidence', 'effort'] as const
export type EstimateName = (typeof estimateNames)[number]
export type Estimate = NonNullable<BetRow['confidence']>
