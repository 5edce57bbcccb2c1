import { formatDay } from '../../ui/format.ts'
import './decisions.css'
import type { DecisionDetail } from './queries.ts'
import { decisionsText as text } from './text.ts'

/** What was chosen, and why. */
export function DecisionChoice({ decision: { state, options, chosenOption, reason, decidedAt } }: { decision: DecisionDetail }) {
  const chosen = options.find(({ id }) => id === chosenOption)
  if (state !== 'decided' || !chosen) return null
  return (
    <div className="choice-made">
      <p className="strong">{chosen.title}</p>
      <p className="statement">{reason}</p>
      {decidedAt && <p className="faint small">{`${text.because} ${formatDay(decidedAt)}`}</p>}
    </div>
  )
}
