import { useState } from 'react'
import { dayFault } from '#domain/team/day-ahead.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { dayOf } from '../../ui/format.ts'
import { DatePicker, TextArea } from '../../ui/text-input.tsx'
import { LikelihoodField } from './likelihood-field.tsx'
import { type Forecast, useChangeForecast } from './queries.ts'
import { decisionsText as text } from './text.ts'

type ChangeForecastDialogProps = {
  forecast: Forecast
  /** Where others have forecast the same, what it is about is no longer one person’s to reword. */
  alone: boolean
  onClose: () => void
}

/** A forecast revised; what it said before is kept and scored for the days it stood. */
export function ChangeForecastDialog({ forecast, alone, onClose }: ChangeForecastDialogProps) {
  const change = useChangeForecast(forecast)
  const [statement, setStatement] = useState(forecast.statement)
  const [percent, setPercent] = useState(Math.round(forecast.probability * 100))
  const [resolveOn, setResolveOn] = useState<string | null>(forecast.resolveOn)
  const fault = dayFault(resolveOn, { today: dayOf(new Date()), before: forecast.resolveOn })
  const probability = percent / 100
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.changeForecast}
      description={alone ? undefined : forecast.statement}
      submit={text.save}
      busy={change.isPending}
      disabled={!statement.trim() || !resolveOn || fault !== undefined}
      onSubmit={() => resolveOn && change.mutate(alone ? { statement, probability, resolveOn } : { probability }, { onSuccess: onClose })}
    >
      {alone && (
        <Field label={text.statement} hint={text.statementHint} error={faultOf(change.error, 'statement')} required>
          <TextArea value={statement} onChange={setStatement} maxLength={500} rows={2} />
        </Field>
      )}
      <LikelihoodField percent={percent} onChange={setPercent} />
      <p className="field-hint">{text.changeHint}</p>
      {alone && (
        <Field label={text.resolveOn} error={fault ?? faultOf(change.error, 'resolveOn')} required>
          <DatePicker value={resolveOn} onChange={setResolveOn} />
        </Field>
      )}
      {!['statement', 'resolveOn'].some((name) => faultOf(change.error, name)) && <FormError error={change.error} />}
    </FormDialog>
  )
}
