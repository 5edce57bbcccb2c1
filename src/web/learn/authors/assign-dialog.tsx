import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../shell/session.tsx'
import { settingsQueries } from '../../shell/settings/queries.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { Field, FormError } from '../../ui/field.tsx'
import { DatePicker } from '../../ui/text-input.tsx'
import { say } from '../../ui/toast.ts'
import { useAssign } from './queries.ts'
import { authorText } from './text.ts'

const text = authorText.assigned
type Props = { course: { id: string; title: string }; onClose: () => void }

/** Chooses people, and a day by which, if any. */
export function AssignDialog({ course, onClose }: Props) {
  const { data } = useQuery(settingsQueries.members(useApi()))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [dueOn, setDueOn] = useState<string | null>(null)
  const assign = useAssign(course.id)

  function choose(id: string, on: boolean) {
    setChosen((all) => (on ? [...all, id] : all.filter((one) => one !== id)))
  }
  async function submit() {
    await assign.mutateAsync({ members: [...chosen], dueOn })
    say({ text: text.done })
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={text.assignTo(course.title)}
      submit={text.assign}
      busy={assign.isPending}
      disabled={!chosen.length}
      onSubmit={() => void submit().catch(() => undefined)}
    >
      <fieldset className="assign-members">
        <legend className="field-label">{text.members}</legend>
        {data?.rows.map(({ id, name }) => (
          <Checkbox key={id} checked={chosen.includes(id)} onChange={(on) => choose(id, on)}>
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <Field label={text.dueOn} optional>
        <DatePicker value={dueOn} onChange={setDueOn} />
      </Field>
      <FormError error={assign.error} />
    </FormDialog>
  )
}
