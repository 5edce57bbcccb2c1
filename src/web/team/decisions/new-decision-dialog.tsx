import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { dayFault } from '#domain/team/day-ahead.ts'
import type { Found } from '../../ui/combobox.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { dayOf } from '../../ui/format.ts'
import { useGo } from '../../ui/link.tsx'
import { DatePicker, TextArea } from '../../ui/text-input.tsx'
import { linesOf } from '../parts/lines-field.tsx'
import { ReferenceField } from '../parts/reference.tsx'
import { DoorField } from './door-field.tsx'
import { useAddDecision } from './queries.ts'
import { decisionsText as text } from './text.ts'

const optionOf = (title: string) => ({ id: uuidv7(), title })

/** The question and a date are enough; what speaks for and against is written on its page. */
export function NewDecisionDialog({ onClose }: { onClose: () => void }) {
  const go = useGo()
  const add = useAddDecision()
  const [question, setQuestion] = useState('')
  const [options, setOptions] = useState('')
  const [reversible, setReversible] = useState(true)
  const [decideBy, setDecideBy] = useState<string | null>(null)
  const [bet, setBet] = useState<Found | null>(null)
  const dayWrong = dayFault(decideBy, { today: dayOf(new Date()) })
  const submit = () =>
    add.mutate(
      { question, options: linesOf(options).map(optionOf), reversible, decideBy, bet: bet?.id ?? null },
      { onSuccess: ({ key }) => go(`/decisions/${key}`, { replace: true }) },
    )
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.create}
      submit={text.add}
      busy={add.isPending}
      disabled={!question.trim() || dayWrong !== undefined}
      onSubmit={submit}
    >
      <Field label={text.question} hint={text.questionHint} error={faultOf(add.error, 'question')} required>
        <TextArea value={question} onChange={setQuestion} maxLength={500} rows={2} />
      </Field>
      <Field label={text.options} hint={text.optionsHint} optional>
        <TextArea value={options} onChange={setOptions} maxLength={3600} rows={3} />
      </Field>
      <DoorField reversible={reversible} onChange={setReversible} />
      <Field label={text.decideBy} error={dayWrong ?? faultOf(add.error, 'decideBy')} optional>
        <DatePicker value={decideBy} onChange={setDecideBy} />
      </Field>
      <Field label={text.bet} optional>
        <ReferenceField kind="bet" value={bet} onChange={setBet} />
      </Field>
      {!['question', 'decideBy'].some((name) => faultOf(add.error, name)) && <FormError error={add.error} />}
    </FormDialog>
  )
}
