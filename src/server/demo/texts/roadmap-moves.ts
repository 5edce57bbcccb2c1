import type { Person } from './members.ts'

type Confidence = { low: number; likely: number; high: number }
/** What became different on the roadmap apart from a bet’s own steps, oldest first, with the reason that was given. */
export const roadmapMoves: {
  bet: number
  weeksAgo: number
  by: Person
  why: string
  horizon?: ['now' | 'next' | 'later', 'now' | 'next' | 'later']
  quarter?: [number | null, number | null]
  confidence?: [Confidence, Confidence]
}[] = [
  {
    bet: 16,
    weeksAgo: 40,
    by: 'rosa',
    why: 'Finance has questions that nobody has answered.',
    horizon: ['next', 'later'],
    quarter: [-2, null],
  },
  {
    bet: 11,
    weeksAgo: 22,
    by: 'jonas',
    why: 'Larger than we thought: conflicts, not caching, are the work.',
    confidence: [
      { low: 0.5, likely: 0.65, high: 0.8 },
      { low: 0.35, likely: 0.5, high: 0.65 },
    ],
  },
  {
    bet: 7,
    weeksAgo: 21,
    by: 'rosa',
    why: '300 receipts read: the total is right in 96 of 100.',
    confidence: [
      { low: 0.3, likely: 0.5, high: 0.7 },
      { low: 0.45, likely: 0.62, high: 0.78 },
    ],
  },
  {
    bet: 16,
    weeksAgo: 7,
    by: 'rosa',
    why: 'Two accounts use private card readers. People are building it without us.',
    horizon: ['later', 'next'],
    quarter: [null, 1],
  },
  {
    bet: 12,
    weeksAgo: 5,
    by: 'jonas',
    why: 'Five crews, by hand: nine of ten changes seen within two minutes.',
    confidence: [
      { low: 0.4, likely: 0.55, high: 0.7 },
      { low: 0.6, likely: 0.72, high: 0.85 },
    ],
  },
  { bet: 18, weeksAgo: 2, by: 'rosa', why: 'No wholesaler has answered yet.', horizon: ['now', 'next'], quarter: [0, 1] },
  {
    bet: 15,
    weeksAgo: 1,
    by: 'jonas',
    why: 'Third month in which it is asked for more often.',
    horizon: ['later', 'next'],
    quarter: [null, 1],
  },
]
