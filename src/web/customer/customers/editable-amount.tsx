import { formatCount, formatMoney } from '../../ui/format.ts'
import { EditableText } from '../editable-text.tsx'

type EditableAmountProps = { label: string; value: number | null; currency?: string; onSave?: (value: number | null) => void }

/** Digits of any notation: “12 000”, “€12,000” and “12.5” are all numbers. */
export function readAmount(text: string): number | null | undefined {
  const digits = text
    .replaceAll(/[^\d.,-]/g, '')
    .replaceAll(/[.,](?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  if (text.trim() === '') return null
  const amount = Number(digits)
  return digits === '' || !Number.isFinite(amount) ? undefined : amount
}

/** An amount that is edited where it stands; what is not a number is not taken. */
export function EditableAmount({ label, value, currency, onSave }: EditableAmountProps) {
  const shown = value === null ? '' : currency ? formatMoney(value, currency) : formatCount(value)
  function save(text: string) {
    const amount = readAmount(text)
    if (amount !== undefined && amount !== value) onSave?.(amount)
  }
  return <EditableText label={label} value={shown} blank="–" onSave={onSave && save} />
}
