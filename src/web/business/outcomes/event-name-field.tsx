import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { similarName } from '#domain/business/similar-name.ts'
import { useApi } from '../../shell/session.tsx'
import { Field } from '../../ui/field.tsx'
import { formatAgo, formatShort } from '../../ui/format.ts'
import { Link } from '../../ui/link.tsx'
import { SuggestingInput } from '../../ui/suggesting-input.tsx'
import type { Suggestion } from '../../ui/suggestions.ts'
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
  /** What may be chosen beside events, offered first. */
  also?: readonly Suggestion[]
  error?: string
  hint?: ReactNode
}

/** The name of an event: one that came in, or one that is still to come. */
export function EventNameField({ label, value, onChange, also = [], error, hint }: EventNameFieldProps) {
  const events = useEventNames()
  const suggestions = (events ?? []).map(({ event, count, lastAt }) => ({
    name: event,
    detail: text.eventCame(formatShort(count), formatAgo(lastAt)),
  }))
  const written = value.trim()
  const names = [...also, ...suggestions].map(({ name }) => name)
  const isAwaited = events !== undefined && written !== '' && !names.includes(written)
  const awaited = <AwaitedEvent meant={similarName(written, names)} onTake={onChange} />
  const said = events?.length === 0 ? <NoEventsYet isNamed={isAwaited} /> : isAwaited ? awaited : hint
  return (
    <Field label={label} hint={said} error={error}>
      <SuggestingInput
        value={value}
        onChange={onChange}
        suggestions={[...also, ...suggestions]}
        newDetail={text.eventNew}
        none={text.eventWrite}
        placeholder={text.eventChoose}
        maxLength={200}
      />
    </Field>
  )
}

type AwaitedEventProps = { meant: string | undefined; onTake: (event: string) => void }

/** An event may come later, and a slip of the pen would never come. */
function AwaitedEvent({ meant, onTake }: AwaitedEventProps) {
  return (
    <span role="status">
      {text.eventNotYet}
      {meant && (
        <>
          {` ${text.eventMeant} `}
          <button type="button" className="text-link" onClick={() => onTake(meant)}>
            {`“${meant}”`}
          </button>
          ?
        </>
      )}
    </span>
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
