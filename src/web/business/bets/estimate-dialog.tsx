import { useState } from 'react'
import { type DraftRange, rangeFault } from '#domain/range-fault.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { RangeField } from '../../ui/range-field.tsx'
import type { Estimate, EstimateName } from './estimates.ts'
import { betsText as text } from './text.ts'

const WHOLE_PERCENT = 100
const scaleOf = (name: EstimateName) => (name === 'confidence' ? WHOLE_PERCENT : 1)
const rounded = (value: number) => Number(value.toPrecision(12))

function draftOf(range: Estimate | null, by: number): DraftRange {
  if (!range) return { low: null, likely: null, high: null }
  return {
    low: rounded(range.low * by),
    likely: range.likely === undefined ? null : rounded(range.likely * by),
    high: rounded(range.high * by),
  }
}

function rangeOf({ low, likely, high }: DraftRange, by: number): Estimate | null {
  if (low === null || high === null) return null
  return { low: rounded(low / by), ...(likely === null ? {} : { likely: rounded(likely / by) }), high: rounded(high / by) }
}

type EstimateDialogProps = { name: EstimateName; range: Estimate | null; onSave: (range: Estimate | null) => void; onClose: () => void }

/** One estimate as low, likely and high; left empty it is taken away. */
export function EstimateDialog({ name, range, onSave, onClose }: EstimateDialogProps) {
  const by = scaleOf(name)
  const [draft, setDraft] = useState(() => draftOf(range, by))
  const { unit, hint } = text.estimate[name]
  const max = name === 'confidence' ? WHOLE_PERCENT : undefined
  const fault = rangeFault(draft, { max, unit })
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text[name]}
      submit="Save"
      disabled={fault !== undefined}
      onSubmit={() => {
        onSave(rangeOf(draft, by))
        onClose()
      }}
    >
      <Field label={text[name]} hint={hint} error={fault}>
        <RangeField value={draft} onChange={setDraft} unit={unit} min={0} max={max} />
      </Field>
    </FormDialog>
  )
}
