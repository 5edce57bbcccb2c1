import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-input.tsx'

/** A list of short texts, one a line. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

type LinesFieldProps = { label: string; value: string; onChange: (text: string) => void }

export function LinesField({ label, value, onChange }: LinesFieldProps) {
  return (
    <Field label={label} hint="One a line." optional>
      <TextArea value={value} onChange={onChange} maxLength={10_000} rows={3} />
    </Field>
  )
}
