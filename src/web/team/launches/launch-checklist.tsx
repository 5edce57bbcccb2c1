import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { useApi } from '../../shell/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Section } from '../../ui/page.tsx'
import { useMembers } from '../parts/deeds.ts'
import { ChecklistDialog } from './checklist-dialog.tsx'
import { type ChecklistLine, launchQueries, type OnChange } from './queries.ts'
import { launchesText as text } from './text.ts'

const lineOf = ({ function: whose, task }: { function: string; task: string }): ChecklistLine => ({
  id: uuidv7(),
  function: whose,
  task,
  ownerId: null,
  doneAt: null,
})

/** What each function has to do before people get it. */
export function LaunchChecklist({ checklist, onChange }: { checklist: ChecklistLine[]; onChange: OnChange }) {
  const [editing, setEditing] = useState<ChecklistLine | null>(null)
  const isNew = !checklist.some(({ id }) => id === editing?.id)
  const place = (changed: ChecklistLine) => checklist.map((one) => (one.id === changed.id ? changed : one))
  const byFunction = [...Map.groupBy(checklist, (line) => line.function)]
  const add = onChange && (
    <Button kind="quiet" size="small" icon="add" onClick={() => setEditing(lineOf({ function: '', task: '' }))}>
      {text.addLine}
    </Button>
  )
  return (
    <Section label={text.checklist} id="checklist" more={add}>
      {checklist.length === 0 && <p className="faint">{text.noChecklist}</p>}
      {checklist.length === 0 && onChange && <UsualStart onChange={onChange} />}
      {byFunction.map(([whose, lines]) => (
        <div key={whose} className="checklist-part">
          <h3 className="strong">{whose}</h3>
          <ul className="team-lines">
            {lines.map((line) => (
              <Line
                key={line.id}
                line={line}
                onTick={onChange && ((doneAt) => onChange({ checklist: place({ ...line, doneAt }) }))}
                onEdit={() => setEditing(line)}
              />
            ))}
          </ul>
        </div>
      ))}
      {editing && onChange && (
        <ChecklistDialog
          line={editing}
          isNew={isNew}
          onSave={(changed) => onChange({ checklist: isNew ? [...checklist, changed] : place(changed) })}
          onTakeOut={() => onChange({ checklist: checklist.filter(({ id }) => id !== editing.id) })}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  )
}

/** The list that most launches begin with; the server keeps it. */
function UsualStart({ onChange }: { onChange: NonNullable<OnChange> }) {
  const { data } = useQuery(launchQueries.list(useApi()))
  return (
    <Button size="small" className="usual" disabled={!data} onClick={() => onChange({ checklist: data?.usualChecklist.map(lineOf) })}>
      {text.usual}
    </Button>
  )
}

type LineProps = { line: ChecklistLine; onTick?: (doneAt: string | null) => void; onEdit: () => void }

function Line({ line: { task, ownerId, doneAt }, onTick, onEdit }: LineProps) {
  const owner = useMembers().find(({ id }) => id === ownerId)
  return (
    <li>
      <Checkbox
        round
        label={task}
        checked={doneAt !== null}
        disabled={!onTick}
        onChange={(done) => onTick?.(done ? new Date().toISOString() : null)}
      />
      <span className="wide">{task}</span>
      <span className="faint small launch-owner">{owner?.name ?? text.nobody}</span>
      {onTick && <IconButton icon="edit" label={`Edit: ${task}`} onClick={onEdit} />}
    </li>
  )
}
