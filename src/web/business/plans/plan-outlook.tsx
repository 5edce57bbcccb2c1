import { Chip } from '../../ui/chip.tsx'
import { inReadersNumbers } from '../../ui/sentence-numbers.ts'
import { PlanNotes } from './plan-notes.tsx'
import './plans.css'
import type { Outlook } from './queries.ts'
import { plansText as text } from './text.ts'

type PlanOutlookProps = { outlook: Outlook; isExperiment: boolean }

/** Whether what comes by suffices, and what looks mistyped, before it is too late to plan otherwise. */
export function PlanOutlook({ outlook: { suffices, sentence, doubts }, isExperiment }: PlanOutlookProps) {
  const words = isExperiment ? { yes: text.enough, no: text.notEnough } : { yes: text.enoughPoints, no: text.notEnoughPoints }
  return (
    <>
      <PlanNotes notes={doubts} />
      <p className="plan-outlook">
        <Chip tone={suffices ? 'good' : 'unsure'} icon={suffices ? 'check' : 'alert'}>
          {suffices === null ? text.unknown : suffices ? words.yes : words.no}
        </Chip>
        <span>{inReadersNumbers(sentence)}</span>
      </p>
    </>
  )
}
