import { useState } from 'react'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError, faultOf } from '../../ui/field.tsx'
import { useGo } from '../../ui/link.tsx'
import { TextArea, TextInput } from '../../ui/text-input.tsx'
import { ParentField } from './parent-field.tsx'
import { useAddProblem } from './queries.ts'
import { parts, problemsText as text } from './text.ts'

const blank = { title: '', who: '', tryingTo: '', obstacle: '', cost: '' }

/** A problem in one sentence of four parts; only its name is asked for at once. */
export function NewProblemDialog({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState(blank)
  const [parent, setParent] = useState<{ id: string; label: string } | null>(null)
  const adding = useAddProblem()
  const go = useGo()
  const write = (changes: Partial<typeof blank>) => setDraft({ ...draft, ...changes })
  const add = () =>
    adding.mutate({ ...draft, parent: parent?.id ?? null }, { onSuccess: ({ key }) => go(`/problems/${key}`, { replace: true }) })
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.create}
      submit="Add"
      busy={adding.isPending}
      disabled={!draft.title.trim()}
      onSubmit={add}
    >
      <Field label={text.name} required error={faultOf(adding.error, 'title')}>
        <TextInput
          autoFocus
          value={draft.title}
          onChange={(title) => write({ title })}
          placeholder={text.namePlaceholder}
          maxLength={200}
        />
      </Field>
      {parts.map(({ name, label, blank: question }) => (
        <Field key={name} label={label} optional error={faultOf(adding.error, name)}>
          <TextArea rows={1} value={draft[name]} onChange={(part) => write({ [name]: part })} placeholder={question} maxLength={2000} />
        </Field>
      ))}
      <Field label={text.parent} optional error={faultOf(adding.error, 'parent')}>
        <ParentField value={parent} onChange={setParent} />
      </Field>
      <FormError error={adding.error} />
    </FormDialog>
  )
}
