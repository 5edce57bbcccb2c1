import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../shell/session.tsx'
import { Field } from '../../ui/field.tsx'
import { formatAgo, formatShort } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { SuggestingInput } from '../../ui/suggesting-input.tsx'
import { eventQueries } from './queries.ts'
import { outcomesText as text } from './text.ts'

/** The events that came in, the commonest first; undefined while they are asked for. */
export function useEventNames() {
  const { data } = useQuery(eventQueries.names(useApi()))
  return data && 'events' in data ? data.events : undefined
}

type EventNameFieldProps = {
  label: string
  value: string
  onChange: (event: string) => void
  placeholder?: string
  error?: string
  hint?: ReactNode
}

/** The name of an event: one that came in, or one that is still to come. */
export function EventNameField({ label, value, onChange, placeholder, error, hint }: EventNameFieldProps) {
  const events = useEventNames()
  const suggestions = (events ?? []).map(({ event, count, lastAt }) => ({
    name: event,
    detail: text.eventCame(formatShort(count), formatAgo(lastAt)),
  }))
  const isAwaited = events !== undefined && value.trim() !== '' && !events.some(({ event }) => event === value.trim())
  const said = events?.length === 0 ? <NoEventsYet isNamed={value.trim() !== ''} /> : isAwaited ? text.eventNotYet : hint
  return (
    <Field label={label} hint={said} error={error}>
      <SuggestingInput
        value={value}
        onChange={onChange}
        suggestions={suggestions}
        newDetail={text.eventNew}
        none={text.eventWrite}
        placeholder={placeholder}
        maxLength={200}
      />
    </Field>
  )
}

/** Opens beside the form, so that nothing in it is lost. */
function NoEventsYet({ isNamed }: { isNamed: boolean }) {
  return (
    <>
      {isNamed ? text.eventNotYet : text.eventsNone}{' '}
      <Link to="/outcomes/events?show=send" target="_blank" className="text-link" onClick={(event) => event.stopPropagation()}>
        {text.send}
      </Link>
    </>
  )
}
