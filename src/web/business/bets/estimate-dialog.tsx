import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { type DraftRange, RangeField } from '../../ui/range-field.tsx'
import type { Estimate, EstimateName } from './estimates.ts'
import { betsText as text } from './text.ts'

const scaleOf = (name: EstimateName) => (name === 'confidence' ? 100 : 1)
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

const isOrdered = ({ low, likely, high }: Estimate) => low <= high && (likely === undefined || (low <= likely && likely <= high))

type EstimateDialogProps = { name: EstimateName; range: Estimate | null; onSave: (range: Estimate | null) => void; onClose: () => void }

/** One estimate as low, likely and high; left empty it is taken away. */
export function EstimateDialog({ name, range, onSave, onClose }: EstimateDialogProps) {
  const by = scaleOf(name)
  const [draft, setDraft] = useState(() => draftOf(range, by))
  const next = rangeOf(draft, by)
  const isEmpty = draft.low === null && draft.high === null && draft.likely === null
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text[name]}
      submit="Save"
      disabled={!isEmpty && (!next || !isOrdered(next))}
      onSubmit={() => {
        onSave(next)
        onClose()
      }}
    >
      <Field label={text[name]} hint="Nine times in ten it should lie between low and high. Likely may stay empty.">
        <RangeField
          value={draft}
          onChange={setDraft}
          unit={name === 'confidence' ? '%' : undefined}
          min={0}
          max={name === 'confidence' ? 100 : undefined}
        />
      </Field>
    </FormDialog>
  )
}
