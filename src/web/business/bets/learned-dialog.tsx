import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { type BetDetail, useChangeBet, useMoveBet } from './queries.ts'
import { betsText as text } from './text.ts'

/** A bet is over when somebody has written down what came of it. */
export function LearnedDialog({ bet, onClose }: { bet: BetDetail; onClose: () => void }) {
  const change = useChangeBet(bet.key)
  const move = useMoveBet(bet.key)
  const [learned, setLearned] = useState('')
  function submit() {
    change({ learned })
    move.mutate({ state: 'learned' })
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${text.learned}: ${bet.title}`}
      submit={text.isLearned}
      disabled={!learned.trim()}
      onSubmit={submit}
    >
      <Field label={text.learned} hint={text.learnedBlank} required>
        <TextArea value={learned} onChange={setLearned} maxLength={20_000} rows={5} />
      </Field>
    </FormDialog>
  )
}
