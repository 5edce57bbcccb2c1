import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Section } from '../../ui/page.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { LinesField, linesOf } from '../parts/lines-field.tsx'
import type { DecisionDetail, DecisionOption, OnChange } from './queries.ts'
import { decisionsText as text } from './text.ts'

const blank = (): DecisionOption => ({ id: uuidv7(), title: '', for: [], against: [] })

/** What could be done, with what speaks for and against each. */
export function DecisionOptions({ decision: { options, chosenOption }, onChange }: { decision: DecisionDetail; onChange: OnChange }) {
  const [editing, setEditing] = useState<DecisionOption | null>(null)
  const others = options.filter(({ id }) => id !== editing?.id)
  const isNew = others.length === options.length
  const place = (changed: DecisionOption) => (isNew ? [...options, changed] : options.map((one) => (one.id === changed.id ? changed : one)))
  return (
    <Section
      label={text.options}
      id="options"
      more={
        onChange && (
          <Button kind="quiet" size="small" icon="add" onClick={() => setEditing(blank())}>
            {text.addOption}
          </Button>
        )
      }
    >
      {options.length < 2 && <p className="faint">{text.noOption}</p>}
      <div className="options">
        {options.map((option) => (
          <OptionCard key={option.id} option={option} chosen={option.id === chosenOption} onEdit={onChange && (() => setEditing(option))} />
        ))}
      </div>
      {editing && onChange && (
        <OptionDialog
          option={editing}
          isNew={isNew}
          onSave={(changed) => onChange({ options: place(changed) })}
          onTakeOut={() => onChange({ options: others })}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

function OptionCard({ option, chosen, onEdit }: { option: DecisionOption; chosen: boolean; onEdit?: () => void }) {
  return (
    <article className={classes('option', chosen && 'chosen')} aria-label={option.title}>
      <header className="row">
        <h3 className="strong option-title">{option.title}</h3>
        {chosen && (
          <Chip tone="good" icon="check">
            {text.chosen}
          </Chip>
        )}
        {onEdit && (
          <span className="push">
            <IconButton icon="edit" label={`Edit: ${option.title}`} onClick={onEdit} />
          </span>
        )}
      </header>
      <div className="team-columns">
        <Arguments name={text.for} lines={option.for} icon="add" />
        <Arguments name={text.against} lines={option.against} icon="minus" />
      </div>
    </article>
  )
}

function Arguments({ name, lines, icon }: { name: string; lines: string[]; icon: 'add' | 'minus' }) {
  return (
    <div>
      <h4 className="faint small">{name}</h4>
      {lines.length === 0 && <p className="faint">nothing yet</p>}
      <ul className="arguments">
        {lines.map((line) => (
          <li key={line}>
            <Icon name={icon} size={12} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type OptionDialogProps = {
  option: DecisionOption
  isNew: boolean
  onSave: (option: DecisionOption) => void
  onTakeOut: () => void
  onClose: () => void
}

function OptionDialog({ option, isNew, onSave, onTakeOut, onClose }: OptionDialogProps) {
  const [title, setTitle] = useState(option.title)
  const [pro, setPro] = useState(option.for.join('\n'))
  const [contra, setContra] = useState(option.against.join('\n'))
  function submit() {
    onSave({ ...option, title: title.trim(), for: linesOf(pro), against: linesOf(contra) })
    onClose()
  }
  function takeOut() {
    onTakeOut()
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isNew ? text.addOption : text.changeOption}
      submit="Save"
      disabled={!title.trim()}
      onSubmit={submit}
    >
      <Field label={text.optionTitle} required>
        <TextInput value={title} onChange={setTitle} maxLength={300} />
      </Field>
      <LinesField label={text.for} value={pro} onChange={setPro} />
      <LinesField label={text.against} value={contra} onChange={setContra} />
      {!isNew && (
        <Button kind="danger" size="small" onClick={takeOut}>
          {text.takeOut}
        </Button>
      )}
    </FormDialog>
  )
}
