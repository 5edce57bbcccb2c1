import { useState } from 'react'
import { usualChecklist } from '#domain/team/launch.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Section } from '../../ui/page.tsx'
import { useMembers } from '../parts/deeds.ts'
import { ChecklistDialog } from './checklist-dialog.tsx'
import type { ChecklistLine, OnChange } from './queries.ts'
import { launchesText as text } from './text.ts'

const lineOf = ({ function: whose, task }: { function: string; task: string }): ChecklistLine => ({
  id: crypto.randomUUID(),
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
      {checklist.length === 0 && onChange && (
        <Button size="small" className="usual" onClick={() => onChange({ checklist: usualChecklist.map(lineOf) })}>
          {text.usual}
        </Button>
      )}
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
