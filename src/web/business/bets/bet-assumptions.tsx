import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, IconButton } from '../../ui/button.tsx'
import { StateChip } from '../../ui/chip.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import type { BetChanges, BetDetail } from './queries.ts'
import { betsText as text } from './text.ts'

type Assumption = BetDetail['assumptions'][number]
const states = (['untested', 'holds', 'broken'] as const).map((value) => ({ value, label: value }))
const blank = (): Assumption => ({ id: uuidv7(), text: '', test: '', state: 'untested' })

type BetAssumptionsProps = { bet: BetDetail; onChange?: (changes: BetChanges) => void }

/** What must be true for the bet to work, each with its test and how that came out. */
export function BetAssumptions({ bet: { assumptions }, onChange }: BetAssumptionsProps) {
  const [editing, setEditing] = useState<Assumption | null>(null)
  const others = assumptions.filter(({ id }) => id !== editing?.id)
  const place = (changed: Assumption) =>
    others.length === assumptions.length ? [...assumptions, changed] : assumptions.map((one) => (one.id === changed.id ? changed : one))
  return (
    <Section
      label={text.assumptions}
      more={
        onChange && (
          <Button kind="quiet" size="small" icon="add" onClick={() => setEditing(blank())}>
            {text.addAssumption}
          </Button>
        )
      }
    >
      {assumptions.length === 0 && <p className="faint">{text.noAssumption}</p>}
      <ul className="assumptions">
        {assumptions.map((one) => (
          <li key={one.id}>
            <StateChip state={one.state} />
            <span>
              {one.text}
              {one.test && <span className="soft assumption-test">Test: {one.test}</span>}
            </span>
            {onChange && <IconButton icon="edit" label={`Edit: ${one.text}`} onClick={() => setEditing(one)} />}
          </li>
        ))}
      </ul>
      {editing && onChange && (
        <AssumptionDialog
          assumption={editing}
          onSave={(changed) => onChange({ assumptions: place(changed) })}
          onTakeOut={others.length < assumptions.length ? () => onChange({ assumptions: others }) : undefined}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

type AssumptionDialogProps = {
  assumption: Assumption
  onSave: (assumption: Assumption) => void
  onTakeOut?: () => void
  onClose: () => void
}

function AssumptionDialog({ assumption, onSave, onTakeOut, onClose }: AssumptionDialogProps) {
  const [draft, setDraft] = useState(assumption)
  const change = (changes: Partial<Assumption>) => setDraft({ ...draft, ...changes })
  function done(act: () => void) {
    act()
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.assumptions}
      submit="Save"
      disabled={!draft.text.trim()}
      onSubmit={() => done(() => onSave(draft))}
    >
      <Field label={text.assumption} required>
        <TextArea value={draft.text} onChange={(next) => change({ text: next })} maxLength={2000} />
      </Field>
      <Field label={text.test} optional>
        <TextArea value={draft.test} onChange={(next) => change({ test: next })} maxLength={2000} />
      </Field>
      <Segments label="What the test said" value={draft.state} onChange={(state) => change({ state })} options={states} />
      {onTakeOut && (
        <Button kind="quiet" icon="archive" onClick={() => done(onTakeOut)}>
          Take it out
        </Button>
      )}
    </FormDialog>
  )
}
