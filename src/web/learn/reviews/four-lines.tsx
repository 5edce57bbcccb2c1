import { Facts } from '../../ui/page.tsx'
import type { GivenReview } from './queries.ts'
import { reviewText } from './text.ts'

export const lineNames = ['works', 'missing', 'question', 'nextStep'] as const
export type LineName = (typeof lineNames)[number]

/** What the reviewer said beside the rubric. */
export function FourLines({ review }: { review: Pick<GivenReview, LineName> }) {
  return <Facts facts={lineNames.map((name) => ({ label: reviewText.lines[name], value: review[name] }))} />
}
