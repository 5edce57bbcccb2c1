import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { Button, IconButton } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { type Story, useSaveStory } from './queries.ts'
import { specsText as text } from './text.ts'

type Criterion = Story['criteria'][number]
type Row = Criterion & { id: string }
const steps = ['given', 'when', 'then'] as const

const rowOf = (criterion: Criterion): Row => ({ ...criterion, id: uuidv7() })
const blankRow = () => rowOf({ given: '', when: '', then: '' })

type StoryDialogProps = { specKey: string; story?: Story; onClose: () => void }

export function StoryDialog({ specKey, story, onClose }: StoryDialogProps) {
  const save = useSaveStory(specKey, story)
  const [draft, setDraft] = useState({ asA: story?.asA ?? '', iWant: story?.iWant ?? '', soThat: story?.soThat ?? '' })
  const [rows, setRows] = useState<Row[]>(() => (story?.criteria.length ? story.criteria.map(rowOf) : [blankRow()]))
  const set = (name: keyof typeof draft) => (value: string) => setDraft({ ...draft, [name]: value })
  function submit() {
    const criteria = rows.filter(({ given, when, then }) => (given + when + then).trim()).map(({ id: _id, ...criterion }) => criterion)
    save.mutate({ ...draft, criteria }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={story ? `${text.changeStory} ${story.key}` : text.addStory}
      submit="Save"
      busy={save.isPending}
      disabled={!draft.asA.trim() || !draft.iWant.trim()}
      onSubmit={submit}
    >
      <Field label={text.asA} error={faultOf(save.error, 'asA')} required>
        <TextInput value={draft.asA} onChange={set('asA')} maxLength={300} placeholder="crew lead" />
      </Field>
      <Field label={text.iWant} error={faultOf(save.error, 'iWant')} required>
        <TextArea value={draft.iWant} onChange={set('iWant')} maxLength={1000} rows={2} placeholder="to photograph a receipt" />
      </Field>
      <Field label={text.soThat} error={faultOf(save.error, 'soThat')}>
        <TextArea value={draft.soThat} onChange={set('soThat')} maxLength={1000} rows={2} placeholder="nobody types it again" />
      </Field>
      <CriteriaRows rows={rows} onChange={setRows} />
      {!['asA', 'iWant', 'soThat'].some((name) => faultOf(save.error, name)) && <FormError error={save.error} />}
    </FormDialog>
  )
}

function CriteriaRows({ rows, onChange }: { rows: Row[]; onChange: (rows: Row[]) => void }) {
  const place = (changed: Row) => onChange(rows.map((row) => (row.id === changed.id ? changed : row)))
  return (
    <fieldset className="criteria-rows">
      <legend className="field-label">{text.criteria}</legend>
      {rows.map((row, index) => (
        <div key={row.id} className="criteria-row">
          {steps.map((step) => (
            <Field key={step} label={text[step]}>
              <TextArea value={row[step]} onChange={(words) => place({ ...row, [step]: words })} maxLength={1000} rows={1} />
            </Field>
          ))}
          <IconButton
            icon="close"
            label={`Take out criterion ${index + 1}`}
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          />
        </div>
      ))}
      <Button kind="quiet" size="small" icon="add" onClick={() => onChange([...rows, blankRow()])}>
        {text.addCriterion}
      </Button>
    </fieldset>
  )
}
