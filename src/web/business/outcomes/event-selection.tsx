import { useQuery } from '@tanstack/react-query'
import type { EventSelection, PropertyFilter } from '#domain/business/metric.ts'
import { useApi } from '../../shell/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { formatShort } from '../../ui/format.ts'
import { type Option, Select } from '../../ui/select.tsx'
import { FilterRow } from './filter-row.tsx'
import { eventQueries } from './queries.ts'
import { outcomesText as text } from './text.ts'

const ANY = '*'

function useEventOptions(chosen: string | undefined): Option[] {
  const { data } = useQuery(eventQueries.names(useApi()))
  const events = data && 'events' in data ? data.events : []
  const known = events.map(({ event, count }) => ({ value: event, label: event, detail: formatShort(count) }))
  const missing = chosen && !events.some(({ event }) => event === chosen) ? [{ value: chosen, label: chosen, detail: 'not seen yet' }] : []
  return [{ value: ANY, label: text.anyEvent }, ...missing, ...known]
}

type EventSelectionFieldProps = { label: string; value: EventSelection; onChange: (value: EventSelection) => void }

/** Which events count: one name, narrowed by properties. */
export function EventSelectionField({ label, value, onChange }: EventSelectionFieldProps) {
  const options = useEventOptions(value.event)
  const { filters } = value
  const setFilter = (at: number, filter: PropertyFilter | null) =>
    onChange({ ...value, filters: filters.toSpliced(at, 1, ...(filter ? [filter] : [])) })
  function setEvent(event: string) {
    onChange(event === ANY ? { filters } : { event, filters })
  }
  return (
    <div className="event-selection">
      <Field label={label}>
        <Select value={value.event ?? ANY} onChange={setEvent} options={options} />
      </Field>
      {filters.map((filter, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: filters have no identity of their own, only their place
        <FilterRow key={at} event={value.event} filter={filter} onChange={(next) => setFilter(at, next)} />
      ))}
      <Button
        kind="quiet"
        size="small"
        icon="filter"
        onClick={() => onChange({ ...value, filters: [...filters, { on: 'event', property: '', is: 'eq', value: '' }] })}
      >
        {text.addFilter}
      </Button>
    </div>
  )
}
