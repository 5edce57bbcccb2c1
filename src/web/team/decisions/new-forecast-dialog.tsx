import { useState } from 'react'
import { dayFault } from '#domain/team/day-ahead.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { dayOf, formatDay, formatPercent } from '../../ui/format.ts'
import { DatePicker, TextArea } from '../../ui/text-input.tsx'
import { baseRatesInWords } from './forecast-words.ts'
import { LikelihoodField } from './likelihood-field.tsx'
import { type DecisionDetail, type Forecast, useAddForecast } from './queries.ts'
import { decisionsText as text } from './text.ts'

const EVEN = 50

type NewForecastDialogProps = {
  decision: DecisionDetail
  /** Something somebody has forecast already: one’s own view of the same. */
  about?: Forecast
  onClose: () => void
}

/** What will have happened, by when, and how likely that is, beside how often such things came true. */
export function NewForecastDialog({ decision, about, onClose }: NewForecastDialogProps) {
  const add = useAddForecast(decision.key)
  const [statement, setStatement] = useState(about?.statement ?? '')
  const [percent, setPercent] = useState(EVEN)
  const [resolveOn, setResolveOn] = useState<string | null>(about?.resolveOn ?? null)
  const fault = dayFault(resolveOn, { today: dayOf(new Date()), before: about?.resolveOn ?? null })
  const title = about ? text.giveMine : text.addForecast
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={about && `${about.statement} (${text.resolveOn.toLowerCase()} ${formatDay(about.resolveOn)})`}
      submit={title}
      busy={add.isPending}
      disabled={!statement.trim() || !resolveOn || fault !== undefined}
      onSubmit={() => resolveOn && add.mutate({ statement, probability: percent / 100, resolveOn }, { onSuccess: onClose })}
    >
      {!about && (
        <Field label={text.statement} hint={text.statementHint} error={faultOf(add.error, 'statement')} required>
          <TextArea value={statement} onChange={setStatement} maxLength={500} rows={2} />
        </Field>
      )}
      <BaseRates decision={decision} onStart={(share) => setPercent(Math.min(99, Math.max(1, Math.round(share * 100))))} />
      <LikelihoodField percent={percent} onChange={setPercent} />
      {!about && (
        <Field label={text.resolveOn} error={fault ?? faultOf(add.error, 'resolveOn')} required>
          <DatePicker value={resolveOn} onChange={setResolveOn} />
        </Field>
      )}
      {!['statement', 'resolveOn'].some((name) => faultOf(add.error, name)) && <FormError error={add.error} />}
    </FormDialog>
  )
}

function BaseRates({ decision, onStart }: { decision: DecisionDetail; onStart: (share: number) => void }) {
  const lines = baseRatesInWords(decision.baseRates, decision)
  if (lines.length === 0) return <p className="field-hint">{text.noBaseRate}</p>
  return (
    <ul className="base-rates">
      {lines.map(({ words, rate }) => (
        <li key={words}>
          <span className="field-hint">{words}</span>
          <Button size="small" onClick={() => onStart(rate.probability)}>
            {text.startFrom(formatPercent(rate.probability))}
          </Button>
        </li>
      ))}
    </ul>
  )
}
