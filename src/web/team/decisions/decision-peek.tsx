import { useSuspenseQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { formatDay } from '../../ui/format.ts'
import '../parts/parts.css'
import { ProseSection } from '../parts/prose-section.tsx'
import { DecisionChoice } from './decision-choice.tsx'
import { DecisionHeard } from './decision-heard.tsx'
import { DecisionOptions } from './decision-options.tsx'
import { decisionQueries } from './queries.ts'
import { decisionsText as text } from './text.ts'

/** A decision from the side: the options, who was heard, and what was chosen. */
export function DecisionPeek({ decisionKey }: { decisionKey: string }) {
  const decision = useSuspenseQuery(decisionQueries.one(useApi(), decisionKey)).data
  const { state, decideBy } = decision
  return (
    <>
      <p className="row">
        <StateChip state={state} />
        {state === 'open' && <span className="soft">{decideBy ? `${text.decideBy} ${formatDay(decideBy)}` : text.noDate}</span>}
      </p>
      <DecisionChoice decision={decision} />
      <DecisionOptions decision={decision} onChange={undefined} />
      <ProseSection label={text.context} blank={text.contextBlank} value={decision.context} />
      <DecisionHeard decision={decision} onChange={undefined} />
    </>
  )
}
