import { useId, useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Probability } from '../../ui/probability.tsx'
import { DatePicker, TextArea } from '../../ui/text-input.tsx'
import { useAddForecast } from './queries.ts'
import { decisionsText as text } from './text.ts'

const EVEN = 50

/** Never 0 or 100: nobody is that sure. */
export function ForecastDialog({ decisionKey, onClose }: { decisionKey: string; onClose: () => void }) {
  const add = useAddForecast(decisionKey)
  const [statement, setStatement] = useState('')
  const [percent, setPercent] = useState(EVEN)
  const [resolveOn, setResolveOn] = useState<string | null>(null)
  const slider = useId()
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.addForecast}
      submit={text.addForecast}
      busy={add.isPending}
      disabled={!statement.trim() || !resolveOn}
      onSubmit={() => resolveOn && add.mutate({ statement, probability: percent / 100, resolveOn }, { onSuccess: onClose })}
    >
      <Field label={text.statement} hint={text.statementHint} error={faultOf(add.error, 'statement')} required>
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
      <Field label={text.resolveOn} error={faultOf(add.error, 'resolveOn')} required>
        <DatePicker value={resolveOn} onChange={setResolveOn} />
      </Field>
      {!['statement', 'resolveOn'].some((name) => faultOf(add.error, name)) && <FormError error={add.error} />}
    </FormDialog>
  )
}
