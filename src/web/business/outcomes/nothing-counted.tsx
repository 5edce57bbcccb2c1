import { Link } from '../../ui/link.tsx'
import { useEventNames } from './event-name-field.tsx'
import { outcomesText as text } from './text.ts'

/** Why there is no series: nothing has come in at all, or nothing of this sort. `elsewhere` keeps the form it stands in. */
export function NothingCounted({ elsewhere }: { elsewhere?: boolean }) {
  const events = useEventNames()
  if (!events) return null
  return (
    <p className="faint">
      {events.length === 0 ? text.noEvents : text.noneCounted}{' '}
      <Link
        to={`/outcomes/events?show=${events.length === 0 ? 'send' : 'latest'}`}
        target={elsewhere ? '_blank' : undefined}
        className="text-link"
      >
        {events.length === 0 ? text.send : text.whatCame}
      </Link>
    </p>
  )
}
