import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../shell/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { formatDay, formatPercent } from '../../ui/format.ts'
import { Section } from '../../ui/page.tsx'
import { say } from '../../ui/toast.ts'
import { When } from '../../ui/when.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import './authors.css'
import { type Assigned, authorQueries, useWithdraw } from './queries.ts'
import { authorText } from './text.ts'

const text = authorText.assigned
type Props = { course: { id: string; title: string } }

/** Who was asked to take the course, and who has finished. */
export function AssignedMembers({ course }: Props) {
  const { data } = useQuery(authorQueries.assigned(useApi(), course.id))
  const [assigning, setAssigning] = useState(false)
  return (
    <Section
      label={text.title}
      more={
        <Button size="small" icon="add" onClick={() => setAssigning(true)}>
          {text.assign}
        </Button>
      }
    >
      {data?.rows.length === 0 && <p className="soft">{text.nobody}</p>}
      <ul className="assigned-list">
        {data?.rows.map((one) => (
          <AssignedRow key={one.memberId} courseId={course.id} assigned={one} />
        ))}
      </ul>
      {assigning && <AssignDialog course={course} onClose={() => setAssigning(false)} />}
    </Section>
  )
}

function AssignedRow({ courseId, assigned }: { courseId: string; assigned: Assigned }) {
  const { memberId, name, assignedBy, dueOn, finishedAt, state, progress } = assigned
  const withdraw = useWithdraw(courseId)
  return (
    <li>
      <span className="assigned-name">
        <b>{name}</b>
        <span className="faint small">
          {text.by(assignedBy)}
          {dueOn && `, ${text.until(formatDay(dueOn))}`}
        </span>
      </span>
      {state !== 'finished' && <span className="small">{formatPercent(progress.percent / 100)}</span>}
      {state === 'finished' ? (
        <Chip tone="good" icon="check">
          {text.finished} {finishedAt && <When at={finishedAt} />}
        </Chip>
      ) : (
        <Chip tone={state === 'overdue' ? 'bad' : undefined} icon="clock">
          {text[state]}
        </Chip>
      )}
      <IconButton
        icon="close"
        label={text.withdraw(name)}
        onClick={() => withdraw.mutate(memberId, { onSuccess: () => say({ text: text.withdrawn(name) }) })}
      />
    </li>
  )
}
