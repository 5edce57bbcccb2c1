import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { formatDay, formatPercent } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { DatePicker, NumberInput, TextInput } from '../../ui/text-input.tsx'
import type { OnChange, Stage } from './queries.ts'
import { launchesText as text } from './text.ts'

const blank = (): Stage => ({ id: uuidv7(), name: '', audience: '', share: null, on: null, doneAt: null })
const WHOLE = 100

/** In which steps it reaches people. */
export function LaunchStages({ stages, onChange }: { stages: Stage[]; onChange: OnChange }) {
  const [editing, setEditing] = useState<Stage | null>(null)
  const isNew = !stages.some(({ id }) => id === editing?.id)
  const place = (changed: Stage) => stages.map((one) => (one.id === changed.id ? changed : one))
  const add = onChange && (
    <Button kind="quiet" size="small" icon="add" onClick={() => setEditing(blank())}>
      {text.addStage}
    </Button>
  )
  return (
    <Section label={text.stages} id="stages" more={add}>
      {stages.length === 0 && <p className="faint">{text.noStage}</p>}
      <ol className="team-lines">
        {stages.map((stage) => (
          <StageLine
            key={stage.id}
            stage={stage}
            onTick={onChange && ((doneAt) => onChange({ stages: place({ ...stage, doneAt }) }))}
            onEdit={() => setEditing(stage)}
          />
        ))}
      </ol>
      {editing && onChange && (
        <StageDialog
          stage={editing}
          isNew={isNew}
          onSave={(changed) => onChange({ stages: isNew ? [...stages, changed] : place(changed) })}
          onTakeOut={() => onChange({ stages: stages.filter(({ id }) => id !== editing.id) })}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

type StageLineProps = { stage: Stage; onTick?: (doneAt: string | null) => void; onEdit: () => void }

function StageLine({ stage: { name, audience, share, on, doneAt }, onTick, onEdit }: StageLineProps) {
  return (
    <li>
      <Checkbox
        round
        label={`${name} is done`}
        checked={doneAt !== null}
        disabled={!onTick}
        onChange={(done) => onTick?.(done ? new Date().toISOString() : null)}
      />
      <div className="wide">
        <span className="strong">{name}</span>
        {audience && <p className="soft">{audience}</p>}
      </div>
      <span className="soft launch-share">{share !== null && formatPercent(share)}</span>
      <span className="soft launch-on">{doneAt ? `done ${formatDay(doneAt)}` : on && formatDay(on)}</span>
      {onTick && <IconButton icon="edit" label={`Edit: ${name}`} onClick={onEdit} />}
    </li>
  )
}

type StageDialogProps = { stage: Stage; isNew: boolean; onSave: (stage: Stage) => void; onTakeOut: () => void; onClose: () => void }

function StageDialog({ stage, isNew, onSave, onTakeOut, onClose }: StageDialogProps) {
  const [draft, setDraft] = useState(stage)
  function finish(act: () => void) {
    act()
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isNew ? text.addStage : text.changeStage}
      submit="Save"
      disabled={!draft.name.trim()}
      onSubmit={() => finish(() => onSave({ ...draft, name: draft.name.trim() }))}
    >
      <Field label={text.stage} required>
        <TextInput value={draft.name} onChange={(name) => setDraft({ ...draft, name })} maxLength={200} placeholder="Beta" />
      </Field>
      <Field label={text.audience} optional>
        <TextInput value={draft.audience} onChange={(audience) => setDraft({ ...draft, audience })} maxLength={500} />
      </Field>
      <Field label={text.share} optional>
        <NumberInput
          unit="%"
          min={0}
          max={WHOLE}
          value={draft.share === null ? null : Math.round(draft.share * WHOLE)}
          onChange={(percent) => setDraft({ ...draft, share: percent === null ? null : percent / WHOLE })}
        />
      </Field>
      <Field label={text.on} optional>
        <DatePicker value={draft.on} onChange={(on) => setDraft({ ...draft, on })} />
      </Field>
      {!isNew && (
        <Button kind="danger" size="small" onClick={() => finish(onTakeOut)}>
          {text.takeOut}
        </Button>
      )}
    </FormDialog>
  )
}
