import { useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { useArchive } from '../parts/deeds.ts'
import { type DecisionDetail, useDecide, useReopen } from './queries.ts'
import { decisionsText as text } from './text.ts'

/** Decide, reopen, archive. */
export function DecisionMoves({ decision }: { decision: DecisionDetail }) {
  const [deciding, setDeciding] = useState(false)
  const reopen = useReopen(decision.key)
  const archive = useArchive({ kind: 'decision', key: decision.key })
  return (
    <>
      {decision.state === 'open' ? (
        <Button
          kind="main"
          disabled={decision.options.length < 2}
          title={decision.options.length < 2 ? text.noOption : undefined}
          onClick={() => setDeciding(true)}
        >
          {text.decide}
        </Button>
      ) : (
        <Button icon="undo" busy={reopen.isPending} onClick={() => reopen.mutate()}>
          {text.reopen}
        </Button>
      )}
      <Menu align="end" trigger={<IconButton icon="more" label="More moves" />}>
        <MenuChoice icon="archive" onClick={() => archive.mutate()}>
          {text.archive}
        </MenuChoice>
      </Menu>
      {deciding && <DecideDialog decision={decision} onClose={() => setDeciding(false)} />}
    </>
  )
}

function DecideDialog({ decision: { key, question, options }, onClose }: { decision: DecisionDetail; onClose: () => void }) {
  const decide = useDecide(key)
  const [option, setOption] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.decideTitle}
      description={question}
      submit={text.decide}
      busy={decide.isPending}
      disabled={!option || !reason.trim()}
      onSubmit={() => option && decide.mutate({ option, reason }, { onSuccess: onClose })}
    >
      <Field label={text.optionTitle} error={faultOf(decide.error, 'option')} required>
        <Select value={option} onChange={setOption} options={options.map(({ id, title }) => ({ value: id, label: title }))} />
      </Field>
      <Field label={text.reason} hint={text.reasonHint} error={faultOf(decide.error, 'reason')} required>
        <TextArea value={reason} onChange={setReason} maxLength={5000} rows={4} />
      </Field>
      {!['option', 'reason'].some((name) => faultOf(decide.error, name)) && <FormError error={decide.error} />}
    </FormDialog>
  )
}
