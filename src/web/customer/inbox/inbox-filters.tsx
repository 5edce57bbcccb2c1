import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useApi } from '../../shell/session.tsx'
import { channelOptions } from '../../ui/channels.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { languageName } from '../traits.ts'
import { facetChoices } from './facet-choices.ts'
import { type InboxView, inboxQueries } from './queries.ts'
import { stateOptions, inboxText as text } from './text.ts'

const PAUSE_MS = 250
const channelChoices = [{ value: '', label: text.anyChannel }, ...channelOptions] as { value: InboxView['channel']; label: string }[]

type InboxFiltersProps = { view: InboxView; onChange: (changes: Partial<InboxView>) => void }

/** What is typed is searched for after a short pause, so that each letter does not become an address. */
function useTyped(value: string, onPause: (value: string) => void) {
  const [typed, setTyped] = useState(value)
  const said = useRef(value)
  const pause = useRef(onPause)
  pause.current = onPause
  useEffect(() => {
    if (value !== said.current) setTyped(value)
    said.current = value
  }, [value])
  useEffect(() => {
    if (typed === said.current) return
    const timer = setTimeout(() => {
      said.current = typed
      pause.current(typed)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return [typed, setTyped] as const
}

export function InboxFilters({ view, onChange }: InboxFiltersProps) {
  const [typed, setTyped] = useTyped(view.q, (q) => onChange({ q }))
  return (
    <div className="inbox-filters">
      <TextInput type="search" value={typed} onChange={setTyped} placeholder={text.search} aria-label={text.search} />
      <Select label={text.state} value={view.state} onChange={(state) => onChange({ state })} options={stateOptions} />
      <Select
        label={text.channel}
        placeholder={text.anyChannel}
        value={view.channel}
        onChange={(channel) => onChange({ channel })}
        options={channelChoices}
      />
      <FacetFilters view={view} onChange={onChange} />
    </div>
  )
}

/** Ratings and languages, where there are any to choose among. */
function FacetFilters({ view, onChange }: InboxFiltersProps) {
  const { data } = useQuery(inboxQueries.facets(useApi()))
  const ratings = facetChoices(data?.ratings, { any: text.anyRating, chosen: view.rating, name: (rating) => `${text.rated} ${rating}` })
  const languages = facetChoices(data?.languages, { any: text.anyLanguage, chosen: view.language, name: languageName })
  return (
    <>
      {ratings && (
        <Select
          label={text.rating}
          placeholder={text.anyRating}
          value={view.rating}
          onChange={(rating) => onChange({ rating })}
          options={ratings}
        />
      )}
      {languages && (
        <Select
          label={text.language}
          placeholder={text.anyLanguage}
          value={view.language}
          onChange={(language) => onChange({ language })}
          options={languages}
        />
      )}
    </>
  )
}
