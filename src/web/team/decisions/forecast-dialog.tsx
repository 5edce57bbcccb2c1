import { useId, useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Probability } from '../../ui/probability.tsx'
import { DatePicker, TextArea } from '../../ui/text-input.tsx'
import { type Forecast, type NewForecast, useAddForecast, useChangeForecast } from './queries.ts'
import { decisionsText as text } from './text.ts'

const EVEN = 50

export function NewForecastDialog({ decisionKey, onClose }: { decisionKey: string; onClose: () => void }) {
  return <ForecastForm title={text.addForecast} sending={useAddForecast(decisionKey)} onClose={onClose} />
}

export function ChangeForecastDialog({ forecast, onClose }: { forecast: Forecast; onClose: () => void }) {
  return <ForecastForm title={text.changeForecast} before={forecast} sending={useChangeForecast(forecast)} onClose={onClose} />
}

type Sending = Pick<ReturnType<typeof useAddForecast>, 'error' | 'isPending'> & {
  mutate: (forecast: NewForecast, then: { onSuccess: () => void }) => void
}
type ForecastFormProps = { title: string; before?: Forecast; sending: Sending; onClose: () => void }

/** Never 0 or 100: nobody is that sure. */
function ForecastForm({ title, before, sending, onClose }: ForecastFormProps) {
  const [statement, setStatement] = useState(before?.statement ?? '')
  const [percent, setPercent] = useState(before ? Math.round(before.probability * 100) : EVEN)
  const [resolveOn, setResolveOn] = useState<string | null>(before?.resolveOn ?? null)
  const slider = useId()
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      submit={before ? text.save : title}
      busy={sending.isPending}
      disabled={!statement.trim() || !resolveOn}
      onSubmit={() => resolveOn && sending.mutate({ statement, probability: percent / 100, resolveOn }, { onSuccess: onClose })}
    >
      <Field label={text.statement} hint={text.statementHint} error={faultOf(sending.error, 'statement')} required>
        <TextArea value={statement} onChange={setStatement} maxLength={500} rows={2} />
      </Field>
      <div className="field">
        <label className="field-label" htmlFor={slider}>
          {text.probability}
        </label>
        <div className="forecast-slider team">
          <input
            id={slider}
            type="range"
            min={1}
            max={99}
            value={percent}
            onChange={(event) => setPercent(event.target.valueAsNumber)}
            aria-valuetext={`${percent} %`}
          />
          <output htmlFor={slider}>
            <Probability value={percent / 100} />
          </output>
        </div>
      </div>
      <Field label={text.resolveOn} error={faultOf(sending.error, 'resolveOn')} required>
        <DatePicker value={resolveOn} onChange={setResolveOn} />
      </Field>
      {!['statement', 'resolveOn'].some((name) => faultOf(sending.error, name)) && <FormError error={sending.error} />}
    </FormDialog>
  )
}
