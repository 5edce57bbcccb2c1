import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../shell/session.tsx'
import { Chip } from '../../ui/chip.tsx'
import { formatDay } from '../../ui/format.ts'
import { authorQueries, type MyAssignment } from './queries.ts'
import { authorText } from './text.ts'

const text = authorText.assigned

/** “Assigned by Ana, until 12 Dec”. */
export const assignedWords = ({ assignedBy, dueOn }: Pick<MyAssignment, 'assignedBy' | 'dueOn'>) =>
  [text.by(assignedBy), dueOn && text.until(formatDay(dueOn))].filter(Boolean).join(', ')

/** Beside a course I was asked to take. */
export function AssignedLine({ courseId }: { courseId: string }) {
  const { data } = useQuery(authorQueries.mine(useApi()))
  const assignment = data?.rows.find((one) => one.courseId === courseId)
  if (!assignment) return null
  return (
    <p className="row small assigned-line">
      {assignedWords(assignment)}
      {assignment.state === 'overdue' && (
        <Chip tone="bad" icon="clock">
          {text.overdue}
        </Chip>
      )}
    </p>
  )
}
